package gouji.document;

import java.util.List;
import java.util.Objects;

/**
 * The readings of a recognised cell.
 *
 * @param box the cell's frame on the page
 * @param alternatives best first; at least one
 */
public record CellReading(Box box, List<Alternative> alternatives) {
    public CellReading {
        Objects.requireNonNull(box, "box");
        alternatives = List.copyOf(alternatives);
        if (alternatives.isEmpty()) {
            throw new IllegalArgumentException("a reading without text at " + box);
        }
    }
}
