package gouji.document.odt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.document.Drawn;
import gouji.document.Zip;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OdtReaderTest {
    private static final OdtReader READER = new OdtReader();
    private static final String TYPE = "application/vnd.oasis.opendocument.text";

    @Test
    void readsParagraphsHeadingsAndSpaces() throws UnreadableException {
        assertThat(read(
                        "<text:h>一、<text:span>总体</text:span></text:h><text:list><text:list-item><text:p>甲<text:s text:c='2'/>乙\n  丙<text:tab/>丁"
                                + "<text:line-break/>戊</text:p></text:list-item></text:list>"))
                .containsExactly("一、总体", "甲  乙 丙 丁", "戊");
    }

    @Test
    void readsSpansCoveredAndRepeatedCells() throws UnreadableException {
        assertThat(
                        read(
                                "<table:table><table:table-column table:number-columns-repeated='4'/><table:table-header-rows><table:table-row>"
                                        + cell("table:number-rows-spanned='2'", "甲")
                                        + cell("table:number-columns-spanned='3'", "乙")
                                        + "<table:covered-table-cell table:number-columns-repeated='2'/></table:table-row></table:table-header-rows>"
                                        + "<table:table-row><table:covered-table-cell/>" + cell("", "1")
                                        + "<table:table-cell table:number-columns-repeated='2'/></table:table-row></table:table>"))
                .containsExactly("|甲|乙|<|<|", "|^|1|||");
    }

    @Test
    void readsATableInACellAsATableOfItsOwn() throws UnreadableException {
        String inner =
                "<table:table><table:table-row>" + cell("", "x") + cell("", "y") + "</table:table-row></table:table>";
        assertThat(read("<table:table><table:table-row>" + cell("", "甲") + cell("", "1")
                        + "</table:table-row><table:table-row>" + cell("", "乙") + "<table:table-cell><text:p>2</text:p>"
                        + inner + "</table:table-cell></table:table-row></table:table>"))
                .containsExactly("|甲|1|", "|乙|2|", "|x|y|");
    }

    @Test
    void leavesOutDeletionsNotesCommentsAndHiddenRows() throws UnreadableException {
        assertThat(read(
                        "<text:tracked-changes><text:changed-region><text:deletion><text:p>坏</text:p></text:deletion></text:changed-region>"
                                + "</text:tracked-changes><text:p>好<text:note><text:p>坏</text:p></text:note><office:annotation><text:p>坏</text:p>"
                                + "</office:annotation></text:p><table:table><table:table-row table:visibility='collapse'>"
                                + cell("", "坏")
                                + "</table:table-row><table:table-row>" + cell("", "甲") + cell("", "1")
                                + "</table:table-row></table:table>"))
                .containsExactly("好", "|甲|1|");
    }

    @Test
    void readsTextBoxesAfterTheirParagraphAndTellsOfPictures() throws UnreadableException {
        byte[] odt = odt(
                "<text:p>前<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>后<draw:frame>"
                        + "<draw:image xlink:href='Pictures/1.png'/></draw:frame><draw:image xlink:href='http://a.invalid/x.png'/></text:p>");
        assertThat(Drawn.read(READER, odt)).containsExactly("前后", "框");
        assertThat(Drawn.findings(READER.read(Drawn.input(odt))))
                .containsExactly("PICTURE_FOUND picture 1", "REMOTE_PICTURE picture 2");
    }

    @Test
    void knowsTextDocumentsByTheirTypePart() {
        assertThat(READER.reads(Drawn.input(odt("")))).isTrue();
        assertThat(READER.reads(Drawn.input(
                        Zip.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", ""))))
                .isFalse();
    }

    @Test
    void refusesDocumentTypes() {
        String content = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>";
        refuses(Zip.of("mimetype", TYPE, "content.xml", content), Reason.UNSAFE_XML);
        String laughs = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><x>&b;</x>";
        refuses(Zip.of("mimetype", TYPE, "content.xml", laughs), Reason.UNSAFE_XML);
    }

    @Test
    void refusesPartsThatLeadOutOfThePackage() {
        refuses(Zip.of("mimetype", TYPE, "content.xml", "<x/>", "../../out.xml", "x"), Reason.UNSAFE_PATH);
    }

    @Test
    void refusesEncryptedAndDamagedPackages() {
        refuses(
                Zip.of("mimetype", TYPE, "content.xml", "x", "META-INF/manifest.xml", "<m:encryption-data/>"),
                Reason.ENCRYPTED);
        refuses(Zip.of("mimetype", TYPE, "content.xml", "<x>"), Reason.CORRUPT);
        byte[] odt = odt("<text:p>甲</text:p>");
        assertThat(READER.reads(Drawn.input(Arrays.copyOf(odt, odt.length - 30))))
                .isTrue();
        refuses(Arrays.copyOf(odt, odt.length - 30), Reason.TRUNCATED);
    }

    @Test
    @Timeout(20)
    void keepsToItsLimits() {
        refuses(odt("<text:p>".repeat(5000)), Reason.LIMIT_XML);
        refuses(odt("<text:p>" + " ".repeat(70 << 20) + "</text:p>"), Reason.LIMIT_RATIO);
        String rows = ("<table:table-row>" + "<table:table-cell table:number-columns-repeated='1000000000'/>".repeat(10)
                        + "</table:table-row>")
                .repeat(100);
        refuses(odt("<table:table>" + rows + "</table:table>"), Reason.LIMIT_CELLS);
    }

    private static String cell(String attributes, String text) {
        return "<table:table-cell " + attributes + "><text:p>" + text + "</text:p></table:table-cell>";
    }

    private static byte[] odt(String body) {
        return Zip.of(
                "mimetype",
                TYPE,
                "content.xml",
                "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:draw='d' xmlns:xlink='x'>"
                        + "<office:body><office:text>" + body
                        + "</office:text></office:body></office:document-content>");
    }

    private static List<String> read(String body) throws UnreadableException {
        return Drawn.read(READER, odt(body));
    }

    private static void refuses(byte[] bytes, Reason reason) {
        assertThatThrownBy(() -> Drawn.read(READER, bytes))
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
