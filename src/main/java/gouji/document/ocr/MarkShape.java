package gouji.document.ocr;

import java.util.Arrays;

/** Tells by its shape the one sign that stands for no figure: a stroke that leans is a slash, one that lies is a dash. */
final class MarkShape {
    private static final double LEAST_LEAN = 0.25;
    private static final double MOST_LEAN = 1.2;
    private static final double THIN = 0.3;
    private static final double STRAIGHT = 0.06;
    private static final double LEAST_SLASH_IN = 0.06;
    private static final double THICKEST_DASH_IN = 0.035;
    private static final double LEAST_DASH_IN = 0.02;
    private static final double LONGEST_DASH_IN = 0.35;
    /** Digits are higher. */
    private static final double LOWEST_SIGN_IN = 0.052;

    private static final double FLAT = 1.6;
    /** Of a dash of few pixels, which the scanner made broader. */
    private static final double FLAT_INK = 1.4;

    private static final double SOLID = 0.6;

    private MarkShape() {}

    /** "/", "-" or nothing. */
    static String of(Blob line, Blobs.Mask ink, double dpi) {
        return isDash(line, ink, dpi) ? "-" : isSlash(line, ink, dpi) ? "/" : "";
    }

    private static boolean isDash(Blob b, Blobs.Mask ink, double dpi) {
        if (b.width() < FLAT * b.height()
                || b.height() > THICKEST_DASH_IN * dpi
                || b.width() < LEAST_DASH_IN * dpi
                || b.width() > LONGEST_DASH_IN * dpi) {
            return false;
        }
        int dark = 0;
        for (int y = b.y0(); y < b.y1(); y++) {
            for (int x = b.x0(); x < b.x1(); x++) {
                dark += ink.dark(x, y) ? 1 : 0;
            }
        }
        return dark >= SOLID * b.width() * b.height();
    }

    /**
     * Whether a piece of print of a few pixels is a dash, none of which is whole: its width and its height are those of the ink it
     * has, were it all as dark as its darkest column and row.
     */
    static boolean isFlat(Patch cell, Blob piece, double paper, double dpi) {
        if (piece.height() > LOWEST_SIGN_IN * dpi || piece.width() > LONGEST_DASH_IN * dpi) {
            return false;
        }
        double[] rows = new double[piece.height() + 2];
        double[] columns = new double[piece.width() + 2];
        double all = 0;
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < columns.length; c++) {
                int x = piece.x0() - 1 + c;
                int y = piece.y0() - 1 + r;
                boolean inside = x >= 0 && y >= 0 && x < cell.width && y < cell.height;
                double ink = inside ? Math.max(0, paper - cell.at(x, y)) : 0;
                rows[r] += ink;
                columns[c] += ink;
                all += ink;
            }
        }
        double high = all / Arrays.stream(rows).max().orElse(1);
        double wide = all / Arrays.stream(columns).max().orElse(1);
        return wide >= FLAT_INK * high && wide >= LEAST_DASH_IN * dpi && high <= THICKEST_DASH_IN * dpi;
    }

    /** One thin stretch a row, their middles on a line that goes left on its way down. */
    private static boolean isSlash(Blob b, Blobs.Mask ink, double dpi) {
        if (b.height() < LEAST_SLASH_IN * dpi || b.width() > b.height()) {
            return false;
        }
        int n = b.height();
        double[] middles = new double[n];
        double sum = 0;
        double slope = 0;
        for (int i = 0; i < n; i++) {
            int first = b.x1();
            int last = -1;
            for (int x = b.x0(); x < b.x1(); x++) {
                if (ink.dark(x, b.y0() + i)) {
                    first = Math.min(first, x);
                    last = x;
                }
            }
            if (last < 0 || last - first + 1 > Math.max(3, THIN * n)) {
                return false;
            }
            middles[i] = (first + last) / 2.0;
            sum += middles[i];
            slope += (i - (n - 1) / 2.0) * middles[i];
        }
        slope /= n * ((double) n * n - 1) / 12;
        double off = 0;
        for (int i = 0; i < n; i++) {
            double d = middles[i] - sum / n - slope * (i - (n - 1) / 2.0);
            off += d * d;
        }
        return -slope >= LEAST_LEAN && -slope <= MOST_LEAN && Math.sqrt(off / n) <= STRAIGHT * n + 0.3;
    }
}
