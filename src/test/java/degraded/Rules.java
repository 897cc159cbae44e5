package degraded;

/**
 * How the lines of the tables are drawn.
 *
 * @param widthPt their width
 * @param grey 0 black, 255 white
 * @param dash length of dashes in points, 0 for whole lines
 * @param gapShare share of each line that dropouts take away
 * @param open whether the left and right ends have no line
 * @param lost share of inner edges that are missing
 * @param style what is not usual about them
 */
record Rules(double widthPt, int grey, double dash, double gapShare, boolean open, double lost, Style style) {
    static final Rules PLAIN = new Rules(0.6, 30, 0, 0, false, 0, Style.USUAL);
    static final Rules FAINT = new Rules(0.35, 150, 0, 0, false, 0, Style.USUAL);
    static final Rules BROKEN = new Rules(0.35, 120, 0, 0.05, false, 0, Style.USUAL);
    static final Rules DOTTED = new Rules(0.6, 40, 1.2, 0, false, 0, Style.USUAL);
    static final Rules OPEN = new Rules(0.6, 30, 0, 0, true, 0, Style.USUAL);
    static final Rules LOST = new Rules(0.6, 30, 0, 0, false, 0.015, Style.USUAL);

    /** What a table has that others do not. */
    enum Style {
        USUAL,
        SHADED,
        DOUBLE_FRAME,
        THICK_FRAME,
        WHOLE_FRAME,
        COLOURED,
        FILLED,
        INKED
    }

    Rules styled(Style other) {
        return new Rules(widthPt, grey, dash, gapShare, open, lost, other);
    }
}
