package gouji.written;

import gouji.document.Block;
import gouji.document.Document;
import gouji.document.Grid;
import gouji.document.GridCell;
import gouji.document.Paragraph;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Writes a document as plain text: a row a line, covered positions as empty fields. */
public final class TextWriters {
    private TextWriters() {}

    public static byte[] tabs(Document document) {
        return text(document, "", "\t", "").getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] pipes(Document document) {
        return text(document, "| ", " | ", " |").getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] gb18030(Document document) {
        return text(document, "", "\t", "").replace("\n", "\r\n").getBytes(Charset.forName("GB18030"));
    }

    private static String text(Document document, String before, String between, String after) {
        StringBuilder out = new StringBuilder();
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph p) {
                out.append(p.text()).append("\n\n");
            } else if (block instanceof Grid grid) {
                FlowWriters.rows(grid).forEach((r, cells) -> {
                    out.append(before);
                    String separator = "";
                    for (GridCell c : cells) {
                        out.append(separator).append(c.row() == r ? c.text() : "");
                        out.append(between.repeat(c.columnSpan() - 1));
                        separator = between;
                    }
                    out.append(after).append('\n');
                });
                out.append('\n');
            }
        }
        return out.toString();
    }
}
