package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Zip;
import gouji.source.Input;
import gouji.source.UnreadableException;
import gouji.table.LayoutBuilder;
import gouji.written.DocWriter;
import gouji.written.FlowWriters;
import gouji.written.OfficeWriters;
import gouji.written.Pictured;
import gouji.written.WrittenReport;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that want to harm: each ends in a reason of the ledger, or is read without the harm. */
@Timeout(60)
class HostileTest {
    /** Pictures are looked at, and nothing is ever recognised. */
    private static final ReportPipeline PIPELINE =
            new ReportPipeline(Readers.all(500, true), Optional.of(d -> d), new LayoutBuilder(), Wiring.builtIn());

    private static final WrittenReport REPORT = WrittenReport.ofFixtures().get(10);
    private static final String TYPES = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>";
    private static final String W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    // ---- archives

    @Test
    void takesNoArchiveForTheFirstThingInIt() {
        for (String mark : List.of("Rar!\u001A\u0007\1\0", "(\u00B5/\u00FD")) {
            String archive = mark + " %PDF-1.4 " + "x".repeat(999);
            assertThat(outcome(archive.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("TYPE_UNSUPPORTED");
        }
    }

    // ---- entities

    @Test
    void readsNoOtherFile(@TempDir Path dir) throws IOException {
        Path secret = Files.writeString(dir.resolve("secret.txt"), "secret");
        String type = "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>";
        assertThat(outcome(OfficeWriters.docx(type + "<w:document " + W
                        + "><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>")))
                .isEqualTo("UNSAFE_XML");
        assertThat(outcome(ofd(type + "<OFD><DocBody><DocRoot>&e;</DocRoot></DocBody></OFD>")))
                .isEqualTo("UNSAFE_XML");
        assertThat(outcome(odt(type + "<o><p>&e;</p></o>"))).isEqualTo("UNSAFE_XML");
        assertThat(outcome(Zip.of("[Content_Types].xml", TYPES, "xl/workbook.xml", type + "<workbook>&e;</workbook>")))
                .isEqualTo("UNSAFE_XML");
        assertThat(outcome(type + "<html><body>&e;</body></html>")).isEqualTo("UNSAFE_XML");
    }

    @Test
    void expandsNoEntities() {
        StringBuilder type = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 30; i++) {
            type.append("<!ENTITY e" + i + " '" + ("&e" + (i - 1) + ";").repeat(10) + "'>");
        }
        String bomb = type + "]><o><p>&e29;</p></o>";
        assertThat(outcome(OfficeWriters.docx(bomb))).isEqualTo("UNSAFE_XML");
        assertThat(outcome(odt(bomb))).isEqualTo("UNSAFE_XML");
        assertThat(outcome(ofd(bomb))).isEqualTo("UNSAFE_XML");
        assertThat(outcome(bomb.replace("<o>", "<html>"))).isEqualTo("UNSAFE_XML");
    }

    // ---- packages

    @Test
    void stopsPackagesThatUnpackToFarMore() {
        String zeros = "0".repeat(80 << 20);
        assertThat(outcome(OfficeWriters.docx("<w:document " + W + "/>", "word/big.xml", zeros)))
                .startsWith("LIMIT_");
        assertThat(outcome(odt(zeros))).startsWith("LIMIT_");
        assertThat(outcome(Zip.of("OFD.xml", "<OFD/>", "Doc_0/Document.xml", zeros, "x", zeros)))
                .isIn("LIMIT_RATIO", "LIMIT_INFLATE", "CORRUPT");
    }

    @Test
    void believesNoPartWhoseChecksumDoesNotFit() {
        byte[] zip = Zip.of("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<o><p>one</p></o>");
        String latin = new String(zip, StandardCharsets.ISO_8859_1);
        int stated = latin.indexOf("PK\1\2", latin.indexOf("PK\1\2") + 1) + 16;
        zip[stated]++;
        assertThat(outcome(zip)).isEqualTo("CORRUPT");
    }

    @Test
    void followsNoPathOutOfAPackage() {
        assertThat(outcome(ofd("<OFD><DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody></OFD>")))
                .isEqualTo("UNSAFE_PATH");
        assertThat(outcome(Zip.of(
                        "[Content_Types].xml", TYPES, "../../word/document.xml", "<x/>", "word/document.xml", "<x/>")))
                .isEqualTo("UNSAFE_PATH");
        assertThat(outcome(odt("<o><image href='../../../etc/passwd'/></o>"))).isEqualTo("NO_REPORT_FOUND");
    }

    @Test
    void endsPageTreesThatHoldThemselves() {
        String page = "<Page ID='1' BaseLoc='Document.xml'/>";
        assertThat(outcome(ofd(
                        "<OFD><DocBody><DocRoot>Document.xml</DocRoot></DocBody></OFD>",
                        "Document.xml",
                        "<Document><CommonData><TemplatePage ID='7' BaseLoc='Document.xml'/></CommonData><Pages>" + page
                                + "<Template TemplateID='7'/></Pages></Document>")))
                .isIn("NOT_READABLE", "NO_REPORT_FOUND");
        assertThat(outcome(ofd(
                        "<OFD><DocBody><DocRoot>Document.xml</DocRoot></DocBody></OFD>",
                        "Document.xml",
                        "<Document><Pages>" + page.repeat(600) + "</Pages></Document>")))
                .isEqualTo("LIMIT_PAGES");
        String cycle =
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 2000000000/Kids[3 0"
                        + " R 2 0 R]/Parent 3 0 R>>endobj\n3 0 obj<</Type/Pages/Count 9/Kids[2 0 R 3 0 R]/Parent 2 0 R>>endobj\n"
                        + "trailer<</Root 1 0 R>>\n%%EOF";
        assertThat(outcome(cycle)).isIn("CORRUPT", "TRUNCATED", "NOT_READABLE", "LIMIT_PAGES");
    }

    // ---- depth

    @Test
    void standsDeepNesting() {
        int deep = 100_000;
        assertThat(outcome("<html><body>" + "<div>".repeat(deep) + "x" + "</div>".repeat(deep)))
                .isIn("NO_REPORT_FOUND", "LIMIT_DEPTH");
        assertThat(outcome("<html><body>" + "<table><tr><td>".repeat(deep))).isEqualTo("LIMIT_DEPTH");
        assertThat(outcome("{\\rtf1 " + "{".repeat(deep) + "x" + "}".repeat(deep) + "}"))
                .isIn("NO_REPORT_FOUND", "LIMIT_DEPTH");
        assertThat(outcome("{\\rtf1 " + "\\itap9999\\trowd\\cellx1 ".repeat(2000) + "}"))
                .isIn("NO_REPORT_FOUND", "LIMIT_DEPTH", "NOT_READABLE");
        assertThat(outcome(OfficeWriters.docx("<w:document " + W + "><w:body>" + "<w:tbl><w:tr><w:tc>".repeat(2000))))
                .isIn("LIMIT_XML", "LIMIT_DEPTH");
        assertThat(outcome(odt("<a>".repeat(2000)))).isEqualTo("LIMIT_XML");
        assertThat(outcome(ofd("<a>".repeat(2000)))).isEqualTo("LIMIT_XML");
    }

    // ---- size

    @Test
    void countsCells() {
        assertThat(outcome("<html><table><tr>" + "<td>1".repeat(300_000))).isEqualTo("LIMIT_CELLS");
        assertThat(outcome("<html><table>" + "<tr><td colspan=999999999 rowspan=999999999>1".repeat(2000)))
                .isIn("LIMIT_CELLS", "NO_REPORT_FOUND");
        assertThat(outcome("{\\rtf1 " + "\\trowd\\cellx1\\intbl x\\cell\\row ".repeat(210_000) + "}"))
                .isEqualTo("LIMIT_CELLS");
        assertThat(outcome((",".repeat(1_000_000) + "\n").repeat(4))).isEqualTo("LIMIT_CELLS");
        assertThat(outcome(("1\t".repeat(1_000_000) + "\n").repeat(2))).isEqualTo("LIMIT_CELLS");
        assertThat(outcome(("1 | ".repeat(1_000_000) + "\n").repeat(2))).isEqualTo("LIMIT_CELLS");
    }

    @Test
    void standsSheetsOfAHundredThousandColumns() {
        StringBuilder row = new StringBuilder("<row r='1'>");
        for (int c = 0; c < 100_000; c++) {
            row.append("<c><v>" + c * 7919L % 99991 + "</v></c>");
        }
        String sheet = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>" + row
                + "</row></sheetData><mergeCells count='1'><mergeCell ref='A1:XFD1048576'/></mergeCells></worksheet>";
        assertThat(outcome(xlsx(sheet))).isIn("LIMIT_CELLS", "CORRUPT", "NO_REPORT_FOUND");
    }

    // ---- pictures

    @Test
    void looksAtNoPictureThatIsTooLarge() throws IOException {
        byte[] huge = png(100_000, 100_000);
        assertThat(outcome(huge)).isEqualTo("LIMIT_PIXELS");
        String page = "<html><body><p>" + "字".repeat(40) + "</p><img src='data:image/png;base64,"
                + Base64.getEncoder().encodeToString(huge) + "'>";
        assertThat(outcome(page)).isEqualTo("NO_REPORT_FOUND");
    }

    @Test
    void standsPicturesOfOnePixelsHeight() {
        BufferedImage flat = new BufferedImage(3000, 1, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage thin = new BufferedImage(1, 3000, BufferedImage.TYPE_BYTE_GRAY);
        ReportPipeline reading = new ReportPipeline(
                Readers.all(500, true),
                Optional.of(new gouji.document.ocr.PictureRecognizer(new gouji.document.ocr.onnx.PpOcrModel())),
                new LayoutBuilder(),
                Wiring.builtIn());
        for (BufferedImage image : List.of(flat, thin)) {
            assertThat(outcome(reading, Pictured.png(image))).isIn("NOT_READABLE", "NO_REPORT_FOUND");
        }
    }

    @Test
    void followsNoLoopOfPictures() {
        byte[] loop = {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        assertThat(outcome(loop)).isEqualTo("CORRUPT");
        loop[10] = 40;
        assertThat(outcome(loop)).isEqualTo("CORRUPT");
    }

    // ---- macros

    @Test
    void readsDocumentsWithMacrosWithoutThem() throws IOException, UnreadableException {
        byte[] docm = OfficeWriters.docx(
                "<w:document " + W + "><w:body>" + OfficeWriters.body(REPORT.document()) + "</w:body></w:document>",
                "word/vbaProject.bin",
                "macro");
        byte[] doc = withMacros(DocWriter.doc(REPORT.document()), "Macros");
        byte[] xls = withMacros(FlowWriters.xls(REPORT.document()), "_VBA_PROJECT_CUR");
        for (byte[] file : List.of(docm, doc, xls)) {
            var report = PIPELINE.extract(Input.of("x", file)).checked().report();
            assertThat(report.observations()).hasSize(REPORT.values().size());
            assertThat(report.findings()).anyMatch(f -> f.code().equals("MACROS"));
        }
    }

    // ---- helpers

    private static String outcome(String text) {
        return outcome(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String outcome(byte[] bytes) {
        return outcome(PIPELINE, bytes);
    }

    private static String outcome(ReportPipeline pipeline, byte[] bytes) {
        try {
            pipeline.extract(Input.of("hostile", bytes));
            return "imported";
        } catch (UnreadableException e) {
            return e.reason().name();
        }
    }

    private static byte[] odt(String content) {
        return Zip.of("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", content);
    }

    private static byte[] ofd(String root, String... more) {
        String[] parts = new String[more.length + 2];
        parts[0] = "OFD.xml";
        parts[1] = root;
        System.arraycopy(more, 0, parts, 2, more.length);
        return Zip.of(parts);
    }

    private static byte[] xlsx(String sheet) {
        String relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String relations =
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship"
                        + " Id='r1' Type='" + relation;
        return Zip.of(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels'"
                        + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName="
                        + "'/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main"
                        + "+xml'/><Override PartName='/xl/s1.xml' ContentType='application/vnd.openxmlformats-officedocument."
                        + "spreadsheetml.worksheet+xml'/></Types>",
                "_rels/.rels",
                relations + "/officeDocument' Target='xl/workbook.xml'/></Relationships>",
                "xl/workbook.xml",
                "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='" + relation
                        + "'><sheets><sheet name='a' sheetId='1' r:id='r1'/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                relations + "/worksheet' Target='s1.xml'/></Relationships>",
                "xl/s1.xml",
                sheet);
    }

    /** A picture that states a size and holds next to nothing. */
    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        java.io.DataOutputStream out = new java.io.DataOutputStream(bytes);
        out.writeLong(0x89504E470D0A1A0AL);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        java.io.DataOutputStream h = new java.io.DataOutputStream(header);
        h.writeInt(width);
        h.writeInt(height);
        h.write(new byte[] {8, 0, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        chunk(out, "IDAT", new byte[2000]);
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(java.io.DataOutputStream out, String type, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(StandardCharsets.US_ASCII));
        sum.update(content);
        out.writeInt(content.length);
        out.writeBytes(type);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }

    private static byte[] withMacros(byte[] ole2, String storage) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(ole2))) {
            files.createDirectory(storage)
                    .createDirectory("VBA")
                    .createDocument("dir", new ByteArrayInputStream("macro".getBytes(StandardCharsets.UTF_8)));
            files.writeFilesystem(out);
        }
        return out.toByteArray();
    }
}
