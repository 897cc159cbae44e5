package gouji.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypeMismatchTest {
    @Test
    void tellsANameThatLies() {
        assertThat(TypeMismatch.find("a.zip!/年报.DOC", "html"))
                .contains("Its name says doc, its content is html: the content was believed.");
        assertThat(TypeMismatch.find("年报.pdf", "pdf-scan")).isEmpty();
        assertThat(TypeMismatch.find("年报.wps", "doc")).isEmpty();
        assertThat(TypeMismatch.find("年报.txt", "csv")).isEmpty();
        assertThat(TypeMismatch.find("年报", "pdf")).isEmpty();
        assertThat(TypeMismatch.find("年报.2021", "pdf")).isEmpty();
    }
}
