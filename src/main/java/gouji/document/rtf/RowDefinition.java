package gouji.document.rtf;

import java.util.ArrayList;
import java.util.List;

/** The row definition at hand ({@code trowd} … {@code cellx}): it may stand before its cells, after them, or both. */
final class RowDefinition {
    private final List<RtfTable.Definition> cells = new ArrayList<>();
    private int left;
    private boolean rowGoesOn;
    private boolean columnGoesOn;

    void begin() {
        cells.clear();
        left = 0;
        rowGoesOn = false;
        columnGoesOn = false;
    }

    void left(int twips) {
        left = twips;
    }

    int left() {
        return left;
    }

    void rowGoesOn() {
        rowGoesOn = true;
    }

    void columnGoesOn() {
        columnGoesOn = true;
    }

    void cell(int right) {
        cells.add(new RtfTable.Definition(right, rowGoesOn, columnGoesOn));
        rowGoesOn = false;
        columnGoesOn = false;
    }

    List<RtfTable.Definition> cells() {
        return cells;
    }
}
