package gouji.table;

import gouji.document.Box;
import gouji.document.Ruling;
import java.util.List;

/**
 * Rulings that hang together.
 *
 * @param horizontals by y
 * @param verticals by x
 * @param box around them all
 */
record Frame(List<Ruling> horizontals, List<Ruling> verticals, Box box) {
    Frame {
        horizontals = List.copyOf(horizontals);
        verticals = List.copyOf(verticals);
    }

    double areaPt2() {
        return box.widthPt() * box.heightPt();
    }
}
