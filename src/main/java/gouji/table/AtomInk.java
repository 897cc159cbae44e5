package gouji.table;

import gouji.document.Glyph;
import java.util.ArrayList;
import java.util.List;

/**
 * What the ink of an atom, or of several, looks like. Lengths in points.
 *
 * @param glyphs those that are not blank
 * @param x0 left end of the ink
 * @param y0 top of the ink
 * @param x1 right end of the ink
 * @param y1 bottom of the ink
 * @param firstBaseline topmost baseline
 * @param lastBaseline lowest baseline
 * @param sizePt largest glyph size
 * @param isFigure whether it holds nothing but figures or dashes
 */
record AtomInk(
        List<Glyph> glyphs,
        double x0,
        double y0,
        double x1,
        double y1,
        double firstBaseline,
        double lastBaseline,
        double sizePt,
        boolean isFigure) {
    private static final double OVERHANG_EM = 0.3;

    private static final int LONGEST_ORDINAL = 5;

    static final AtomInk EMPTY = new AtomInk(
            List.of(),
            Double.MAX_VALUE,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            0,
            true);

    static AtomInk of(List<Glyph> all) {
        if (all.isEmpty()) {
            return EMPTY;
        }
        List<Glyph> glyphs = new ArrayList<>(all.size());
        double x0 = Double.MAX_VALUE;
        double y0 = Double.MAX_VALUE;
        double x1 = -Double.MAX_VALUE;
        double y1 = -Double.MAX_VALUE;
        double first = Double.MAX_VALUE;
        double last = -Double.MAX_VALUE;
        double size = 0;
        boolean figure = true;
        for (Glyph g : all) {
            if (!Ink.isBlank(g)) {
                glyphs.add(g);
                x0 = Math.min(x0, g.box().x0());
                x1 = Math.max(x1, g.box().x1());
                y0 = Math.min(y0, Ink.top(g));
                y1 = Math.max(y1, Ink.bottom(g));
                double base = g.angle() == 0 ? g.baseline() : g.box().y1();
                first = Math.min(first, base);
                last = Math.max(last, base);
                size = Math.max(size, g.sizePt());
                figure &= Ink.isFigure(g);
            }
        }
        return new AtomInk(glyphs, x0, y0, x1, y1, first, last, size, figure);
    }

    /** Whether it is a figure that is neither a year, which heads a column, nor a label's ordinal. */
    boolean isCount() {
        if (!isFigure || glyphs.size() > LONGEST_ORDINAL) {
            return isFigure;
        }
        StringBuilder text = new StringBuilder();
        glyphs.forEach(g -> text.append(g.text()));
        return !HeaderRows.isYear(text.toString()) && !Script.isBareOrdinal(text.toString());
    }

    boolean isBlank() {
        return glyphs.isEmpty();
    }

    AtomInk with(AtomInk other) {
        if (isBlank() || other.isBlank()) {
            return isBlank() ? other : this;
        }
        List<Glyph> both = new ArrayList<>(glyphs);
        both.addAll(other.glyphs);
        return new AtomInk(
                both,
                Math.min(x0, other.x0),
                Math.min(y0, other.y0),
                Math.max(x1, other.x1),
                Math.max(y1, other.y1),
                Math.min(firstBaseline, other.firstBaseline),
                Math.max(lastBaseline, other.lastBaseline),
                Math.max(sizePt, other.sizePt),
                isFigure && other.isFigure);
    }

    /** Smallest distance between two lines in sizes of the text, NaN for a single line. */
    double leastPitchEm() {
        if (!(lastBaseline - firstBaseline > 0.6 * sizePt)) {
            return Double.NaN;
        }
        double[] baselines = glyphs.stream()
                .filter(g -> g.angle() == 0)
                .mapToDouble(Glyph::baseline)
                .sorted()
                .toArray();
        double least = Double.NaN;
        for (int i = 1; i < baselines.length; i++) {
            double pitch = baselines[i] - baselines[i - 1];
            if (pitch > 0.6 * sizePt && !(pitch > least)) {
                least = pitch;
            }
        }
        return least / sizePt;
    }

    /** Whether a line of text goes on from this ink into the ink at its right over the edge at x. */
    boolean runsInto(AtomInk right, double x) {
        return crosses(this, x) || crosses(right, x) || overhangs(right, x) || hasNeighbours(right, x);
    }

    /** Whether a word that was kept whole in one of the two reaches over the edge. */
    private boolean overhangs(AtomInk right, double x) {
        return !isBlank() && x1 - x > OVERHANG_EM * sizePt
                || !right.isBlank() && x - right.x0 > OVERHANG_EM * right.sizePt;
    }

    /** Whether the text, as painted, begins with an ordinal. */
    boolean beginsWithOrdinal() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(LONGEST_ORDINAL, glyphs.size()); i++) {
            text.append(glyphs.get(i).text());
        }
        return Script.beginsWithOrdinal(text.toString());
    }

    /** Whether some line of this ink is on a baseline of the other. */
    boolean sharesLine(AtomInk other) {
        for (Glyph g : glyphs) {
            for (Glyph h : other.glyphs) {
                if (Math.abs(h.baseline() - g.baseline()) < 0.3 * g.sizePt()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean crosses(AtomInk ink, double x) {
        for (Glyph g : ink.glyphs) {
            double part = 0.2 * g.box().widthPt();
            if (g.box().x0() + part < x && x < g.box().x1() - part) {
                return true;
            }
        }
        return false;
    }

    private boolean hasNeighbours(AtomInk right, double x) {
        for (Glyph g : glyphs) {
            if (x - g.box().x1() < 0.6 * g.sizePt()) {
                for (Glyph h : right.glyphs) {
                    if (h.box().x0() - g.box().x1() < 0.5 * g.sizePt()
                            && Math.abs(h.baseline() - g.baseline()) < 0.3 * g.sizePt()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether a glyph lies on the edge at y. */
    boolean straddles(double y) {
        for (Glyph g : glyphs) {
            if (Ink.top(g) + 0.2 * g.sizePt() < y && y < Ink.bottom(g) - 0.15 * g.sizePt()) {
                return true;
            }
        }
        return false;
    }
}
