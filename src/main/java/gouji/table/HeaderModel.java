package gouji.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which cells of a table are headers, and which headers a value stands under.
 *
 * <p>Header rows are the leading rows of words above rows with figures. Stub columns are the leading columns of words
 * beside figures. Within the body, a row that holds one cell over the full width and words only is a title: followed by
 * a row of words it begins a header of its own, which holds from there on; alone it names the rows below it.
 *
 * <p>Safe between threads.
 */
public final class HeaderModel {
    private final Table table;
    private final HeaderRows rows;
    private final int stubColumns;
    /** Index of the cell over each place, -1 for none. */
    private final int[][] over;

    private HeaderModel(Table table) {
        this.table = table;
        this.over = over(table);
        this.rows = new HeaderRows(table, over);
        this.stubColumns = new StubColumns(table, over, rows).count();
    }

    public static HeaderModel of(Table table) {
        return new HeaderModel(table);
    }

    private static int[][] over(Table table) {
        int[][] over = new int[table.rows()][table.columns()];
        for (int[] row : over) {
            Arrays.fill(row, -1);
        }
        for (int i = 0; i < table.cells().size(); i++) {
            Cell c = table.cells().get(i);
            for (int r = c.row(); r < Math.min(table.rows(), c.row() + c.rowSpan()); r++) {
                Arrays.fill(over[r], c.column(), Math.min(table.columns(), c.column() + c.columnSpan()), i);
            }
        }
        return over;
    }

    /** Rows at the head of the table. */
    public int headerRows() {
        return rows.leading();
    }

    /** Columns at the left that name the rows. */
    public int stubColumns() {
        return stubColumns;
    }

    /** Whether the cell names others rather than being a value: a header, a title within the table, or a stub. */
    public boolean isHeader(Cell cell) {
        return isColumnHeader(cell) || cell.column() < stubColumns && !Script.isBlank(cell.text());
    }

    /** Whether the cell stands in a row of headers or is a title within the table. */
    public boolean isColumnHeader(Cell cell) {
        return rows.isHeader(cell.row()) || rows.isTitle(cell.row());
    }

    /** The labels left of a cell from the outermost in, a title above them first; empty for a column header. */
    public List<String> rowPath(Cell cell) {
        if (isColumnHeader(cell)) {
            return List.of();
        }
        List<String> path = new ArrayList<>();
        int title = rows.titleOver(cell.row());
        if (title >= 0) {
            add(over[title][0], path);
        }
        int last = -1;
        for (int c = 0; c < Math.min(stubColumns, cell.column()); c++) {
            int label = label(cell.row(), c);
            if (label != last && label >= 0) {
                add(label, path);
                last = label;
            }
        }
        return List.copyOf(path);
    }

    /** The label in a stub column for a row; where it is blank and labels follow to its right, the one above. */
    private int label(int row, int column) {
        int here = over[row][column];
        boolean last = column == stubColumns - 1;
        if (last || here >= 0 && !Script.isBlank(text(here)) || isBlankRight(row, column)) {
            return here;
        }
        for (int r = row - 1; r >= 0 && !rows.isHeader(r) && !rows.isTitle(r); r--) {
            int above = over[r][column];
            if (above >= 0 && !Script.isBlank(text(above))) {
                return table.cells().get(above).columnSpan() == 1 ? above : here;
            }
        }
        return here;
    }

    private boolean isBlankRight(int row, int column) {
        int right = over[row][column + 1];
        return right < 0 || right == over[row][column] || Script.isBlank(text(right));
    }

    /** The headers above a cell from the outermost in, those of its own header block. */
    public List<String> columnPath(Cell cell) {
        List<String> path = new ArrayList<>();
        int last = -1;
        boolean header = isColumnHeader(cell);
        int from = header ? rows.blockOf(cell.row()) : rows.blockOver(cell.row());
        int end = header ? cell.row() : rows.endOfBlock(from);
        for (int r = Math.max(0, from); r < end; r++) {
            int above = over[r][Math.min(cell.column(), table.columns() - 1)];
            if (above >= 0 && above != last && covers(table.cells().get(above), cell)) {
                add(above, path);
                last = above;
            }
        }
        return List.copyOf(path);
    }

    private static boolean covers(Cell header, Cell value) {
        return header.column() <= value.column()
                && header.column() + header.columnSpan() >= value.column() + value.columnSpan()
                && header != value;
    }

    private String text(int index) {
        return table.cells().get(index).text();
    }

    private void add(int index, List<String> path) {
        if (index >= 0 && !Script.isBlank(text(index))) {
            path.add(text(index));
        }
    }
}
