package gouji.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CjkRadicalsTest {
    @Test
    void foldsRadicalsOfBothBlocksToTheIdeographsTheyStandFor() {
        assertThat(CjkRadicals.fold("饶平县⼈⺠政府⼯作")).isEqualTo("饶平县人民政府工作");
    }

    @Test
    void leavesOtherTextAlone() {
        String text = "人民政府 2023 年，№ 7";
        assertThat(CjkRadicals.fold(text)).isSameAs(text);
    }
}
