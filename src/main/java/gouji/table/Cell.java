package gouji.table;

import gouji.document.Alternative;
import gouji.document.Place;
import java.util.List;
import java.util.Objects;

/**
 * One cell as printed.
 *
 * @param row first row it covers, from 0
 * @param column first column it covers, from 0
 * @param rowSpan rows covered, at least 1
 * @param columnSpan columns covered, at least 1
 * @param text as printed, lines joined (without a space between Han characters); empty for a blank cell
 * @param place page and box (the cell's frame, not its ink), or path
 * @param confidence 0 to 1: how sure the engine is that this text belongs to this cell and is whole
 * @param alternatives how else it may read, best first, where it was recognised; empty on a born-digital page
 */
public record Cell(
        int row,
        int column,
        int rowSpan,
        int columnSpan,
        String text,
        Place place,
        double confidence,
        List<Alternative> alternatives) {
    public Cell {
        alternatives = List.copyOf(alternatives);
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(place, "place");
        if (row < 0 || column < 0 || rowSpan < 1 || columnSpan < 1) {
            throw new IllegalArgumentException(
                    "cell out of the table: row " + row + " column " + column + " spans " + rowSpan + "x" + columnSpan);
        }
    }

    /** A cell of a born-digital page. */
    public Cell(int row, int column, int rowSpan, int columnSpan, String text, Place place, double confidence) {
        this(row, column, rowSpan, columnSpan, text, place, confidence, List.of());
    }

    /** The cell so many rows further down. */
    Cell moved(int rows) {
        return new Cell(row + rows, column, rowSpan, columnSpan, text, place, confidence, alternatives);
    }
}
