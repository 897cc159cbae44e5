package gouji.table;

/**
 * How near is near, when lines and glyphs become cells. Lengths end in {@code Pt} (points) or {@code Em} (sizes of the
 * glyph at hand).
 *
 * @param sameRulePt parallel rules nearer than this are one rule (double frames, fills beside strokes)
 * @param touchPt rulings whose ends come this near are taken to meet
 * @param openSidePt a rule that reaches this far over the outermost crossing rule shows an open side of the frame
 * @param sameColumnPt column edges on two pages nearer than this are the same edge
 * @param ruledShare an edge covered by rulings over this share of its length is a border
 * @param wordGapEm a gap this wide between Latin letters is a space
 * @param numberGapEm a gap this wide between digits is a space; a narrower one is kerning
 * @param hanGapEm a gap this wide beside a Han character is a space
 * @param sameLineEm baselines nearer than this are one line
 */
record Tolerances(
        double sameRulePt,
        double touchPt,
        double openSidePt,
        double sameColumnPt,
        double ruledShare,
        double wordGapEm,
        double numberGapEm,
        double hanGapEm,
        double sameLineEm) {
    static final Tolerances STANDARD = new Tolerances(3, 2, 6, 4, 0.5, 0.2, 0.5, 1.5, 0.4);
}
