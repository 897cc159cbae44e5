package gouji.document;

import java.util.List;

/**
 * A table a format marks as such (a row of tab-separated fields, an HTML table, …).
 *
 * @param cells cells in reading order; row and column count from 0
 * @param exact true where the format states the columns and spans and can be believed; false where only the order of
 *     the fields in a row is known (a text dump), so that the column numbers of two rows need not agree
 */
public record Grid(List<GridCell> cells, boolean exact) implements Block {
    public Grid {
        cells = List.copyOf(cells);
    }
}
