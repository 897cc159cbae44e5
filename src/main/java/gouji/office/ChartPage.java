package gouji.office;

import java.util.List;

/** Charts as one HTML page. */
final class ChartPage {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            body { max-width: 960px; margin: 2em auto; padding: 0 1em; color: #111;
              font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
            h1 { font-size: 1.5em; }
            h2 { font-size: 1.1em; margin: 2em 0 .4em; }
            svg { width: 100%%; height: auto; }
            svg text { font-size: 14px; fill: #111; }
            p { color: #555; font-size: .9em; }
            </style>
            </head>
            <body>
            <h1>%s</h1>
            """;

    private ChartPage() {}

    static String of(String name, ChartWords words, List<StackedBars> charts) {
        String title = NoteHtml.escape(words.page(name));
        StringBuilder page = new StringBuilder(HEAD.formatted(words.language, title, title));
        for (StackedBars chart : charts) {
            page.append("<h2>").append(NoteHtml.escape(chart.title())).append("</h2>\n");
            page.append(chart.bars().isEmpty() ? "<p>" + words.none + "</p>\n" : chart.svg());
            page.append("<p>").append(NoteHtml.escape(chart.note())).append("</p>\n");
        }
        return page.append("</body>\n</html>\n").toString();
    }
}
