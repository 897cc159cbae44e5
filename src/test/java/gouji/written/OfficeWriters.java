package gouji.written;

import gouji.document.Block;
import gouji.document.Document;
import gouji.document.Grid;
import gouji.document.GridCell;
import gouji.document.Paragraph;
import gouji.document.Zip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a document as the Office formats that are packages. */
public final class OfficeWriters {
    private static final String W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    private OfficeWriters() {}

    public static byte[] docx(Document document) {
        return docx("<w:document " + W + "><w:body>" + body(document) + "</w:body></w:document>");
    }

    /** A package around the given main part. */
    public static byte[] docx(String mainPart, String... moreParts) {
        String[] parts = {
            "[Content_Types].xml",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType="
                    + "'application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='png' ContentType="
                    + "'image/png'/><Default Extension='bin' ContentType='application/vnd.ms-office.vbaProject'/><Override"
                    + " PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument."
                    + "wordprocessingml.document.main+xml'/></Types>",
            "_rels/.rels",
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type="
                    + "'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target="
                    + "'word/document.xml'/></Relationships>",
            "word/document.xml",
            mainPart
        };
        String[] all = java.util.Arrays.copyOf(parts, parts.length + moreParts.length);
        System.arraycopy(moreParts, 0, all, parts.length, moreParts.length);
        return Zip.of(all);
    }

    /** WordprocessingML of paragraphs and tables. */
    public static String body(Document document) {
        StringBuilder out = new StringBuilder();
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph p) {
                out.append(paragraph(p.text()));
            } else if (block instanceof Grid grid) {
                out.append("<w:tbl><w:tblPr/><w:tblGrid/>");
                FlowWriters.rows(grid).forEach((r, cells) -> {
                    out.append("<w:tr>");
                    for (GridCell c : cells) {
                        String merge =
                                c.rowSpan() == 1 ? "" : c.row() == r ? "<w:vMerge w:val='restart'/>" : "<w:vMerge/>";
                        out.append("<w:tc><w:tcPr><w:gridSpan w:val='" + c.columnSpan() + "'/>" + merge + "</w:tcPr>"
                                + paragraph(c.row() == r ? c.text() : "") + "</w:tc>");
                    }
                    out.append("</w:tr>");
                });
                out.append("</w:tbl>");
            }
        }
        return out.toString();
    }

    /** WordprocessingML of 2003: one XML file. */
    public static byte[] wordXml(Document document) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument"
                        + " xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml' xmlns:wx='wx'><w:body><wx:sect>"
                        + body(document).replace("w:vMerge", "w:vmerge") + "</wx:sect></w:body></w:wordDocument>")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t xml:space='preserve'>" + FlowWriters.xml(text) + "</w:t></w:r></w:p>";
    }

    public static byte[] xlsx(Document document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            FlowWriters.sheet(workbook.createSheet("年报"), document);
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
