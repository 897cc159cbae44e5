package gouji.table;

/**
 * Atoms that make one cell.
 *
 * @param row0 first row
 * @param column0 first column
 * @param row1 row after the last
 * @param column1 column after the last
 */
record Rect(int row0, int column0, int row1, int column1) {
    int rowSpan() {
        return row1 - row0;
    }

    int columnSpan() {
        return column1 - column0;
    }

    boolean overlaps(Rect other) {
        return row0 < other.row1 && other.row0 < row1 && column0 < other.column1 && other.column0 < column1;
    }

    Rect union(Rect other) {
        return new Rect(
                Math.min(row0, other.row0),
                Math.min(column0, other.column0),
                Math.max(row1, other.row1),
                Math.max(column1, other.column1));
    }
}
