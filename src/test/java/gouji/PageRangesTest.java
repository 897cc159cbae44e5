package gouji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.run.UsageException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRangesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3 | 3", "2-4 | 2,3,4", "1,5 | 1,5", "8- | 8,9", "2-3, 7 | 2,3,7", "4-4 | 4", "3,2-4,3 | 2,3,4"})
    void holdsThePagesNamed(String text, String expected) throws UsageException {
        PageRanges pages = PageRanges.of(text);

        assertThat(IntStream.rangeClosed(1, 9)
                        .filter(pages::has)
                        .mapToObj(Integer::toString)
                        .toList())
                .containsExactly(expected.split(","));
    }

    @Test
    void holdsEveryPageWhereNoneIsNamed() {
        assertThat(IntStream.rangeClosed(1, 9).allMatch(PageRanges.ALL::has)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "0", "01", "-3", "1-2-3", "1,", "1..3", "12345678", "１"})
    void refusesWhatIsNoPage(String text) {
        assertThatThrownBy(() -> PageRanges.of(text))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("expected page numbers such as 1-3,7")
                .hasMessageContaining(text);
    }

    @Test
    void refusesARangeThatRunsBackwards() {
        assertThatThrownBy(() -> PageRanges.of("1,9-7"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("expected the smaller page first, found “9-7”");
    }
}
