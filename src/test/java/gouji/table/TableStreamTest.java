package gouji.table;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Document;
import gouji.document.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableStreamTest {
    private static final String HEAD = """
            +------+------+
            | 名称 | 件数 |
            +------+------+
            """;

    private static String row(int number) {
        return "| 规章 | %-4d |\n+------+------+\n".formatted(number);
    }

    /** A document whose one table has three rows a page below a header. */
    private static Document longTable(int pages) {
        StringBuilder picture = new StringBuilder();
        for (int p = 0; p < pages; p++) {
            picture.append(p == 0 ? "" : "===\n").append(HEAD);
            for (int i = 0; i < 3; i++) {
                picture.append(row(1000 + 3 * p + i));
            }
        }
        return PageDrawing.document(picture.toString().stripTrailing());
    }

    private record Read(List<TableStream.Stretch> stretches, TableStream stream) {}

    private static Read read(Document document) {
        List<TableStream.Stretch> stretches = new ArrayList<>();
        TableStream stream = new TableStream((stretch, lastPage) -> stretches.add(stretch));
        for (Page page : document.pages()) {
            stream.page(page);
        }
        stream.end();
        return new Read(stretches, stream);
    }

    @Test
    void givesTheTablesOfTheWholeDocument() {
        Document document = longTable(5);

        List<TableStream.Stretch> stretches = read(document).stretches();

        assertThat(stretches).hasSize(1);
        assertThat(stretches.get(0).continued()).isFalse();
        assertThat(stretches.get(0).table())
                .isEqualTo(new LayoutBuilder().build(document).tables().get(0));
    }

    @Test
    void handsALongTableOnInPiecesWithItsHeader() {
        int pages = 3 * TableStream.PAGES_AT_A_TIME + 5;

        List<TableStream.Stretch> stretches = read(longTable(pages)).stretches();

        assertThat(stretches).hasSizeGreaterThan(2);
        List<String> figures = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            TableStream.Stretch stretch = stretches.get(i);
            assertThat(stretch.continued()).isEqualTo(i > 0);
            assertThat(stretch.repeatedRows()).isEqualTo(i > 0 ? 1 : 0);
            assertThat(HeaderModel.of(stretch.table()).headerRows()).isEqualTo(1);
            stretch.table().cells().stream()
                    .filter(c -> c.column() == 1 && c.row() > 0)
                    .forEach(c -> figures.add(c.text()));
        }
        List<String> expected = new ArrayList<>();
        for (int n = 0; n < 3 * pages; n++) {
            expected.add(String.valueOf(1000 + n));
        }
        assertThat(figures).isEqualTo(expected);
    }

    @Test
    void keepsTextThatIsInNoCellAsideWithItsReason() {
        List<Aside> asides = read(longTable(2)).stretches().get(0).table().asides();

        assertThat(asides).extracting(Aside::text).containsExactly("名称", "件数");
        assertThat(asides).extracting(Aside::reason).containsOnly(Aside.Reason.REPEATED_HEADER);
        assertThat(asides).extracting(a -> a.place().page()).containsOnly(2);
    }

    @Test
    void leavesNoGlyphOverThatStandsInACellOrAside() {
        Document document = longTable(2);
        List<Table> tables = new LayoutBuilder().build(document).tables();

        for (Page page : document.pages()) {
            assertThat(TableStream.leftOver(page, tables)).isEmpty();
        }
        assertThat(read(document).stream().findings()).isEmpty();
    }

    @Test
    void namesTheGlyphsThatNoCellHolds() {
        Document document = longTable(1);
        Table table = new LayoutBuilder().build(document).tables().get(0);
        Table robbed = new Table(
                table.rows(),
                table.columns(),
                table.cells().stream().filter(c -> c.row() != 2).toList(),
                table.exact(),
                table.regions(),
                table.rowPages());

        assertThat(TableStream.leftOver(document.pages().get(0), List.of(robbed)))
                .extracting(g -> g.text())
                .contains("1");
    }

    @Test
    void givesNothingForNoPages() {
        assertThat(read(new Document("pdf", List.of(), List.of(), List.of())).stretches())
                .isEmpty();
    }
}
