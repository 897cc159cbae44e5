package gouji.document.pdf;

import gouji.document.Box;

/**
 * A rectangle on the displayed page while it is being worked on; unlike a {@link Box} it may be empty (x1 &lt; x0).
 */
record Area(double x0, double y0, double x1, double y1) {
    /** The bounding box of a rectangle given in another space. */
    static Area of(double x0, double y0, double x1, double y1, Transform t) {
        double ax = t.x(x0, y0), bx = t.x(x1, y0), cx = t.x(x0, y1), dx = t.x(x1, y1);
        double ay = t.y(x0, y0), by = t.y(x1, y0), cy = t.y(x0, y1), dy = t.y(x1, y1);
        return new Area(
                Math.min(Math.min(ax, bx), Math.min(cx, dx)),
                Math.min(Math.min(ay, by), Math.min(cy, dy)),
                Math.max(Math.max(ax, bx), Math.max(cx, dx)),
                Math.max(Math.max(ay, by), Math.max(cy, dy)));
    }

    Area intersect(Area other) {
        return new Area(Math.max(x0, other.x0), Math.max(y0, other.y0), Math.min(x1, other.x1), Math.min(y1, other.y1));
    }

    /** Also true where a number is not one. */
    boolean isEmpty() {
        return !(x1 >= x0 && y1 >= y0);
    }

    double width() {
        return x1 - x0;
    }

    double height() {
        return y1 - y0;
    }

    double centerX() {
        return (x0 + x1) / 2;
    }

    double centerY() {
        return (y0 + y1) / 2;
    }

    boolean contains(double x, double y) {
        return x >= x0 && x <= x1 && y >= y0 && y <= y1;
    }

    /** Whether the other one lies within, give or take {@code slack} points. */
    boolean covers(Area other, double slack) {
        return other.x0 >= x0 - slack && other.x1 <= x1 + slack && other.y0 >= y0 - slack && other.y1 <= y1 + slack;
    }

    Box toBox() {
        return new Box(x0, y0, x1, y1);
    }
}
