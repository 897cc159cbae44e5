package gouji.written;

import gouji.document.Block;
import gouji.document.Document;
import gouji.document.Grid;
import gouji.document.GridCell;
import gouji.document.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** Sets blocks on pages of A4: lines of text and rulings, in points from the top left corner. */
final class Typesetter {
    static final double WIDTH = 595;
    static final double HEIGHT = 842;
    private static final double LEFT = 60;
    private static final double RIGHT = WIDTH - 60;
    private static final double TOP = 70;
    private static final double BOTTOM = HEIGHT - 70;
    private static final double PROSE = 12;
    private static final double CELL = 8;
    private static final double LEAD = 1.3;

    /** What a page shows. */
    record Page(List<Text> texts, List<Rule> rules) {}

    /** @param y baseline */
    record Text(double x, double y, double size, String text) {}

    record Rule(double x0, double y0, double x1, double y1) {}

    private final List<Page> pages = new ArrayList<>();
    private double y;

    private Typesetter() {
        turn();
    }

    static List<Page> pages(Document document) {
        Typesetter t = new Typesetter();
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph p) {
                t.prose(p.text());
            } else if (block instanceof Grid g) {
                t.table(g);
            }
        }
        return t.pages;
    }

    private void turn() {
        pages.add(new Page(new ArrayList<>(), new ArrayList<>()));
        y = TOP;
    }

    private Page page() {
        return pages.get(pages.size() - 1);
    }

    private void prose(String text) {
        y += 6;
        for (String line : wrap(text, (RIGHT - LEFT) / PROSE)) {
            if (y + PROSE * LEAD > BOTTOM) {
                turn();
            }
            y += PROSE * LEAD;
            page().texts().add(new Text(LEFT, y, PROSE, line));
        }
    }

    /** Width in ems of a character: a Han character 1, others a half. */
    static double em(char c) {
        return c < 0x80 ? 0.5 : 1;
    }

    private static double ems(String s) {
        return s.chars().mapToDouble(c -> em((char) c)).sum();
    }

    private static List<String> wrap(String text, double ems) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        // figures are not broken
        for (String piece : text.split("(?<![\\x21-\\x7E])|(?![\\x21-\\x7E])")) {
            if (line.length() > 0 && ems(line.toString()) + ems(piece) > ems) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(piece);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    private void table(Grid grid) {
        double[] edges = edges(grid);
        double[] heights = heights(grid, edges);
        y += 8;
        if (y + 160 > BOTTOM) {
            turn();
        }
        int from = 0;
        while (from < heights.length) {
            double[] tops = new double[heights.length + 1];
            int end = from;
            tops[from] = y;
            while (end < heights.length && tops[end] + heights[end] <= BOTTOM) {
                tops[end + 1] = tops[end] + heights[end];
                end++;
            }
            draw(grid, edges, tops, heights, from, end);
            y = tops[end];
            from = end;
            if (from < heights.length) {
                turn();
            }
        }
    }

    private static double[] edges(Grid grid) {
        int columns = grid.cells().stream()
                .mapToInt(c -> c.column() + c.columnSpan())
                .max()
                .orElseThrow();
        double[] widths = new double[columns];
        java.util.Arrays.fill(widths, 3.4);
        for (GridCell c : grid.cells()) {
            if (c.columnSpan() == 1) {
                widths[c.column()] = Math.max(widths[c.column()], Math.min(11, ems(c.text()) + 1));
            }
        }
        double sum = java.util.Arrays.stream(widths).sum();
        double[] edges = new double[columns + 1];
        edges[0] = LEFT;
        for (int i = 0; i < columns; i++) {
            edges[i + 1] = edges[i] + widths[i] / sum * (RIGHT - LEFT);
        }
        return edges;
    }

    private static List<String> lines(GridCell c, double[] edges) {
        return wrap(c.text(), (edges[c.column() + c.columnSpan()] - edges[c.column()] - 5) / CELL);
    }

    private static double[] heights(Grid grid, double[] edges) {
        int rows =
                grid.cells().stream().mapToInt(c -> c.row() + c.rowSpan()).max().orElseThrow();
        double[] heights = new double[rows];
        java.util.Arrays.fill(heights, CELL * LEAD + 6);
        for (int pass = 0; pass < 2; pass++) {
            for (GridCell c : grid.cells()) {
                if (pass == (c.rowSpan() == 1 ? 0 : 1)) {
                    double needed = lines(c, edges).size() * CELL * LEAD + 6;
                    double have = 0;
                    for (int r = c.row(); r < c.row() + c.rowSpan(); r++) {
                        have += heights[r];
                    }
                    heights[c.row() + c.rowSpan() - 1] += Math.max(0, needed - have);
                }
            }
        }
        return heights;
    }

    /** A merged cell that a page break cuts is closed at the foot and opened again on top; its words stand in the larger part. */
    private void draw(Grid grid, double[] edges, double[] tops, double[] heights, int from, int end) {
        for (GridCell c : grid.cells()) {
            int first = Math.max(from, c.row());
            int last = Math.min(end, c.row() + c.rowSpan());
            if (first >= last) {
                continue;
            }
            double x0 = edges[c.column()];
            double x1 = edges[c.column() + c.columnSpan()];
            box(x0, tops[first], x1, tops[last]);
            double all = 0;
            for (int r = c.row(); r < c.row() + c.rowSpan(); r++) {
                all += heights[r];
            }
            double shown = tops[last] - tops[first];
            if (shown > all / 2 || shown == all / 2 && first == c.row()) {
                words(lines(c, edges), x0, x1, (tops[first] + tops[last]) / 2);
            }
        }
    }

    private void box(double x0, double y0, double x1, double y1) {
        page().rules().add(new Rule(x0, y0, x1, y0));
        page().rules().add(new Rule(x0, y1, x1, y1));
        page().rules().add(new Rule(x0, y0, x0, y1));
        page().rules().add(new Rule(x1, y0, x1, y1));
    }

    private void words(List<String> lines, double x0, double x1, double middle) {
        double baseline = middle - lines.size() * CELL * LEAD / 2 + CELL;
        for (String line : lines) {
            page().texts().add(new Text((x0 + x1 - ems(line) * CELL) / 2, baseline, CELL, line));
            baseline += CELL * LEAD;
        }
    }
}
