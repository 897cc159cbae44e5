package gouji.table;

import gouji.document.Glyph;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a line without a clear gap.
 *
 * @param glyphs in reading order, at least one not blank
 * @param x0 left end of the ink
 * @param x1 right end of the ink
 * @param isFigure whether it holds nothing but a figure
 */
record Segment(List<Glyph> glyphs, double x0, double x1, boolean isFigure) {

    /**
     * The segments of a line.
     *
     * @param gapEm width of a clear gap
     * @param separators places of vertical rulings, which part segments however near
     */
    static List<Segment> of(TextLine line, double gapEm, List<Double> separators) {
        List<Segment> segments = new ArrayList<>();
        List<Glyph> open = new ArrayList<>();
        Glyph last = null;
        for (Glyph g : line.glyphs()) {
            if (Ink.isBlank(g)) {
                continue;
            }
            if (last != null && isParted(last, g, gapEm * line.sizePt(), separators)) {
                segments.add(of(open));
                open = new ArrayList<>();
            }
            open.add(g);
            last = g;
        }
        if (!open.isEmpty()) {
            segments.add(of(open));
        }
        return segments;
    }

    private static boolean isParted(Glyph left, Glyph right, double gapPt, List<Double> separators) {
        if (right.box().x0() - left.box().x1() >= gapPt) {
            return true;
        }
        for (double x : separators) {
            if (Ink.middleX(left) < x && x < Ink.middleX(right)) {
                return true;
            }
        }
        return false;
    }

    private static Segment of(List<Glyph> glyphs) {
        double x0 = Double.MAX_VALUE;
        double x1 = -Double.MAX_VALUE;
        boolean figure = true;
        for (Glyph g : glyphs) {
            x0 = Math.min(x0, g.box().x0());
            x1 = Math.max(x1, g.box().x1());
            figure &= Ink.isFigure(g);
        }
        return new Segment(List.copyOf(glyphs), x0, x1, figure);
    }
}
