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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** A document that was read, written anew in another format: plain, but with every span. */
public final class FlowWriters {
    private FlowWriters() {}

    static TreeMap<Integer, List<GridCell>> rows(Grid grid) {
        TreeMap<Integer, List<GridCell>> rows = new TreeMap<>();
        for (GridCell c : grid.cells()) {
            for (int r = 0; r < c.rowSpan(); r++) {
                rows.computeIfAbsent(c.row() + r, x -> new ArrayList<>()).add(c);
            }
        }
        rows.values().forEach(r -> r.sort(Comparator.comparingInt(GridCell::column)));
        return rows;
    }

    static String xml(String s) {
        return s.replace("&", "&amp;").replace("<", "&lt;");
    }

    public static byte[] odt(Document document) {
        return Zip.of(
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "content.xml",
                "<o:d xmlns:o='o' xmlns:text='t' xmlns:table='b'>" + odtBody(document) + "</o:d>");
    }

    /** The same in one XML file. */
    public static byte[] flatOdt(Document document) {
        return ("<?xml version='1.0' encoding='UTF-8'?><office:document"
                        + " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='t' xmlns:table='b'"
                        + " office:mimetype='application/vnd.oasis.opendocument.text'><office:body><office:text>"
                        + odtBody(document) + "</office:text></office:body></office:document>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String odtBody(Document document) {
        StringBuilder out = new StringBuilder();
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph p) {
                out.append("<text:p>").append(xml(p.text())).append("</text:p>");
            } else if (block instanceof Grid grid) {
                out.append("<table:table>");
                rows(grid).forEach((r, cells) -> {
                    out.append("<table:table-row>");
                    for (GridCell c : cells) {
                        String covered = "<table:covered-table-cell/>".repeat(c.columnSpan() - 1);
                        out.append(
                                c.row() < r
                                        ? "<table:covered-table-cell/>" + covered
                                        : "<table:table-cell table:number-columns-spanned='" + c.columnSpan()
                                                + "' table:number-rows-spanned='" + c.rowSpan() + "'><text:p>"
                                                + xml(c.text()) + "</text:p></table:table-cell>" + covered);
                    }
                    out.append("</table:table-row>");
                });
                out.append("</table:table>");
            }
        }
        return out.toString();
    }

    public static byte[] rtf(Document document) {
        StringBuilder out = new StringBuilder("{\\rtf1\\ansi\\ansicpg936\\uc1 ");
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph p) {
                out.append("\\pard ").append(rtf(p.text(), true)).append("\\par\n");
            } else if (block instanceof Grid grid) {
                rows(grid).forEach((r, cells) -> {
                    out.append("\\trowd");
                    for (GridCell c : cells) {
                        boolean down = c.rowSpan() > 1;
                        out.append(down ? c.row() == r ? "\\clvmgf" : "\\clvmrg" : "")
                                .append("\\cellx")
                                .append(700 * (c.column() + c.columnSpan()));
                    }
                    out.append("\\pard\\intbl ");
                    cells.forEach(c ->
                            out.append(c.row() == r ? rtf(c.text(), false) : "").append("\\cell "));
                    out.append("\\row\n");
                });
            }
        }
        return out.append("}").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Characters beyond ASCII by turns as Unicode and in the code page. */
    private static String rtf(String s, boolean unicode) {
        StringBuilder out = new StringBuilder();
        for (char c : s.toCharArray()) {
            if (c < 0x80) {
                out.append("\\{}".indexOf(c) >= 0 ? "\\" + c : "" + c);
            } else if (unicode) {
                out.append("\\u").append((short) c).append('?');
            } else {
                for (byte b : String.valueOf(c).getBytes(Charset.forName("GB18030"))) {
                    out.append(String.format("\\'%02x", b & 0xFF));
                }
            }
        }
        return out.toString();
    }

    public static byte[] csv(Document document) {
        List<String> lines = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph p) {
                lines.add(quoted(p.text()) + ",".repeat(9));
            } else if (block instanceof Grid grid) {
                lines.add(",".repeat(9));
                int columns = grid.cells().stream()
                        .mapToInt(c -> c.column() + c.columnSpan())
                        .max()
                        .orElseThrow();
                rows(grid).forEach((r, cells) -> {
                    GridCell last = cells.get(cells.size() - 1);
                    lines.add(cells.stream()
                                    .map(c -> (c.row() == r ? quoted(c.text()) : "") + ",".repeat(c.columnSpan() - 1))
                                    .collect(Collectors.joining(","))
                            + ",".repeat(columns - last.column() - last.columnSpan()));
                });
                lines.add(",".repeat(9));
            }
        }
        return String.join("\r\n", lines).getBytes(Charset.forName("GB18030"));
    }

    private static String quoted(String s) {
        return s.matches("[^,\"\\r\\n]*") ? s : '"' + s.replace("\"", "\"\"") + '"';
    }

    public static byte[] xls(Document document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            sheet(workbook.createSheet(), document);
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void sheet(Sheet sheet, Document document) {
        int next = 0;
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph p) {
                sheet.createRow(next++).createCell(0).setCellValue(p.text());
            } else if (block instanceof Grid grid) {
                next = table(sheet, grid, next + 1) + 1;
            }
        }
    }

    private static int table(Sheet sheet, Grid grid, int top) {
        int end = top;
        for (GridCell c : grid.cells()) {
            int r = top + c.row();
            Row row = sheet.getRow(r) == null ? sheet.createRow(r) : sheet.getRow(r);
            if (c.text().matches("0|[1-9][0-9]{0,8}(?:\\.[0-9]{1,3})?")) {
                row.createCell(c.column()).setCellValue(Double.parseDouble(c.text()));
            } else {
                row.createCell(c.column()).setCellValue(c.text());
            }
            if (c.rowSpan() > 1 || c.columnSpan() > 1) {
                sheet.addMergedRegion(
                        new CellRangeAddress(r, r + c.rowSpan() - 1, c.column(), c.column() + c.columnSpan() - 1));
            }
            end = Math.max(end, r + c.rowSpan());
        }
        return end;
    }

    /** As a web page saved in one file, in GBK without saying so. */
    public static byte[] mhtml(Document document) {
        StringBuilder out = new StringBuilder("<html><body>");
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph p) {
                out.append("<p>").append(xml(p.text())).append("</p>");
            } else if (block instanceof Grid grid) {
                out.append("<table>");
                rows(grid).forEach((r, cells) -> {
                    out.append("<tr>");
                    cells.stream()
                            .filter(c -> c.row() == r)
                            .forEach(c -> out.append("<td colspan=" + c.columnSpan() + " rowspan=" + c.rowSpan()
                                    + "><p class=MsoNormal><span>" + xml(c.text()) + "<o:p></o:p></span></p></td>"));
                    out.append("</tr>");
                });
                out.append("</table>");
            }
        }
        String body =
                java.util.Base64.getMimeEncoder().encodeToString(out.toString().getBytes(Charset.forName("GB18030")));
        return ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: text/html\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n" + body + "\r\n--B--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
