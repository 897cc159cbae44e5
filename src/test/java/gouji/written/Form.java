package gouji.written;

import gouji.document.Grid;
import gouji.document.GridCell;
import gouji.document.Place;
import gouji.profile.BlockTemplate;
import gouji.profile.Label;
import gouji.profile.Node;
import gouji.profile.TableTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A mandated table filled in as its template prints it: header tree above, label tree at the left, every span exact. */
final class Form {
    private final TableTemplate table;
    private final Map<String, String> printed;
    private final List<GridCell> cells = new ArrayList<>();
    private int next;

    private Form(TableTemplate table, Map<String, String> printed) {
        this.table = table;
        this.printed = printed;
    }

    /** @param printed text of a cell by {@code table.row.column}; a cell that is not named stays empty */
    static Grid of(TableTemplate table, Map<String, String> printed) {
        return new Form(table, printed).grid();
    }

    private Grid grid() {
        int labels = table.blocks().stream().mapToInt(Form::labelColumns).max().orElseThrow();
        int columns = labels
                + table.blocks().stream()
                        .mapToInt(b -> b.leafColumns().size())
                        .max()
                        .orElseThrow();
        for (BlockTemplate block : table.blocks()) {
            block.label().ifPresent(l -> add(next++, 0, 1, columns, l.preferred()));
            header(block, labels, columns);
            for (Node row : block.rows()) {
                row(block, row, 0, labels, columns);
            }
        }
        return new Grid(cells, true);
    }

    private static int labelColumns(BlockTemplate block) {
        boolean record = block.rows().size() == 1 && block.rows().get(0).label().isEmpty();
        return record ? 0 : depth(block.rows());
    }

    private static int depth(List<Node> nodes) {
        return nodes.stream().mapToInt(n -> 1 + depth(n.children())).max().orElse(0);
    }

    private void header(BlockTemplate block, int labels, int columns) {
        int rows = depth(block.columns());
        String corner = block.rowHeader()
                .map(Label::preferred)
                .or(() -> table.notes().stream().findFirst().map(Label::preferred))
                .orElse("");
        if (labels > 0) {
            add(next, 0, rows, labels, corner);
        }
        int column = labels;
        for (Node n : block.columns()) {
            column = head(n, next, column, rows);
        }
        widenLast(columns);
        next += rows;
    }

    /** Blocks of fewer columns than the table let their last column reach to its edge. */
    private void widenLast(int columns) {
        GridCell last = cells.get(cells.size() - 1);
        if (last.column() + last.columnSpan() < columns) {
            cells.remove(cells.size() - 1);
            add(last.row(), last.column(), last.rowSpan(), columns - last.column(), last.text());
        }
    }

    private int head(Node n, int row, int column, int rowsLeft) {
        int end = column;
        int at = cells.size();
        for (Node child : n.children()) {
            end = head(child, row + 1, end, rowsLeft - 1);
        }
        end = Math.max(end, column + 1);
        int rowSpan = n.children().isEmpty() ? rowsLeft : 1;
        cells.add(
                at,
                cell(row, column, rowSpan, end - column, n.label().orElseThrow().preferred()));
        return end;
    }

    private void row(BlockTemplate block, Node n, int column, int labels, int columns) {
        int first = next;
        int at = cells.size();
        if (n.value().isPresent() && n.children().isEmpty()) {
            values(block, n, labels, columns);
        }
        for (Node child : n.children()) {
            row(block, child, column + 1, labels, columns);
        }
        int span = n.children().isEmpty() ? labels - column : 1;
        n.label().ifPresent(l -> cells.add(at, cell(first, column, next - first, span, l.preferred())));
    }

    private void values(BlockTemplate block, Node row, int labels, int columns) {
        int column = labels;
        for (Node c : block.leafColumns()) {
            add(next, column++, 1, 1, printed.getOrDefault(table.id() + "." + row.code() + "." + c.code(), ""));
        }
        widenLast(columns);
        next++;
    }

    private void add(int row, int column, int rowSpan, int columnSpan, String text) {
        cells.add(cell(row, column, rowSpan, columnSpan, text));
    }

    private static GridCell cell(int row, int column, int rowSpan, int columnSpan, String text) {
        return new GridCell(row, column, rowSpan, columnSpan, text, Place.UNKNOWN);
    }
}
