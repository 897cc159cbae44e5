package gouji.document;

/**
 * What a format says about a cell's place in its table, before it is checked.
 *
 * @param column column it begins in, from 0; {@link #NEXT} for the next free one
 * @param columnSpan columns it says it covers
 * @param rowSpan rows it says it covers; 0 for all that follow
 * @param continued whether it only goes on with the cell above it (a vertical merge)
 */
public record CellShape(int column, int columnSpan, int rowSpan, boolean continued) {
    /** The next column that no cell from above reaches into. */
    public static final int NEXT = -1;

    /** A cell in the next free column. */
    public static CellShape spanning(int columnSpan, int rowSpan) {
        return new CellShape(NEXT, columnSpan, rowSpan, false);
    }

    /** A cell at a known column. */
    public static CellShape at(int column, int columnSpan, boolean continued) {
        return new CellShape(column, columnSpan, 1, continued);
    }
}
