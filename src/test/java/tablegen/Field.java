package tablegen;

/**
 * One cell of a table that is going to be drawn.
 *
 * @param row first row, from 0
 * @param column first column, from 0
 * @param text as a reader reads it, lines joined; empty for a blank
 */
public record Field(int row, int column, int rowSpan, int columnSpan, String text, Kind kind) {
    /** What a cell is to its table. */
    public enum Kind {
        HEADER,
        STUB,
        VALUE
    }

    int endRow() {
        return row + rowSpan;
    }

    int endColumn() {
        return column + columnSpan;
    }

    boolean coversRow(int r) {
        return row <= r && r < endRow();
    }

    boolean coversColumn(int c) {
        return column <= c && c < endColumn();
    }
}
