package gouji.report;

import gouji.profile.Node;
import gouji.table.Cell;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a row of a recognised table is the line of figures of a record by the shape of the grid above it: one cell a
 * column, and over them heading cells that span just the columns of each group of the template.
 */
final class RecordShape {
    /** Rows above a line of figures that may be its header. */
    private static final int HEADER_ROWS = 6;

    private RecordShape() {}

    static boolean fits(List<PrintedRow> rows, int i, TableLine line) {
        PrintedRow row = rows.get(i);
        boolean grouped = line.block().columns().stream().anyMatch(c -> leaves(c) > 1);
        if (!grouped || !isLine(row, line.columns())) {
            return false;
        }
        Set<String> spans = new HashSet<>();
        for (int r = i - 1; r >= 0 && r >= i - HEADER_ROWS && rows.get(r).table() == row.table(); r--) {
            rows.get(r).cells().forEach(c -> spans.add(span(c.column(), c.column() + c.columnSpan())));
        }
        return spansOf(line.block().columns(), 0, row.cells(), spans);
    }

    private static boolean isLine(PrintedRow row, int columns) {
        return row.isRecognised()
                && row.exact()
                && row.cells().size() == columns
                && row.cells().stream().allMatch(c -> c.row() == row.row() && c.rowSpan() == 1)
                && row.labels().size() <= columns / 4
                && row.cells().stream().anyMatch(c -> !c.text().isBlank());
    }

    private static long leaves(Node node) {
        return node.all().filter(n -> n.value().isPresent()).count();
    }

    private static boolean spansOf(List<Node> nodes, int first, List<Cell> cells, Set<String> spans) {
        int at = first;
        for (Node node : nodes) {
            int end = at + (int) leaves(node);
            Cell last = cells.get(end - 1);
            boolean there = spans.contains(span(cells.get(at).column(), last.column() + last.columnSpan()));
            if (!there || !node.children().isEmpty() && !spansOf(node.children(), at, cells, spans)) {
                return false;
            }
            at = end;
        }
        return true;
    }

    private static String span(int from, int to) {
        return from + "-" + to;
    }
}
