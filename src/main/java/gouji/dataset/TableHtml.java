package gouji.dataset;

import gouji.table.Cell;
import gouji.table.HeaderModel;
import gouji.table.Table;
import gouji.table.TableStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** NAME.html: all tables of a document with their spans; needs nothing but itself. */
public final class TableHtml implements TableWriter {
    private static final String STYLE = "body{font-family:sans-serif}table{border-collapse:collapse;margin:1em 0}"
            + "td,th{border:1px solid #888;padding:.2em .5em}th{background:#eef}caption{text-align:left}";

    private final OutputStream out;
    private int tables;

    public TableHtml(TableFiles files) throws IOException {
        this.out = files.open(".html");
        String name = escaped(files.name());
        write("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>" + name + "</title>\n<style>" + STYLE
                + "</style>\n</head>\n<body>\n<h1>" + name + "</h1>\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void table(TableStream.Stretch stretch, HeaderModel headers) throws IOException {
        tables += stretch.continued() ? 0 : 1;
        Table table = stretch.table();
        StringBuilder html = new StringBuilder("<table>\n<caption>" + caption(stretch) + "</caption>\n");
        int next = 0;
        for (int r = 0; r < table.rows(); r++) {
            html.append("<tr>");
            int column = 0;
            for (; next < table.cells().size() && table.cells().get(next).row() == r; next++) {
                Cell c = table.cells().get(next);
                column = fill(table, r, column, c.column(), html);
                append(c, headers, html);
                column += c.columnSpan();
            }
            fill(table, r, column, table.columns(), html);
            html.append("</tr>\n");
        }
        write(html.append("</table>\n").toString());
    }

    /** Places that no cell covers get an empty one, so that what follows stands in its column. */
    private static int fill(Table table, int row, int from, int to, StringBuilder html) {
        for (int c = from; c < to; c++) {
            int column = c;
            boolean covered = table.cellsOver(row).stream()
                    .anyMatch(o -> o.column() <= column && column < o.column() + o.columnSpan());
            if (!covered) {
                html.append("<td></td>");
            }
        }
        return to;
    }

    private String caption(TableStream.Stretch stretch) {
        var regions = stretch.table().regions();
        int from = regions.isEmpty() ? 0 : regions.get(0).page();
        int to = regions.isEmpty() ? 0 : regions.get(regions.size() - 1).page();
        return "Table " + tables + (stretch.continued() ? ", continued" : "")
                + (from == 0 ? "" : from == to ? ", page " + from : ", pages " + from + " to " + to);
    }

    private static void append(Cell c, HeaderModel headers, StringBuilder html) {
        String tag = headers.isHeader(c) ? "th" : "td";
        html.append('<').append(tag);
        if (tag.equals("th")) {
            html.append(headers.isColumnHeader(c) ? " scope=\"col\"" : " scope=\"row\"");
        }
        if (c.rowSpan() > 1) {
            html.append(" rowspan=\"").append(c.rowSpan()).append('"');
        }
        if (c.columnSpan() > 1) {
            html.append(" colspan=\"").append(c.columnSpan()).append('"');
        }
        html.append('>').append(escaped(c.text())).append("</").append(tag).append('>');
    }

    /** As text in HTML; what HTML cannot hold becomes U+FFFD. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isControl(c) ? 0xFFFD : c);
            }
        });
        return out.toString();
    }

    private static boolean isControl(int c) {
        return c < ' ' && c != '\n' && c != '\t' || c >= 0x7F && c < 0xA0 || c >= 0xD800 && c <= 0xDFFF;
    }

    @Override
    public void end(TableDocument document) throws IOException {
        if (document.error().isPresent()) {
            write("<p>" + escaped(document.error().get()) + "</p>\n");
        }
        write("</body>\n</html>\n");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
