package gouji.table;

import java.util.List;

/** What it costs to take texts for one cell: the more, the more their kinds and places speak for cells of their own. */
final class TextPrices {
    private static final double TWO_FIGURES = 20;
    private static final double CLEAR_GAP = 10;
    private static final double FIGURE_BESIDE_WORDS = 3;
    private static final double FIGURE_BELOW_WORDS = 8;
    private static final double LOOSE_LINES = 5;
    private static final double EACH_IN_ITS_ROW = 10;
    private static final double TWO_ORDINALS = 8;
    private static final double OFF_CENTRE = 3;
    private static final double FIGURE_OFF_CENTRE = 7;
    private static final double CLEAR_GAP_EM = 1;
    private static final double LOOSE_PITCH_EM = 2;
    private static final double LOOSER_THAN_USUAL = 1.2;

    private TextPrices() {}

    /** Of two texts of one row in one cell whose fields part at x. */
    static double sideBySide(AtomInk left, AtomInk right, double x) {
        if (left.runsInto(right, x)) {
            return 0;
        }
        boolean clear = right.x0() - left.x1() >= CLEAR_GAP_EM * right.sizePt() || !left.sharesLine(right);
        boolean figure = left.isCount() || right.isCount();
        return left.isFigure() && right.isFigure() ? TWO_FIGURES : clear ? CLEAR_GAP : figure ? FIGURE_BESIDE_WORDS : 0;
    }

    /** Of text in a cell from x0 to x1. */
    static double offCentreAcross(AtomInk text, double x0, double x1) {
        double left = text.x0() - x0;
        double right = x1 - text.x1();
        double em = text.sizePt();
        boolean centred = Math.abs(left - right) / 2 <= 0.6 * em;
        boolean flush = !text.isCount() && (right <= em || left <= 1.2 * em);
        return centred || flush ? 0 : text.isCount() ? FIGURE_OFF_CENTRE : OFF_CENTRE;
    }

    /**
     * Of two texts, one above the other, in one cell.
     *
     * @param eachInItsRow whether they stand in the same places of two rows
     * @param usualPitchEm distance of lines in this table's cells, NaN where not known
     */
    static double oneAboveOther(AtomInk upper, AtomInk lower, boolean eachInItsRow, double usualPitchEm) {
        if (upper.isFigure() && lower.isFigure()) {
            return TWO_FIGURES;
        }
        if (lower.isCount() && !upper.isFigure()) {
            return FIGURE_BELOW_WORDS;
        }
        if (lower.beginsWithOrdinal()) {
            return upper.beginsWithOrdinal() ? TWO_ORDINALS : LOOSE_LINES;
        }
        double pitch = lower.firstBaseline() - upper.lastBaseline();
        double looseEm = Double.isNaN(usualPitchEm) ? LOOSE_PITCH_EM : LOOSER_THAN_USUAL * Math.max(1, usualPitchEm);
        return eachInItsRow ? EACH_IN_ITS_ROW : pitch > looseEm * lower.sizePt() ? LOOSE_LINES : 0;
    }

    /** Of text in a cell from y0 to y1. */
    static double offCentreDown(AtomInk text, double y0, double y1) {
        double above = text.y0() - y0;
        double below = y1 - text.y1();
        boolean centred = Math.abs(above - below) / 2 <= 0.35 * text.sizePt() + 1;
        boolean flush = !text.isCount() && above <= 0.9 * text.sizePt();
        return centred || flush ? 0 : text.isCount() ? FIGURE_OFF_CENTRE : OFF_CENTRE;
    }

    /** The smallest distance between two lines within one atom of several lines; NaN where no atom has several. */
    static double usualPitchEm(List<Lattice> lattices) {
        double least = Double.NaN;
        for (Lattice lattice : lattices) {
            for (int r = 0; r < lattice.rows(); r++) {
                for (int c = 0; c < lattice.columns(); c++) {
                    double pitch = AtomInk.of(lattice.glyphs(r, c)).leastPitchEm();
                    if (!Double.isNaN(pitch) && !(pitch > least)) {
                        least = pitch;
                    }
                }
            }
        }
        return least;
    }
}
