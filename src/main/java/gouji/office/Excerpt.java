package gouji.office;

import gouji.dataset.SavedTable;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of a report drawn from what was read, with some cells marked, for where there is no picture of the page.
 *
 * @param caption below it
 * @param columns of its grid
 * @param rows cells of each row from the left; a position under the span of another cell has none
 */
public record Excerpt(String caption, int columns, List<List<Cell>> rows) {
    /** Rows shown above the first marked one and below the last, where the table is long. */
    private static final int AROUND = 3;

    private static final int MOST_ROWS = 60;
    /** Edges of boxes are written with two decimals. */
    private static final double SAME_PT = 0.02;

    public Excerpt {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A cell; {@code covered} for positions under another row's cell, which begin nothing. */
    public record Cell(int columnSpan, int rowSpan, String text, boolean isMarked, boolean isCovered) {}

    /** One for each table that holds some of the cells. */
    static List<Excerpt> of(List<SavedTable> tables, List<ReportCell> wanted, String caption) {
        List<Excerpt> made = new ArrayList<>();
        for (SavedTable table : tables) {
            List<SavedTable.Cell> marked = table.cells().stream()
                    .filter(c -> wanted.stream().anyMatch(w -> isThere(c, w)))
                    .toList();
            if (!marked.isEmpty()) {
                made.add(of(table, marked, caption));
            }
        }
        return made;
    }

    private static boolean isThere(SavedTable.Cell cell, ReportCell wanted) {
        if (wanted.box().isPresent() && cell.box().isPresent()) {
            var a = wanted.box().get();
            var b = cell.box().get();
            return wanted.page().equals(cell.page())
                    && Math.abs(a.x0() - b.x0()) < SAME_PT
                    && Math.abs(a.y0() - b.y0()) < SAME_PT
                    && Math.abs(a.x1() - b.x1()) < SAME_PT
                    && Math.abs(a.y1() - b.y1()) < SAME_PT;
        }
        return !wanted.place().isEmpty() && wanted.place().equals(cell.place());
    }

    private static Excerpt of(SavedTable table, List<SavedTable.Cell> marked, String caption) {
        int from = 0;
        int to = table.rows();
        if (to > MOST_ROWS) {
            int first = marked.stream().mapToInt(SavedTable.Cell::row).min().orElseThrow();
            int last =
                    marked.stream().mapToInt(c -> c.row() + c.rowSpan()).max().orElseThrow();
            from = Math.max(0, first - AROUND);
            to = Math.min(Math.min(table.rows(), last + AROUND), from + MOST_ROWS);
        }
        int columns = Math.max(
                1,
                table.cells().stream()
                        .mapToInt(c -> c.column() + c.columnSpan())
                        .max()
                        .orElse(1));
        return new Excerpt(caption, columns, rows(table, marked, from, to, columns));
    }

    private static List<List<Cell>> rows(
            SavedTable table, List<SavedTable.Cell> marked, int from, int to, int columns) {
        SavedTable.Cell[][] owner = new SavedTable.Cell[to - from][columns];
        for (SavedTable.Cell c : table.cells()) {
            for (int r = Math.max(from, c.row()); r < Math.min(to, c.row() + c.rowSpan()); r++) {
                for (int k = c.column(); k < c.column() + c.columnSpan(); k++) {
                    owner[r - from][k] = owner[r - from][k] == null ? c : owner[r - from][k];
                }
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (int r = 0; r < owner.length; r++) {
            rows.add(row(owner, r, marked));
        }
        return rows;
    }

    private static List<Cell> row(SavedTable.Cell[][] owner, int r, List<SavedTable.Cell> marked) {
        List<Cell> row = new ArrayList<>();
        int width = owner[r].length;
        for (int k = 0; k < width; ) {
            SavedTable.Cell c = owner[r][k];
            int end = k + 1;
            while (c != null && end < width && owner[r][end] == c) {
                end++;
            }
            int below = r + 1;
            while (c != null && below < owner.length && owner[below][k] == c) {
                below++;
            }
            boolean covered = c != null && r > 0 && owner[r - 1][k] == c;
            row.add(new Cell(end - k, below - r, c == null ? "" : c.text(), c != null && marked.contains(c), covered));
            k = end;
        }
        return row;
    }
}
