package gouji.document;

import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts the cells of a table into its grid by the shapes they state, as browsers do ("forming a table" in the HTML
 * standard), and says whether the outcome can be believed: every row covers every column once.
 */
final class GridPlacer {
    private static final int MAX_SPAN = 1000;
    /** Rows times columns. */
    private static final long MAX_AREA = 1_000_000;

    private final List<List<Stated>> rows;
    private final boolean columnsKnown;
    private final List<Spot> spots = new ArrayList<>();
    private final int[] covered;
    /** For each column the row up to which a cell covers it (exclusive). */
    private int[] until = new int[16];
    /** For each column the cell that last began in it. */
    private Spot[] last = new Spot[16];

    private int width;
    private boolean collided;

    /** A cell as the format states it. */
    record Stated(CellShape shape, String text, Place place) {}

    /** A cell in its place; row span grows while merged cells follow. */
    private static final class Spot {
        final Stated cell;
        final int row;
        final int column;
        final int columnSpan;
        int rowSpan;

        Spot(Stated cell, int row, int column, int columnSpan, int rowSpan) {
            this.cell = cell;
            this.row = row;
            this.column = column;
            this.columnSpan = columnSpan;
            this.rowSpan = rowSpan;
        }
    }

    private GridPlacer(List<List<Stated>> rows, boolean columnsKnown) {
        this.rows = rows;
        this.columnsKnown = columnsKnown;
        this.covered = new int[rows.size()];
    }

    /**
     * @param columnsKnown whether the columns come from positions, so that a row may lack a third of them (edges drift)
     *     and still be believed; a row that lacks more had cells removed
     */
    static Grid place(List<List<Stated>> rows, boolean columnsKnown) throws UnreadableException {
        return new GridPlacer(rows, columnsKnown).place();
    }

    private Grid place() throws UnreadableException {
        for (int r = 0; r < rows.size(); r++) {
            placeRow(r);
            if ((long) rows.size() * width > MAX_AREA) {
                throw new UnreadableException(Reason.LIMIT_CELLS);
            }
        }
        return adds() ? exact() : ragged();
    }

    private void placeRow(int r) {
        for (int c = 0; c < width; c++) {
            covered[r] += until[c] > r ? 1 : 0;
        }
        int next = 0;
        for (Stated cell : rows.get(r)) {
            int column = cell.shape().column() == CellShape.NEXT
                    ? free(next, r)
                    : cell.shape().column();
            next = cell.shape().continued() && goOn(cell, r, column) ? column + span(cell) : begin(cell, r, column);
        }
    }

    private int free(int from, int r) {
        int c = from;
        while (c < width && until[c] > r) {
            c++;
        }
        return c;
    }

    private static int span(Stated cell) {
        return Math.max(1, Math.min(MAX_SPAN, cell.shape().columnSpan()));
    }

    /** Lets the cell above reach down, if one begins in the same column, is as wide and ends just above. */
    private boolean goOn(Stated cell, int r, int column) {
        Spot above = column < width ? last[column] : null;
        if (above == null || above.row + above.rowSpan != r || above.columnSpan != span(cell)) {
            return false;
        }
        above.rowSpan++;
        cover(r, column, above.columnSpan, r + 1);
        return true;
    }

    private int begin(Stated cell, int r, int column) {
        int wanted = span(cell);
        grow(column + wanted);
        int span = 0;
        while (span < wanted && until[column + span] <= r) {
            span++;
        }
        collided |= span < wanted;
        if (span > 0) {
            int rowSpan = cell.shape().rowSpan() <= 0
                    ? rows.size()
                    : Math.min(MAX_SPAN, cell.shape().rowSpan());
            Spot spot = new Spot(cell, r, column, span, Math.min(rowSpan, rows.size() - r));
            spots.add(spot);
            last[column] = spot;
            cover(r, column, span, r + spot.rowSpan);
        }
        return column + Math.max(1, span);
    }

    private void cover(int r, int column, int span, int end) {
        for (int c = column; c < column + span; c++) {
            until[c] = Math.max(until[c], end);
        }
        covered[r] += span;
    }

    private void grow(int columns) {
        width = Math.max(width, columns);
        if (width > until.length) {
            until = Arrays.copyOf(until, Math.max(width, until.length * 2));
            last = Arrays.copyOf(last, until.length);
        }
    }

    private boolean adds() {
        if (collided) {
            return false;
        }
        for (int r = 0; r < rows.size(); r++) {
            if (!isTitle(r) && !(columnsKnown ? covered[r] * 3 >= width * 2 : covered[r] == width)) {
                return false;
            }
        }
        return true;
    }

    /** A row of one cell: a heading across the table, whatever span it states. */
    private boolean isTitle(int r) {
        return rows.get(r).size() == 1
                && covered[r] == span(rows.get(r).get(0))
                && !rows.get(r).get(0).shape().continued();
    }

    private Grid exact() {
        List<GridCell> cells = new ArrayList<>();
        for (Spot s : spots) {
            boolean across = !columnsKnown && covered[s.row] < width && isTitle(s.row) && s.rowSpan == 1;
            int span = across ? width - s.column : s.columnSpan;
            cells.add(new GridCell(s.row, s.column, s.rowSpan, span, s.cell.text(), s.cell.place()));
        }
        return new Grid(cells, true);
    }

    /** Only the order in each row is kept. */
    private Grid ragged() {
        List<GridCell> cells = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            int c = 0;
            for (Stated cell : rows.get(r)) {
                if (!cell.shape().continued()) {
                    cells.add(new GridCell(r, c++, 1, 1, cell.text(), cell.place()));
                }
            }
        }
        return new Grid(cells, false);
    }
}
