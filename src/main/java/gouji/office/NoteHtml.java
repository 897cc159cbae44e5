package gouji.office;

import java.util.Base64;
import java.util.List;

/** A note as one HTML page, pictures inside; nothing is fetched. */
public final class NoteHtml {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="zh-Hans">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            body { max-width: 48em; margin: 2em auto; padding: 0 1em; line-height: 1.8; color: #111;
              font-family: "Songti SC", "SimSun", "Noto Serif CJK SC", serif; }
            h1 { text-align: center; font-size: 1.5em; }
            h2 { font-size: 1.05em; margin: 1.6em 0 .2em; font-family: "Heiti SC", "SimHei", "Noto Sans CJK SC", sans-serif; }
            p { margin: .2em 0; }
            figure { margin: .8em 0; page-break-inside: avoid; }
            img { max-width: 100%%; border: 1px solid #bbb; }
            table { border-collapse: collapse; font-size: .8em; line-height: 1.4; }
            td { border: 1px solid #999; padding: .15em .4em; }
            td.mark { border: 2px solid #d20000; background: #fff0f0; font-weight: bold; }
            figcaption { font-size: .85em; color: #555; }
            footer { margin-top: 3em; text-align: right; }
            </style>
            </head>
            <body>
            """;

    private NoteHtml() {}

    public static String of(Note note) {
        StringBuilder page = new StringBuilder(HEAD.formatted(escape(note.issuer() + note.year() + "年" + Note.TITLE)));
        page.append("<h1>")
                .append(Note.TITLE)
                .append("</h1>\n<p>")
                .append(escape(note.issuer()))
                .append("：</p>\n<p>");
        page.append("　　").append(escape(note.opening())).append("</p>\n");
        int number = 0;
        for (Note.Item item : note.items()) {
            page.append("<section>\n<h2>")
                    .append(++number)
                    .append(". ")
                    .append(escape(item.heading()))
                    .append("</h2>\n");
            item.lines().forEach(l -> page.append("<p>").append(escape(l)).append("</p>\n"));
            item.pictures().forEach(p -> picture(page, p));
            item.excerpts().forEach(e -> excerpt(page, e));
            page.append("</section>\n");
        }
        return page.append("<footer>")
                .append(escape(note.closing()))
                .append("</footer>\n</body>\n</html>\n")
                .toString();
    }

    private static void picture(StringBuilder page, Note.Picture picture) {
        page.append("<figure><img alt=\"")
                .append(escape(picture.caption()))
                .append("\" src=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(picture.png().bytes()))
                .append("\"><figcaption>")
                .append(escape(picture.caption()))
                .append("</figcaption></figure>\n");
    }

    private static void excerpt(StringBuilder page, Excerpt excerpt) {
        page.append("<figure><table>\n");
        for (List<Excerpt.Cell> row : excerpt.rows()) {
            page.append("<tr>");
            for (Excerpt.Cell c : row) {
                if (!c.isCovered()) {
                    page.append("<td")
                            .append(c.isMarked() ? " class=\"mark\"" : "")
                            .append(c.columnSpan() > 1 ? " colspan=\"" + c.columnSpan() + "\"" : "")
                            .append(c.rowSpan() > 1 ? " rowspan=\"" + c.rowSpan() + "\"" : "")
                            .append(">")
                            .append(escape(c.text()))
                            .append("</td>");
                }
            }
            page.append("</tr>\n");
        }
        page.append("</table><figcaption>").append(escape(excerpt.caption())).append("</figcaption></figure>\n");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
