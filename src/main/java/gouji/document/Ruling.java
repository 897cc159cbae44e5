package gouji.document;

/**
 * A straight horizontal or vertical line that is seen on the page: a stroke, or a filled rectangle thin enough to be
 * meant as a line, or the joined dashes of a dashed line, or the border between two fills of different colour.
 *
 * @param horizontal true for a horizontal line
 * @param at y of a horizontal line, x of a vertical line (its middle), in points
 * @param from smaller end along the line (x for horizontal, y for vertical)
 * @param to larger end
 * @param thicknessPt painted thickness; 0 for the border of a fill
 */
public record Ruling(boolean horizontal, double at, double from, double to, double thicknessPt) {
    public Ruling {
        if (!(to >= from)) {
            throw new IllegalArgumentException("ruling ends before it begins: " + from + " > " + to);
        }
    }

    public double lengthPt() {
        return to - from;
    }
}
