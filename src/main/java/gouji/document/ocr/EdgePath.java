package gouji.document.ocr;

/**
 * The pixels that an edge of a table runs over: n places from one of its ends to the other, evenly apart in the straightened
 * table. A path beside it is the same moved across by whole pixels.
 */
final class EdgePath {
    private final boolean horizontal;
    private final int[] x;
    private final int[] y;

    private EdgePath(boolean horizontal, int n) {
        this.horizontal = horizontal;
        this.x = new int[n];
        this.y = new int[n];
    }

    /**
     * @param level of the edge, in straightened pixels
     * @param from where it begins, along it
     * @param length along it
     * @param n places
     */
    static EdgePath of(FoundGrid shape, boolean horizontal, double level, double from, double length, int n) {
        EdgePath path = new EdgePath(horizontal, n);
        for (int i = 0; i < n; i++) {
            double along = from + length * i / Math.max(1, n - 1);
            double[] p = horizontal ? shape.toPicture(along, level) : shape.toPicture(level, along);
            path.x[i] = (int) Math.round(p[0]);
            path.y[i] = (int) Math.round(p[1]);
        }
        return path;
    }

    int length() {
        return x.length;
    }

    /** Column in the picture of the i-th place, moved across the edge. */
    int x(int i, int across) {
        return horizontal ? x[i] : x[i] + across;
    }

    /** Row in the picture of the i-th place, moved across the edge. */
    int y(int i, int across) {
        return horizontal ? y[i] + across : y[i];
    }
}
