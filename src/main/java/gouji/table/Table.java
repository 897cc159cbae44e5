package gouji.table;

import gouji.document.Place;
import java.util.List;

/**
 * A table as printed; one table even where it runs over pages.
 *
 * @param rows number of rows
 * @param columns number of columns (the longest row's, where {@code exact} is false)
 * @param cells cells by row, then column; no two overlap; a position may be covered by none
 * @param exact true where columns and spans are known (rulings, markup); false where only the order of the cells in
 *     a row is known, so that equal column numbers in two rows need not mean the same column
 * @param regions the table's frames: one a page for a table over several pages; empty without pages
 * @param rowPages the page of each row (from 1; 0 without pages), as many as rows
 * @param asides text within the frames that is in no cell where it stands, by page
 */
public record Table(
        int rows,
        int columns,
        List<Cell> cells,
        boolean exact,
        List<Place> regions,
        List<Integer> rowPages,
        List<Aside> asides)
        implements Element {
    /** A table all of whose text is in its cells. */
    public Table(int rows, int columns, List<Cell> cells, boolean exact, List<Place> regions, List<Integer> rowPages) {
        this(rows, columns, cells, exact, regions, rowPages, List.of());
    }

    public Table {
        asides = List.copyOf(asides);
        cells = List.copyOf(cells);
        regions = List.copyOf(regions);
        rowPages = List.copyOf(rowPages);
        if (rowPages.size() != rows) {
            throw new IllegalArgumentException(rows + " rows, but pages of " + rowPages.size());
        }
    }

    /** The cells that begin in the given row or reach into it from above, by column. */
    public List<Cell> cellsOver(int row) {
        return cells.stream()
                .filter(c -> c.row() <= row && row < c.row() + c.rowSpan())
                .sorted(java.util.Comparator.comparingInt(Cell::column))
                .toList();
    }
}
