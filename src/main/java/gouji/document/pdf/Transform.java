package gouji.document.pdf;

/**
 * An affine map in PDF's order (ISO 32000-1, 8.3.3): x' = a·x + c·y + e, y' = b·x + d·y + f.
 */
record Transform(double a, double b, double c, double d, double e, double f) {
    static final Transform IDENTITY = new Transform(1, 0, 0, 1, 0, 0);

    /** This map first, then {@code next}. */
    Transform then(Transform next) {
        return new Transform(
                a * next.a + b * next.c,
                a * next.b + b * next.d,
                c * next.a + d * next.c,
                c * next.b + d * next.d,
                e * next.a + f * next.c + next.e,
                e * next.b + f * next.d + next.f);
    }

    /** A shift by (x, y) first, then this map. */
    Transform shifted(double x, double y) {
        return new Transform(a, b, c, d, x(x, y), y(x, y));
    }

    double x(double x, double y) {
        return a * x + c * y + e;
    }

    double y(double x, double y) {
        return b * x + d * y + f;
    }
}
