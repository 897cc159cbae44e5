package gouji.document.ofd;

/**
 * An affine transformation in millimetres: x' = a·x + c·y + e, y' = b·x + d·y + f.
 */
record Transform(double a, double b, double c, double d, double e, double f) {
    static final Transform NONE = new Transform(1, 0, 0, 1, 0, 0);

    /** A CTM of six numbers; none when it is not. */
    static Transform of(String ctm) {
        double[] n = Numbers.all(ctm);
        return n.length == 6 ? new Transform(n[0], n[1], n[2], n[3], n[4], n[5]) : NONE;
    }

    /** This first, then a shift. */
    Transform shifted(double x, double y) {
        return new Transform(a, b, c, d, e + x, f + y);
    }

    double x(double x, double y) {
        return a * x + c * y + e;
    }

    double y(double x, double y) {
        return b * x + d * y + f;
    }

    /** How much it stretches what runs down the line. */
    double heightScale() {
        return Math.hypot(c, d);
    }

    double widthScale() {
        return Math.hypot(a, b);
    }

    /** Direction of writing, clockwise: 0, 90, 180 or 270 degrees; -1 when it is slanted. */
    int angle() {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        int quarter = (int) Math.round(degrees / 90);
        return Math.abs(degrees - quarter * 90) > 3 ? -1 : Math.floorMod(quarter, 4) * 90;
    }
}
