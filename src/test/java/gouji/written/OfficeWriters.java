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

    /** OpenDocument spreadsheet; blank cells and rows are said once for several, as LibreOffice does. */
    public static byte[] ods(Document document) {
        StringBuilder out = new StringBuilder(
                "<o:document xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:table='t' xmlns:text='x'"
                        + "><o:body><o:spreadsheet><table:table table:name='年报'><table:table-column"
                        + " table:number-columns-repeated='1024'/>");
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph p) {
                out.append("<table:table-row>" + cell("", p.text())
                        + "<table:table-cell table:number-columns-repeated='1023'/></table:table-row>");
            } else if (block instanceof Grid grid) {
                FlowWriters.rows(grid).forEach((r, cells) -> {
                    out.append("<table:table-row>");
                    for (GridCell c : cells) {
                        String covered = "<table:covered-table-cell table:number-columns-repeated='";
                        if (c.row() == r) {
                            out.append(cell(
                                    " table:number-columns-spanned='" + c.columnSpan() + "' table:number-rows-spanned='"
                                            + c.rowSpan() + "'",
                                    c.text()));
                        } else {
                            out.append(covered + "1'/>");
                        }
                        out.append(c.columnSpan() > 1 ? covered + (c.columnSpan() - 1) + "'/>" : "");
                    }
                    out.append("</table:table-row>");
                });
            }
            out.append("<table:table-row table:number-rows-repeated='2'><table:table-cell"
                    + " table:number-columns-repeated='1024'/></table:table-row>");
        }
        out.append("<table:table-row table:number-rows-repeated='1048000'><table:table-cell"
                + " table:number-columns-repeated='1024'/></table:table-row></table:table></o:spreadsheet></o:body>"
                + "</o:document>");
        return Zip.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", out.toString());
    }

    private static String cell(String spans, String text) {
        String type = text.matches("\\d+(?:\\.\\d+)?") ? " o:value-type='float' o:value='" + text + "'" : "";
        return "<table:table-cell" + spans + type
                + (text.isEmpty() ? "/>" : "><text:p>" + FlowWriters.xml(text) + "</text:p></table:table-cell>");
    }
}
