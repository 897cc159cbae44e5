package gouji.document;

/**
 * A rectangle on a page, in points from the top left of the page as displayed.
 *
 * @param x0 left edge
 * @param y0 top edge
 * @param x1 right edge, never less than x0
 * @param y1 bottom edge, never less than y0
 */
public record Box(double x0, double y0, double x1, double y1) {
    public Box {
        if (!(x1 >= x0) || !(y1 >= y0)) {
            throw new IllegalArgumentException("not a box: " + x0 + "," + y0 + "," + x1 + "," + y1);
        }
    }

    public double widthPt() {
        return x1 - x0;
    }

    public double heightPt() {
        return y1 - y0;
    }

    public double centerX() {
        return (x0 + x1) / 2;
    }

    public double centerY() {
        return (y0 + y1) / 2;
    }

    /** Whether the point lies within, edges included. */
    public boolean contains(double x, double y) {
        return x >= x0 && x <= x1 && y >= y0 && y <= y1;
    }

    /** The smallest box that holds both. */
    public Box union(Box other) {
        return new Box(Math.min(x0, other.x0), Math.min(y0, other.y0), Math.max(x1, other.x1), Math.max(y1, other.y1));
    }
}
