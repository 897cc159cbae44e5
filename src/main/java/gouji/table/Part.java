package gouji.table;

import gouji.document.Box;
import gouji.document.Place;
import java.util.Collections;
import java.util.List;

/**
 * A table, or what one page shows of it.
 *
 * @param xs column edges on the first page, ascending, one more than columns; points
 * @param rows number of rows
 * @param cells by row, then column; none overlap
 * @param exact as in {@link Table}
 * @param regions one a page
 * @param rowPages page of each row
 * @param asides as in {@link Table}
 */
record Part(
        List<Double> xs,
        int rows,
        List<Cell> cells,
        boolean exact,
        List<Place> regions,
        List<Integer> rowPages,
        List<Aside> asides) {
    Part {
        asides = List.copyOf(asides);
        xs = List.copyOf(xs);
        cells = List.copyOf(cells);
        regions = List.copyOf(regions);
        rowPages = List.copyOf(rowPages);
    }

    static Part onPage(int page, Box box, List<Double> xs, int rows, List<Cell> cells, boolean exact) {
        return new Part(
                xs, rows, cells, exact, List.of(Place.onPage(page, box)), Collections.nCopies(rows, page), List.of());
    }

    int columns() {
        return xs.size() - 1;
    }

    int firstPage() {
        return regions.get(0).page();
    }

    int lastPage() {
        return regions.get(regions.size() - 1).page();
    }

    Box firstBox() {
        return regions.get(0).box().orElseThrow();
    }

    Box lastBox() {
        return regions.get(regions.size() - 1).box().orElseThrow();
    }

    /** Whether it is text in a frame rather than a table. */
    boolean isFramedText() {
        int columnEnds = 0;
        for (Cell c : cells) {
            columnEnds = Math.max(columnEnds, c.column() + 1);
        }
        return columns() == 1 || columnEnds == 1 || cells.size() < (rows > 1 ? 4 : 3);
    }

    Table toTable() {
        return new Table(rows, columns(), cells, exact, regions, rowPages, asides);
    }
}
