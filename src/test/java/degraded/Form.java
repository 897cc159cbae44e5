package degraded;

import gouji.profile.BlockTemplate;
import gouji.profile.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A mandated table as it is printed: cells over a grid of columns (widths as shares of the whole) and rows (heights as
 * multiples of the usual one).
 */
record Form(double[] widths, double[] heights, List<FormCell> cells) {

    /** Rows and columns covered, ends exclusive. */
    record FormCell(int row0, int column0, int row1, int column1, String text, boolean figure) {}

    static List<Form> all(Made made) {
        return List.of(disclosure(made), requests(made), remedies(made));
    }

    private static String label(Node node) {
        return node.label().map(l -> l.preferred()).orElse("");
    }

    private static Form disclosure(Made made) {
        List<FormCell> cells = new ArrayList<>();
        int r = 0;
        for (BlockTemplate block : Made.table("disclosure").blocks()) {
            cells.add(new FormCell(r, 0, r + 1, 6, block.label().orElseThrow().preferred(), false));
            r++;
            cells.add(
                    new FormCell(r, 0, r + 1, 3, block.rowHeader().orElseThrow().preferred(), false));
            int each = 3 / block.leafColumns().size();
            for (int i = 0; i < block.leafColumns().size(); i++) {
                Node column = block.leafColumns().get(i);
                cells.add(new FormCell(r, 3 + i * each, r + 1, 3 + (i + 1) * each, label(column), false));
            }
            r++;
            for (Node row : block.leafRows()) {
                cells.add(new FormCell(r, 0, r + 1, 3, label(row), false));
                for (int i = 0; i < block.leafColumns().size(); i++) {
                    String code = "disclosure." + row.code() + "."
                            + block.leafColumns().get(i).code();
                    String text = made.printed().get(code);
                    cells.add(new FormCell(r, 3 + i * each, r + 1, 3 + (i + 1) * each, text, true));
                }
                r++;
            }
        }
        return trimmed(new double[] {0.12, 0.12, 0.1, 0.22, 0.22, 0.22}, heights(r), cells);
    }

    /** Levels at which no cell begins or ends are none of the grid. */
    private static Form trimmed(double[] widths, double[] heights, List<FormCell> cells) {
        int[] number = new int[widths.length + 1];
        List<Double> kept = new ArrayList<>();
        double open = 0;
        for (int c = 1; c <= widths.length; c++) {
            int level = c;
            open += widths[c - 1];
            if (cells.stream().anyMatch(x -> x.column0() == level || x.column1() == level)) {
                kept.add(open);
                open = 0;
            }
            number[c] = kept.size();
        }
        List<FormCell> moved = cells.stream()
                .map(x -> new FormCell(
                        x.row0(), number[x.column0()], x.row1(), number[x.column1()], x.text(), x.figure()))
                .toList();
        return new Form(kept.stream().mapToDouble(d -> d).toArray(), heights, moved);
    }

    private static double[] heights(int rows) {
        double[] heights = new double[rows];
        java.util.Arrays.fill(heights, 1);
        return heights;
    }

    private static Form requests(Made made) {
        BlockTemplate block = Made.table("requests").blocks().get(0);
        List<FormCell> cells = new ArrayList<>();
        String corner = Made.table("requests").notes().get(0).preferred();
        cells.add(new FormCell(0, 0, 3, 3, corner, false));
        cells.add(new FormCell(0, 3, 1, 10, "申请人情况", false));
        cells.add(new FormCell(1, 3, 3, 4, "自然人", false));
        cells.add(new FormCell(1, 4, 2, 9, "法人或其他组织", false));
        cells.add(new FormCell(1, 9, 3, 10, "总计", false));
        List<Node> columns = block.leafColumns();
        for (int i = 1; i < 6; i++) {
            cells.add(new FormCell(2, 3 + i, 3, 4 + i, label(columns.get(i)), false));
        }
        List<Double> heights = new ArrayList<>(List.of(1.0, 1.0, 1.8));
        for (Node row : block.rows()) {
            labels(row, 0, heights.size(), cells);
            for (Node leaf : row.all().filter(n -> n.value().isPresent()).toList()) {
                int r = heights.size();
                for (int c = 0; c < columns.size(); c++) {
                    String code =
                            "requests." + leaf.code() + "." + columns.get(c).code();
                    cells.add(
                            new FormCell(r, 3 + c, r + 1, 4 + c, made.printed().get(code), true));
                }
                heights.add(label(leaf).length() > 20 ? 1.9 : 1);
            }
        }
        double[] widths = {0.07, 0.09, 0.29, 0.08, 0.08, 0.08, 0.08, 0.08, 0.08, 0.07};
        return new Form(widths, heights.stream().mapToDouble(d -> d).toArray(), cells);
    }

    private static int leaves(Node node) {
        return (int) node.all().filter(n -> n.value().isPresent()).count();
    }

    private static void labels(Node node, int column, int row, List<FormCell> cells) {
        int rows = leaves(node);
        int end = node.children().isEmpty() ? 3 : column + 1;
        cells.add(new FormCell(row, column, row + rows, end, label(node), false));
        int r = row;
        for (Node child : node.children()) {
            labels(child, column + 1, r, cells);
            r += leaves(child);
        }
    }

    private static Form remedies(Made made) {
        List<FormCell> cells = new ArrayList<>();
        cells.add(new FormCell(0, 0, 2, 5, "行政复议", false));
        cells.add(new FormCell(0, 5, 1, 15, "行政诉讼", false));
        cells.add(new FormCell(1, 5, 2, 10, "未经复议直接起诉", false));
        cells.add(new FormCell(1, 10, 2, 15, "复议后起诉", false));
        String[] outcome = {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"};
        List<String> codes = Made.table("remedies").cellCodes();
        for (int c = 0; c < 15; c++) {
            cells.add(new FormCell(2, c, 3, c + 1, outcome[c % 5], false));
            cells.add(new FormCell(3, c, 4, c + 1, made.printed().get("remedies." + codes.get(c)), true));
        }
        double[] widths = new double[15];
        java.util.Arrays.fill(widths, 1 / 15.0);
        return new Form(widths, new double[] {1, 1, 1.8, 1.1}, cells);
    }
}
