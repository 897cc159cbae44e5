package gouji.table;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Box;
import gouji.document.Finding;
import gouji.document.Glyph;
import gouji.document.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtfulLinesTest {

    @Test
    void namesALineOfWordsRecognisedWithALowScore() {
        List<Finding> findings = DoubtfulLines.of(page("某县2025年报告", 0.45));
        assertThat(findings).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo("LINE_IN_DOUBT");
            assertThat(f.message()).contains("某县2025年报告").contains("45");
            assertThat(f.place().page()).isEqualTo(1);
        });
    }

    @Test
    void leavesSureLinesAndPageNumbersAlone() {
        assertThat(DoubtfulLines.of(page("某县2025年报告", 0.9))).isEmpty();
        assertThat(DoubtfulLines.of(page("-1-", 0.3))).isEmpty();
        assertThat(DoubtfulLines.of(page("某县2025年报告", 1))).isEmpty();
    }

    private static Page page(String text, double score) {
        List<Glyph> glyphs = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            Box box = new Box(50 + 10 * i, 40, 60 + 10 * i, 52);
            glyphs.add(new Glyph(text.substring(i, i + 1), box, 50, 10, 0, "f", score));
        }
        return new Page(1, 595, 842, glyphs, List.of(), List.of());
    }
}
