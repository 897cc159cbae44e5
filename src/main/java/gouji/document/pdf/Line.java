package gouji.document.pdf;

import gouji.document.Ruling;

/**
 * A painted piece of line, before what hides it is known.
 *
 * @param horizontal its direction on the displayed page
 * @param area what it paints
 * @param rgb its colour
 * @param order place in the painting order of the page
 */
record Line(boolean horizontal, Area area, int rgb, int order) {
    double from() {
        return horizontal ? area.x0() : area.y0();
    }

    double to() {
        return horizontal ? area.x1() : area.y1();
    }

    /** Its middle across. */
    double at() {
        return horizontal ? area.centerY() : area.centerX();
    }

    double thicknessPt() {
        return horizontal ? area.height() : area.width();
    }

    /** A line of no width is printed as thin as the device can; thickness 0 is kept for borders of shades. */
    private static final double THINNEST_PT = 0.05;

    Ruling between(double from, double to) {
        return new Ruling(horizontal, at(), from, to, Math.max(THINNEST_PT, thicknessPt()));
    }
}
