package gouji.document.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.document.Document;
import gouji.document.Drawing;
import gouji.document.Drawn;
import gouji.document.Grid;
import gouji.document.Zip;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OdsReaderTest {
    private static final OdsReader READER = new OdsReader();
    private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    private static byte[] ods(String sheets, String... parts) {
        String[] all = new String[parts.length + 4];
        all[0] = "mimetype";
        all[1] = TYPE;
        all[2] = "content.xml";
        all[3] = xml(sheets);
        System.arraycopy(parts, 0, all, 4, parts.length);
        return Zip.of(all);
    }

    private static String xml(String sheets) {
        return "<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' office:mimetype='"
                + TYPE
                + "' xmlns:style='s' xmlns:table='t' xmlns:text='x' xmlns:draw='d' xmlns:l='l'><office:automatic-styles>"
                + "<style:style style:name='ta1'><style:table-properties table:display='true'/></style:style><style:style"
                + " style:name='ta2'><style:table-properties table:display='false'/></style:style>"
                + "</office:automatic-styles><office:body><office:spreadsheet>" + sheets
                + "</office:spreadsheet></office:body></office:document>";
    }

    private static String sheet(String rows) {
        return "<table:table table:name='表' table:style-name='ta1'>" + rows + "</table:table>";
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<table:table-row>");
        for (String c : cells) {
            row.append(c.startsWith("<") ? c : "<table:table-cell><text:p>" + c + "</text:p></table:table-cell>");
        }
        return row + "</table:table-row>";
    }

    @Test
    void readsMergedAndRepeatedCellsPackedAndFlat() throws UnreadableException {
        String sheet = sheet(row("标题")
                + "<table:table-row table:number-rows-repeated='3'/>"
                + row(
                        "<table:table-cell table:number-rows-spanned='2'><text:p>甲</text:p></table:table-cell>",
                        "<table:table-cell table:number-columns-spanned='2'><text:p>乙</text:p></table:table-cell>",
                        "<table:covered-table-cell/>")
                + row(
                        "<table:covered-table-cell/>",
                        "<table:table-cell table:number-columns-repeated='2'><text:p>7</text:p></table:table-cell>"));
        byte[] packed = ods(sheet);

        assertThat(READER.reads(Drawn.input(packed))).isTrue();
        assertThat(new gouji.document.odt.OdtReader().reads(Drawn.input(packed)))
                .isFalse();
        assertThat(Drawn.read(READER, packed)).containsExactly("标题", "|甲|乙|<|", "|^|7|7|");
        byte[] flat = xml(sheet).getBytes(StandardCharsets.UTF_8);
        assertThat(READER.reads(Drawn.input(flat))).isTrue();
        assertThat(Drawn.read(READER, flat)).containsExactly("标题", "|甲|乙|<|", "|^|7|7|");
        Grid grid = (Grid) READER.read(Drawn.input(packed)).blocks().get(1);
        assertThat(grid.cells().get(3).place().path()).isEqualTo("sheet 表!C6");
    }

    @Test
    void readsFiguresAsDisplayedWithoutLosingDigits() throws UnreadableException {
        String figure = "<table:table-cell office:value-type='float' office:value='%s' table:formula='of:=1+1'><office:"
                + "annotation><text:p>9</text:p></office:annotation><text:p>%s</text:p></table:table-cell>";

        assertThat(Drawn.read(
                        READER,
                        ods(sheet(row("a", figure.formatted("148161", "148,161"), figure.formatted("58.99", "59"))
                                + row("b", figure.formatted("0", "-"), figure.formatted("0.3", ""))))))
                .containsExactly("|a|148,161|58.99|", "|b|-|0.3|");
    }

    @Test
    void leavesOutWhatIsHiddenAndSaysSo() throws UnreadableException {
        Document read =
                READER.read(Drawn.input(ods("<table:table table:name='表'><table:table-column/><table:table-column"
                        + " table:visibility='collapse'/><table:table-column/>" + row("甲", "x", "1")
                        + "<table:table-row table:visibility='filter'><table:table-cell><text:p>y</text:p></table:table-cell>"
                        + "</table:table-row>" + row("乙", "x", "2") + "</table:table><table:table table:name='密'"
                        + " table:style-name='ta2'>" + row("z", "z") + "</table:table>")));

        assertThat(Drawn.draw(read)).containsExactly("|甲|1|", "|乙|2|");
        assertThat(Drawn.findings(read))
                .containsExactly("HIDDEN_ROWS sheet 表", "HIDDEN_COLUMNS sheet 表", "HIDDEN_SHEET sheet 密");
    }

    @Test
    void findsItsPictures() throws UnreadableException {
        Document read = READER.read(Drawn.input(ods(
                sheet(
                        row(
                                "甲",
                                "<table:table-cell><draw:frame><draw:image l:href='Pictures/1.png'/></draw:frame></table:table-cell>")),
                "Pictures/1.png",
                "P")));

        assertThat(Drawn.findings(read)).containsExactly("PICTURE_FOUND sheet 表!B1");
        assertThat(read.blocks())
                .anyMatch(b -> b instanceof Drawing d && d.file().length() == 1);
    }

    @Test
    @Timeout(30)
    void endsHugeRepetitions() throws UnreadableException {
        String full = "<table:table-row table:number-rows-repeated='1048576'><table:table-cell"
                + " table:number-columns-repeated='16384'><text:p>1</text:p></table:table-cell></table:table-row>";
        String hidden = "<table:table-row table:visibility='collapse' table:number-rows-repeated='1048576'/>";
        for (String bomb : new String[] {full, full.replace("16384", "1")}) {
            assertThatThrownBy(() -> READER.read(Drawn.input(ods(sheet(bomb)))))
                    .isInstanceOfSatisfying(
                            UnreadableException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT_CELLS));
        }
        Document blank = READER.read(Drawn.input(
                ods(sheet("<table:table-column table:visibility='collapse' table:number-columns-repeated='1000000'/>"
                        + full.replace("<text:p>1</text:p>", "") + hidden.repeat(3)))));
        assertThat(blank.blocks()).isEmpty();
        assertThat(blank.findings()).isEmpty();
    }

    @Test
    void saysThatItIsLocked() {
        assertThatThrownBy(
                        () -> READER.read(Drawn.input(ods("", "META-INF/manifest.xml", "<m><encryption-data/></m>"))))
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.ENCRYPTED));
    }
}
