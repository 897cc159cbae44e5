package gouji.table;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Box;
import gouji.document.Page;
import gouji.table.tabula.TabulaReader;
import org.junit.jupiter.api.Test;

class TabulaReaderTest {
    private static final String GRID = """
            +------+------+
            | 规章 |  12  |
            +------+------+
            | 文件 |   0  |
            +------+------+
            """;
    private static final Box WHOLE = new Box(0, 0, 595, 842);

    private static Page page(String picture) {
        return PageDrawing.document(picture).pages().get(0);
    }

    @Test
    void readsARuledGridFromOurGlyphsAndRulings() {
        assertThat(new TabulaReader().ruled(page(GRID), WHOLE))
                .singleElement()
                .satisfies(t -> assertThat(t.cells()).extracting(Cell::text).containsExactly("规章", "12", "文件", "0"));
    }

    @Test
    void readsAlignedTextWithoutRulings() {
        assertThat(new TabulaReader().aligned(page("""
                AAAA     12    3
                BBBB      4   56
                CCCC      7    8
                """), WHOLE)).singleElement().satisfies(t -> assertThat(t.columns()).isEqualTo(3));
    }

    @Test
    void agreesOnAPlainGrid() {
        Table table = new LayoutBuilder().build(PageDrawing.document(GRID)).tables().get(0);
        assertThat(new SecondOpinion(new TabulaReader()).disagreements(table, page(GRID))).isEmpty();
    }

    @Test
    void disputesACellThatTheOtherReadsOtherwise() {
        Table table = new LayoutBuilder().build(PageDrawing.document(GRID)).tables().get(0);
        Page other = page(GRID.replace("12", "17"));
        assertThat(new SecondOpinion(new TabulaReader()).disagreements(table, other))
                .extracting(Cell::text)
                .containsExactly("12");
    }
}
