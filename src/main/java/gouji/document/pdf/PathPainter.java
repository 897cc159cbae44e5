package gouji.document.pdf;

import java.util.List;

/** Turns painted paths into rectangles, shapes and straight lines on the canvas. */
final class PathPainter {
    /** A side this little off level, in points or in degrees (tangent), still counts as level. */
    private static final double OFF_LEVEL_PT = 0.5;

    private static final double OFF_LEVEL_SLOPE = Math.tan(Math.toRadians(1));
    /** A stroke thicker than this is a filled area in disguise. */
    private static final double THICKEST_STROKE_PT = 6;

    private static final double HAIRLINE_PT = 0.05;
    /** An ink that covers less than this of the paper is not seen. */
    private static final double FAINTEST_ALPHA = 0.02;

    private final Canvas canvas;

    PathPainter(Canvas canvas) {
        this.canvas = canvas;
    }

    void fill(Path path, GraphicsState state, boolean evenOdd) {
        if (state.fillAlpha < FAINTEST_ALPHA || path.contours().isEmpty()) {
            return;
        }
        int rgb = Ink.onPaper(state.fill, state.fillAlpha);
        boolean opaque = state.fillAlpha >= 1 && state.isPlain() && rgb != Ink.UNKNOWN;
        List<Contour> contours = path.contours();
        if (contours.size() == 1 && contours.get(0).isRectangle()) {
            rectangle(contours.get(0).bounds(), state, rgb, opaque);
        } else if (isCuttable(contours)) {
            Slabs.cut(contours, evenOdd).forEach(area -> rectangle(area, state, rgb, opaque));
            contours.stream().filter(Contour::isRectangle).forEach(c -> flatRectangle(c, state, rgb, opaque));
        } else {
            contours.forEach(c -> fillAlone(c, state, rgb, opaque));
        }
    }

    private static boolean isCuttable(List<Contour> contours) {
        int corners = 0;
        for (Contour contour : contours) {
            corners += contour.size();
            if (corners > Slabs.MOST_CORNERS || !contour.isRightAngled()) {
                return false;
            }
        }
        return true;
    }

    private void fillAlone(Contour contour, GraphicsState state, int rgb, boolean opaque) {
        Area bounds = contour.bounds();
        if (contour.isRectangle()) {
            rectangle(bounds, state, rgb, opaque);
        } else if (isThinPolygon(contour, bounds)) {
            rectangle(bounds, state, rgb, false);
        } else {
            Area seen = bounds.intersect(state.clip);
            if (!seen.isEmpty()) {
                canvas.shape(seen, rgb);
            }
        }
    }

    /** A border with mitred corners, as browsers draw it. */
    private static boolean isThinPolygon(Contour contour, Area bounds) {
        for (int i = 0; i < contour.size(); i++) {
            if (contour.isCurve(i)) {
                return false;
            }
        }
        return contour.size() <= 5 && Math.min(bounds.width(), bounds.height()) <= Canvas.THICKEST_LINE_PT;
    }

    /** A rectangle without height or width encloses nothing, but is printed as a hairline. */
    private void flatRectangle(Contour contour, GraphicsState state, int rgb, boolean opaque) {
        Area bounds = contour.bounds();
        if (Math.min(bounds.width(), bounds.height()) <= HAIRLINE_PT) {
            rectangle(bounds, state, rgb, opaque);
        }
    }

    private void rectangle(Area area, GraphicsState state, int rgb, boolean opaque) {
        Area seen = area.intersect(state.clip);
        if (!seen.isEmpty()) {
            canvas.rectangle(seen, rgb, opaque);
        }
    }

    void stroke(Path path, GraphicsState state) {
        if (state.strokeAlpha < FAINTEST_ALPHA) {
            return;
        }
        for (Contour contour : path.contours()) {
            int last = contour.isClosed() ? contour.size() : contour.size() - 1;
            for (int i = 0; i < last; i++) {
                int next = (i + 1) % contour.size();
                if (!contour.isCurve(next)) {
                    strokeSide(contour.x(i), contour.y(i), contour.x(next), contour.y(next), state);
                }
            }
        }
    }

    private void strokeSide(double x0, double y0, double x1, double y1, GraphicsState state) {
        double dx = Math.abs(x1 - x0);
        double dy = Math.abs(y1 - y0);
        if (dx >= dy && isLevel(dx, dy)) {
            double half = Math.max(state.horizontalLineWidthPt(), HAIRLINE_PT) / 2;
            double cap = state.buttCap ? 0 : half;
            double y = (y0 + y1) / 2;
            paint(new Area(Math.min(x0, x1) - cap, y - half, Math.max(x0, x1) + cap, y + half), true, state);
        } else if (dy > dx && isLevel(dy, dx)) {
            double half = Math.max(state.verticalLineWidthPt(), HAIRLINE_PT) / 2;
            double cap = state.buttCap ? 0 : half;
            double x = (x0 + x1) / 2;
            paint(new Area(x - half, Math.min(y0, y1) - cap, x + half, Math.max(y0, y1) + cap), false, state);
        }
    }

    private static boolean isLevel(double along, double off) {
        return off <= OFF_LEVEL_PT || off <= along * OFF_LEVEL_SLOPE;
    }

    private void paint(Area area, boolean horizontal, GraphicsState state) {
        Area seen = area.intersect(state.clip);
        if (seen.isEmpty()) {
            return;
        }
        int rgb = Ink.onPaper(state.stroke, state.strokeAlpha);
        boolean opaque = state.strokeAlpha >= 1 && state.isPlain() && rgb != Ink.UNKNOWN;
        if (Math.min(area.width(), area.height()) > THICKEST_STROKE_PT) {
            canvas.rectangle(seen, rgb, opaque);
        } else {
            canvas.stroke(seen, horizontal, rgb, opaque);
        }
    }
}
