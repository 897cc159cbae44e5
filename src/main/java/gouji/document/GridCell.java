package gouji.document;

import java.util.Objects;

/**
 * One cell of a {@link Grid}.
 *
 * @param row first row it covers, from 0
 * @param column first column it covers, from 0
 * @param rowSpan rows covered, at least 1
 * @param columnSpan columns covered, at least 1
 * @param text text as printed; empty for a blank cell
 * @param place where it stands
 */
public record GridCell(int row, int column, int rowSpan, int columnSpan, String text, Place place) {
    public GridCell {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(place, "place");
        if (row < 0 || column < 0 || rowSpan < 1 || columnSpan < 1) {
            throw new IllegalArgumentException(
                    "cell out of the grid: row " + row + " column " + column + " spans " + rowSpan + "x" + columnSpan);
        }
    }
}
