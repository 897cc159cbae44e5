package gouji.document.pdf;

import java.util.Arrays;

/** One subpath on the displayed page: points joined by straight lines or, where marked, by curves. */
final class Contour {
    /** Points closer than this to a straight line or to each other count as on it, in points. */
    private static final double SLACK_PT = 0.1;

    private double[] xs = new double[6];
    private double[] ys = new double[6];
    private boolean curved;
    /** Whether the stretch that ends at a point is a curve. */
    private boolean[] curveTo = new boolean[6];

    private int size;
    private boolean closed;

    Contour(double x, double y) {
        add(x, y, false);
    }

    void lineTo(double x, double y) {
        add(x, y, false);
    }

    /** Control points count for the bounding box only. */
    void curveTo(double x, double y) {
        curved = true;
        add(x, y, true);
    }

    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    private void add(double x, double y, boolean curve) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, size * 2);
            ys = Arrays.copyOf(ys, size * 2);
            curveTo = Arrays.copyOf(curveTo, size * 2);
        }
        xs[size] = x;
        ys[size] = y;
        curveTo[size++] = curve;
    }

    int size() {
        return size;
    }

    double x(int index) {
        return xs[index];
    }

    double y(int index) {
        return ys[index];
    }

    boolean isCurve(int end) {
        return curveTo[end];
    }

    double firstX() {
        return xs[0];
    }

    double firstY() {
        return ys[0];
    }

    Area bounds() {
        double x0 = xs[0], x1 = xs[0], y0 = ys[0], y1 = ys[0];
        for (int i = 1; i < size; i++) {
            x0 = Math.min(x0, xs[i]);
            x1 = Math.max(x1, xs[i]);
            y0 = Math.min(y0, ys[i]);
            y1 = Math.max(y1, ys[i]);
        }
        return new Area(x0, y0, x1, y1);
    }

    /** Whether it is a rectangle along the edges of the page (or, flat, a line of no thickness). */
    boolean isRectangle() {
        int corners = cornersIfStraight();
        if (corners < 4 || corners > 5 || !isRightAngled()) {
            return false;
        }
        Area box = bounds();
        for (int i = 0; i < corners; i++) {
            boolean onX = near(xs[i], box.x0()) || near(xs[i], box.x1());
            boolean onY = near(ys[i], box.y0()) || near(ys[i], box.y1());
            if (!onX || !onY) {
                return false;
            }
        }
        return corners == 4 || near(xs[0], xs[4]) && near(ys[0], ys[4]);
    }

    /** Whether every side runs along the edges of the page. */
    boolean isRightAngled() {
        if (curved) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            int next = (i + 1) % size;
            if (!near(xs[i], xs[next]) && !near(ys[i], ys[next])) {
                return false;
            }
        }
        return true;
    }

    private int cornersIfStraight() {
        return curved ? 0 : size;
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) <= SLACK_PT;
    }
}
