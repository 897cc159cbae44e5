package gouji.written;

import gouji.document.Block;
import gouji.document.Document;
import gouji.document.Grid;
import gouji.document.GridCell;
import gouji.document.Paragraph;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Writes a document as web pages of several makes. */
public final class HtmlWriters {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private HtmlWriters() {}

    /** Clean HTML 5 in UTF-8. */
    public static byte[] clean(Document document) {
        String body = body(document, p -> "<p>" + p + "</p>", c -> "<td" + spans(c) + ">" + FlowWriters.xml(c.text()));
        return ("<!DOCTYPE html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\"><title>年度报告</title></head><body>"
                        + body + "</body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What Word saves as a web page: GBK called gb2312, conditional comments, styles and spans all over. */
    public static byte[] word(Document document) {
        String body = body(
                document,
                p ->
                        "<p class=MsoNormal style='text-indent:24.0pt'><span style='font-family:宋体;mso-ascii-font-family:\r\n"
                                + "Calibri'>" + p + "</span><span lang=EN-US><o:p></o:p></span></p>\r\n",
                c -> " <td width=57 " + spans(c)
                        + " valign=top style='width:42.6pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;\r\n"
                        + "  padding:0cm 5.4pt 0cm 5.4pt'>\r\n  <p class=MsoNormal align=center><span\r\n  style='font-size:9.0pt'>"
                        + (c.text().isEmpty() ? "&nbsp;" : split(c.text())) + "<o:p></o:p></span></p>\r\n  ");
        String page =
                "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\r\n<head>\r\n<meta http-equiv=Content-Type"
                        + " content=\"text/html; charset=gb2312\">\r\n<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View>"
                        + "</w:WordDocument></xml><![endif]-->\r\n<style>\r\n<!-- p.MsoNormal {margin:0cm;} -->\r\n</style>\r\n</head>"
                        + "<body lang=ZH-CN>\r\n<div class=Section1>\r\n<!--[if !supportEmptyParas]>&nbsp;<![endif]-->\r\n"
                        + body
                        + "</div></body></html>";
        return page.getBytes(GB18030);
    }

    /** The same with a UTF-16 byte order mark, as {@code .doc} files that are web pages often are. */
    public static byte[] wide(Document document) {
        String page = new String(word(document), GB18030).replace("gb2312", "unicode");
        byte[] text = page.getBytes(StandardCharsets.UTF_16LE);
        byte[] marked = new byte[text.length + 2];
        marked[0] = (byte) 0xFF;
        marked[1] = (byte) 0xFE;
        System.arraycopy(text, 0, marked, 2, text.length);
        return marked;
    }

    /** Tables made of {@code div}s by classes; only for rows without merged cells that matter, so spans are empty cells. */
    public static byte[] divided(Document document) {
        StringBuilder out =
                new StringBuilder("<html><head><meta charset=utf-8><style>.t{display:table} .r{display:table-row}"
                        + " .c { border:1px solid; display : table-cell } .no{display:none} @media print{.r{display:none}}</style></head>"
                        + "<body><div class=no>不显示的导航</div>");
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph p) {
                out.append("<p>").append(FlowWriters.xml(p.text())).append("</p>");
            } else if (block instanceof Grid grid) {
                out.append("<div class='t wide'>");
                FlowWriters.rows(grid).forEach((r, cells) -> {
                    out.append("<div class=r>");
                    for (GridCell c : cells) {
                        out.append("<span class=c>" + (c.row() == r ? FlowWriters.xml(c.text()) : "") + "</span>");
                        out.append("<span class=c></span>".repeat(c.columnSpan() - 1));
                    }
                    out.append("</div>");
                });
                out.append("</div>");
            }
        }
        return out.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String split(String text) {
        String s = FlowWriters.xml(text);
        int half = text.length() / 2;
        boolean entity = s.length() != text.length();
        return entity || half == 0 ? s : s.substring(0, half) + "</span><span lang=EN-US>" + s.substring(half);
    }

    private static String spans(GridCell c) {
        return (c.columnSpan() > 1 ? " colspan=\"" + c.columnSpan() + "\"" : "")
                + (c.rowSpan() > 1 ? " rowspan=\"" + c.rowSpan() + "\"" : "");
    }

    static String body(Document document, Function<String, String> prose, Function<GridCell, String> cell) {
        StringBuilder out = new StringBuilder();
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph p) {
                out.append(prose.apply(FlowWriters.xml(p.text())));
            } else if (block instanceof Grid grid) {
                out.append("<table border=1 cellspacing=0>\n");
                FlowWriters.rows(grid).forEach((r, cells) -> {
                    out.append("<tr>");
                    cells.stream()
                            .filter(c -> c.row() == r)
                            .forEach(c -> out.append(cell.apply(c)).append("</td>"));
                    out.append("</tr>\n");
                });
                out.append("</table>\n");
            }
        }
        return out.toString();
    }
}
