package gouji.document.ocr;

import java.util.function.IntToDoubleFunction;

/**
 * A four-cornered piece of a picture that is meant as a rectangle: corners from the top left clockwise, as x and y.
 * Places within are given as shares of its width and height.
 */
record Quad(double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {

    double x(double s, double t) {
        return (1 - t) * ((1 - s) * ax + s * bx) + t * ((1 - s) * dx + s * cx);
    }

    double y(double s, double t) {
        return (1 - t) * ((1 - s) * ay + s * by) + t * ((1 - s) * dy + s * cy);
    }

    double width() {
        return (Math.hypot(bx - ax, by - ay) + Math.hypot(cx - dx, cy - dy)) / 2;
    }

    double height() {
        return (Math.hypot(dx - ax, dy - ay) + Math.hypot(cx - bx, cy - by)) / 2;
    }

    /** A part of it; shares may lie outside 0 to 1. */
    Quad part(double s0, double t0, double s1, double t1) {
        return new Quad(x(s0, t0), y(s0, t0), x(s1, t0), y(s1, t0), x(s1, t1), y(s1, t1), x(s0, t1), y(s0, t1));
    }

    /** Places reckoned once for each share of the width: the ends of the lines down that lie there. */
    record Columns(double[] topX, double[] topY, double[] lowX, double[] lowY) {
        double x(int i, double t) {
            return (1 - t) * topX[i] + t * lowX[i];
        }

        double y(int i, double t) {
            return (1 - t) * topY[i] + t * lowY[i];
        }
    }

    /** Columns at n shares of the width. */
    Columns columns(int n, IntToDoubleFunction share) {
        Columns c = new Columns(new double[n], new double[n], new double[n], new double[n]);
        for (int i = 0; i < n; i++) {
            double s = share.applyAsDouble(i);
            c.topX[i] = (1 - s) * ax + s * bx;
            c.topY[i] = (1 - s) * ay + s * by;
            c.lowX[i] = (1 - s) * dx + s * cx;
            c.lowY[i] = (1 - s) * dy + s * cy;
        }
        return c;
    }
}
