package gouji.real;

import gouji.profile.BlockTemplate;
import gouji.profile.Node;
import gouji.profile.TableTemplate;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;

/** Draws the mandated tables of the forms of 2019 and 2021 as the forms print them. */
final class MandatedTables {
    /** Text of the cell of a row and a column. */
    interface Figures extends BiFunction<String, String, String> {}

    private MandatedTables() {}

    static Grid draw(TableTemplate table, Figures figures) {
        return switch (table.id()) {
            case "disclosure" -> disclosure(table, figures);
            case "requests" ->
                requests(table.blocks().get(0), table.notes().get(0).preferred(), figures);
            case "remedies" -> remedies(table.blocks().get(0), figures);
            default -> throw new IllegalArgumentException("no drawing of table " + table.id());
        };
    }

    private static Grid disclosure(TableTemplate table, Figures figures) {
        Grid grid = new Grid(List.of(150.0, 110.0, 110.0, 110.0));
        int r = 0;
        for (BlockTemplate block : table.blocks()) {
            grid.cell(r++, 0, 1, 4, block.label().orElseThrow().preferred());
            List<Node> columns = block.leafColumns();
            int span = columns.size() == 1 ? 3 : 1;
            grid.cell(r, 0, 1, 1, block.rowHeader().orElseThrow().preferred());
            line(grid, r++, columns, span, c -> c.label().orElseThrow().preferred());
            for (Node row : block.leafRows()) {
                grid.cell(r, 0, 1, 1, label(row));
                line(grid, r++, columns, span, c -> figures.apply(row.code(), c.code()));
            }
        }
        return grid;
    }

    /** Values from column 1; the last of two takes two columns. */
    private static void line(
            Grid grid, int row, List<Node> columns, int span, java.util.function.Function<Node, String> text) {
        for (int c = 0; c < columns.size(); c++) {
            int own = columns.size() == 2 && c == 1 ? 2 : span;
            grid.cell(row, 1 + c, 1, own, text.apply(columns.get(c)));
        }
    }

    private static Grid requests(BlockTemplate block, String corner, Figures figures) {
        Grid grid = new Grid(List.of(60.0, 70.0, 190.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0));
        Node applicant = block.columns().get(0);
        Node legal = applicant.children().get(1);
        grid.cell(0, 0, 3, 3, corner).cell(0, 3, 1, 7, label(applicant));
        grid.cell(1, 3, 2, 1, label(applicant.children().get(0))).cell(1, 4, 1, 5, label(legal));
        grid.cell(1, 9, 2, 1, label(applicant.children().get(2)));
        for (int c = 0; c < legal.children().size(); c++) {
            grid.cell(2, 4 + c, 1, 1, label(legal.children().get(c)));
        }
        int r = 3;
        for (Node row : block.rows()) {
            r = rows(grid, r, 0, row, block, figures);
        }
        return grid;
    }

    private static int rows(Grid grid, int from, int column, Node node, BlockTemplate block, Figures figures) {
        if (node.children().isEmpty()) {
            grid.cell(from, column, 1, 3 - column, label(node));
            List<Node> columns = block.leafColumns();
            for (int c = 0; c < columns.size(); c++) {
                grid.cell(
                        from,
                        3 + c,
                        1,
                        1,
                        figures.apply(node.code(), columns.get(c).code()));
            }
            return from + 1;
        }
        int leaves = (int) node.all().filter(n -> n.children().isEmpty()).count();
        grid.cell(from, column, leaves, 1, label(node));
        int r = from;
        for (Node child : node.children()) {
            r = rows(grid, r, column + 1, child, block, figures);
        }
        return r;
    }

    private static Grid remedies(BlockTemplate block, Figures figures) {
        Grid grid = new Grid(Collections.nCopies(15, 34.0));
        Node review = block.columns().get(0);
        Node suits = block.columns().get(1);
        grid.cell(0, 0, 1, 5, label(review)).cell(0, 5, 1, 10, label(suits));
        for (int i = 0; i < 5; i++) {
            grid.cell(1, i, 2, 1, label(review.children().get(i)));
        }
        for (int k = 0; k < 2; k++) {
            Node kind = suits.children().get(k);
            grid.cell(1, 5 + 5 * k, 1, 5, label(kind));
            for (int i = 0; i < 5; i++) {
                grid.cell(2, 5 + 5 * k + i, 1, 1, label(kind.children().get(i)));
            }
        }
        List<Node> columns = block.leafColumns();
        for (int c = 0; c < columns.size(); c++) {
            grid.cell(3, c, 1, 1, figures.apply("values", columns.get(c).code()));
        }
        return grid;
    }

    private static String label(Node node) {
        return node.label().orElseThrow().preferred();
    }
}
