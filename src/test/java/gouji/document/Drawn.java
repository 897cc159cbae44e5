package gouji.document;

import gouji.source.Input;
import gouji.source.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Blocks drawn as lines: a paragraph as it is; a row of a grid as its cells between bars, {@code ^} where a cell reaches
 * down from above, {@code <} where one reaches in from the left, {@code ~} before a row of a grid that is not exact.
 */
public final class Drawn {
    private Drawn() {}

    public static Input input(byte[] bytes) {
        return new Input("input", "0".repeat(64), bytes);
    }

    public static Input input(String text) {
        return input(text.getBytes(StandardCharsets.UTF_8));
    }

    public static List<String> read(DocumentReader reader, byte[] bytes) throws UnreadableException {
        return draw(reader.read(input(bytes)));
    }

    public static List<String> draw(Document document) {
        List<String> lines = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph p) {
                lines.add(p.text());
            } else if (block instanceof Grid g) {
                lines.addAll(rows(g));
            }
        }
        return lines;
    }

    private static List<String> rows(Grid grid) {
        TreeMap<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();
        for (GridCell c : grid.cells()) {
            for (int r = 0; r < c.rowSpan(); r++) {
                for (int k = 0; k < c.columnSpan(); k++) {
                    String text = r > 0 ? "^" : k > 0 ? "<" : c.text();
                    rows.computeIfAbsent(c.row() + r, x -> new TreeMap<>()).put(c.column() + k, text);
                }
            }
        }
        return rows.values().stream()
                .map(row -> (grid.exact() ? "|" : "~|") + String.join("|", row.values()) + "|")
                .toList();
    }

    public static List<String> findings(Document document) {
        return document.findings().stream()
                .map(f -> f.code() + " " + f.place().path())
                .toList();
    }
}
