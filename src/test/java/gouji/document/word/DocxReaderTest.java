package gouji.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.document.Drawn;
import gouji.document.Grid;
import gouji.document.Zip;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DocxReaderTest {
    private static final DocxReader READER = new DocxReader();
    private static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    @Test
    void readsWhatPoiWrites() throws UnreadableException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument()) {
            word.createParagraph().createRun().setText("标题");
            XWPFTable table = word.createTable(2, 2);
            table.getRow(0).getCell(0).setText("甲");
            table.getRow(0).getCell(1).setText("1");
            table.getRow(1).getCell(0).setText("乙");
            word.write(bytes);
        }
        assertThat(READER.reads(Drawn.input(bytes.toByteArray()))).isTrue();
        assertThat(Drawn.read(READER, bytes.toByteArray())).containsExactly("标题", "|甲|1|", "|乙||");
    }

    @Test
    void readsMergedCells() throws UnreadableException {
        assertThat(read(table(
                        tr(tc("<w:vMerge w:val='restart'/>", p("甲")), tc("<w:gridSpan w:val='2'/>", p("乙"))),
                        tr(tc("<w:vMerge/>", p("")), tc("", p("1")), tc("", p("2"))))))
                .containsExactly("|甲|乙|<|", "|^|1|2|");
    }

    @Test
    void readsRowsIndentedInTheGrid() throws UnreadableException {
        String indented = "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + tc("", p("1")) + "</w:tr>";
        Grid grid = (Grid) READER.read(Drawn.input(docx("", table(tr(tc("", p("甲")), tc("", p("乙"))), indented), "")))
                .blocks()
                .get(0);
        assertThat(grid.cells())
                .filteredOn(c -> c.text().equals("1"))
                .extracting(c -> c.column())
                .containsExactly(1);
    }

    @Test
    void acceptsTrackedChanges() throws UnreadableException {
        assertThat(read(
                        "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>坏</w:delText></w:r></w:del><w:ins><w:r><w:t>乙</w:t></w:r></w:ins>"
                                + "<w:moveFrom><w:r><w:t>坏</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>丙</w:t></w:r></w:moveTo></w:p>"
                                + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>" + p("后")))
                .containsExactly("甲乙丙", "前后");
    }

    @Test
    void dropsDeletedRowsAndCells() throws UnreadableException {
        assertThat(read(table(
                        "<w:tr><w:trPr><w:del/></w:trPr>" + tc("", p("坏")) + tc("", p("坏")) + "</w:tr>",
                        tr(tc("", p("甲")), tc("<w:cellDel/>", p("坏")), tc("", p("1"))),
                        "<w:tr><w:trPr><w:ins/></w:trPr>" + tc("", p("乙")) + tc("", p("2")) + "</w:tr>")))
                .containsExactly("|甲|1|", "|乙|2|");
    }

    @Test
    void readsTextBoxesOnceAndAfterTheirParagraph() throws UnreadableException {
        String box = "<w:txbxContent>" + p("框一") + p("框二") + "</w:txbxContent>";
        assertThat(read("<w:p><w:r><w:t>前</w:t><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>"
                        + box + "</mc:Fallback></mc:AlternateContent><w:t>后</w:t></w:r></w:p>"))
                .containsExactly("前后", "框一", "框二");
    }

    @Test
    void readsFieldsLinksControlsTabsAndBreaks() throws UnreadableException {
        assertThat(
                        read(
                                "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:p><w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink>"
                                        + "<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple w:instr='X'><w:r><w:t>7</w:t><w:tab/><w:t>8</w:t><w:br/>"
                                        + "<w:t>9</w:t></w:r></w:fldSimple><w:r><w:rPr><w:vanish/></w:rPr><w:t>坏</w:t></w:r>"
                                        + "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>0</w:t></w:r></w:p></w:sdtContent></w:sdt>"))
                .containsExactly("链7 8", "90");
    }

    @Test
    void readsATableInACellAsATableOfItsOwn() throws UnreadableException {
        String inner = table(tr(tc("", p("x")), tc("", p("y"))));
        assertThat(read(table(tr(tc("", p("甲")), tc("", p("1"))), tr(tc("", p("乙")), tc("", p("2") + inner)))))
                .containsExactly("|甲|1|", "|乙|2|", "|x|y|");
    }

    @Test
    void tellsOfPicturesAndFetchesNone() throws UnreadableException {
        String rels = "<Relationship Id='r1' Type='" + R + "/image' Target='media/1.png'/><Relationship Id='r2' Type='"
                + R + "/image' Target='http://a.invalid/2.png' TargetMode='External'/>";
        String body = "<w:p><w:r><a:blip r:embed='r1'/><a:blip r:link='r2'/></w:r></w:p>";
        assertThat(Drawn.findings(READER.read(Drawn.input(docx("", body, rels, "word/media/1.png", "x")))))
                .containsExactly("PICTURE_FOUND picture 1", "REMOTE_PICTURE picture 2");
    }

    @Test
    void refusesDocumentTypesAndPartsThatLeadOut() {
        String type = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>";
        refuses(docx(type, p("&e;"), ""), Reason.UNSAFE_XML);
        refuses(docx("", p("x"), "", "../../../out.xml", "x"), Reason.UNSAFE_PATH);
    }

    @Test
    void refusesFilesCutShort() {
        byte[] docx = docx("", p("x"), "");
        byte[] cut = Arrays.copyOf(docx, docx.length - 40);
        assertThat(READER.reads(Drawn.input(cut))).isTrue();
        refuses(cut, Reason.TRUNCATED);
    }

    @Test
    @Timeout(30)
    void keepsToItsLimits() {
        refuses(
                docx("", "<w:tbl><w:tr><w:tc>".repeat(60) + p("x") + "</w:tc></w:tr></w:tbl>".repeat(60), ""),
                Reason.LIMIT_DEPTH);
        refuses(docx("", "<w:p>" + "<w:ins>".repeat(300) + "</w:ins>".repeat(300) + "</w:p>", ""), Reason.LIMIT_XML);
        refuses(
                docx("", "<w:tbl><w:tr><w:tc>".repeat(5000) + p("x") + "</w:tc></w:tr></w:tbl>".repeat(5000), ""),
                Reason.LIMIT_RATIO);
        refuses(docx("", " ".repeat(70 << 20), ""), Reason.LIMIT_RATIO);
        assertThatThrownBy(() -> new BodyWalk(
                                body(table(tr(tc("<w:gridSpan w:val='999999999'/>", "")
                                                .repeat(2000))
                                        .repeat(2))),
                                Map.of())
                        .read("docx"))
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT_CELLS));
    }

    private static String p(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static String tc(String properties, String content) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
    }

    private static String tr(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    private static String table(String... rows) {
        return "<w:tbl><w:tblPr/><w:tblGrid/>" + String.join("", rows) + "</w:tbl>";
    }

    private static byte[] docx(String type, String body, String rels, String... more) {
        String[] parts = {
            "[Content_Types].xml",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='xml' ContentType='application/xml'/>"
                    + "<Default Extension='png' ContentType='image/png'/>"
                    + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                    + "<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>",
            "_rels/.rels",
            relationships("<Relationship Id='r' Type='" + R + "/officeDocument' Target='word/document.xml'/>"),
            "word/_rels/document.xml.rels",
            relationships(rels),
            "word/document.xml",
            type + main(body)
        };
        String[] all = Arrays.copyOf(parts, parts.length + more.length);
        System.arraycopy(more, 0, all, parts.length, more.length);
        return Zip.of(all);
    }

    private static String main(String body) {
        return "<w:document xmlns:w='w' xmlns:mc='m' xmlns:a='a' xmlns:r='r'><w:body>" + body
                + "</w:body></w:document>";
    }

    private static byte[] body(String body) {
        return main(body).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String relationships(String inner) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + inner
                + "</Relationships>";
    }

    private static List<String> read(String body) throws UnreadableException {
        return Drawn.read(READER, docx("", body, ""));
    }

    @Test
    void tellsOfTrackedChangesAndComments() throws UnreadableException {
        String body =
                "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
                        + "<w:r><w:commentReference w:id='1'/></w:r></w:p>";
        gouji.document.Document read = new DocxReader()
                .read(Drawn.input(gouji.written.OfficeWriters.docx(
                        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
                                + body + "</w:body></w:document>")));
        assertThat(Drawn.draw(read)).containsExactly("new");
        assertThat(read.findings()).extracting(gouji.document.Finding::code).containsExactly("REVISIONS", "COMMENTS");
    }

    private static void refuses(byte[] bytes, Reason reason) {
        assertThatThrownBy(() -> Drawn.read(READER, bytes))
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
