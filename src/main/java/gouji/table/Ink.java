package gouji.table;

import gouji.document.Box;
import gouji.document.Glyph;

/** Where a glyph's ink is, whatever ascent its font claims. */
final class Ink {
    private static final double ABOVE_EM = 0.8;
    private static final double BELOW_EM = 0.12;
    private static final double MIDDLE_EM = 0.36;

    private Ink() {}

    static double middleY(Glyph g) {
        return g.angle() == 0 ? g.baseline() - MIDDLE_EM * g.sizePt() : g.box().centerY();
    }

    static double middleX(Glyph g) {
        return g.box().centerX();
    }

    static double top(Glyph g) {
        return g.angle() == 0 ? g.baseline() - ABOVE_EM * g.sizePt() : g.box().y0();
    }

    static double bottom(Glyph g) {
        return g.angle() == 0 ? g.baseline() + BELOW_EM * g.sizePt() : g.box().y1();
    }

    static boolean isBlank(Glyph g) {
        return Script.isBlank(g.text());
    }

    static boolean isFigure(Glyph g) {
        return Script.isOfFigure(g.text().charAt(0));
    }

    /** The box around all of them. */
    static Box around(Iterable<Glyph> glyphs) {
        double x0 = Double.MAX_VALUE;
        double y0 = Double.MAX_VALUE;
        double x1 = -Double.MAX_VALUE;
        double y1 = -Double.MAX_VALUE;
        for (Glyph g : glyphs) {
            x0 = Math.min(x0, g.box().x0());
            y0 = Math.min(y0, g.box().y0());
            x1 = Math.max(x1, g.box().x1());
            y1 = Math.max(y1, g.box().y1());
        }
        return x0 > x1 ? new Box(0, 0, 0, 0) : new Box(x0, y0, x1, y1);
    }
}
