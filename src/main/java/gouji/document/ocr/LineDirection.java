package gouji.document.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which way the lines of print run: the pieces of print (figures, parts of characters) stand nearer to the next of their own
 * line than to the next line.
 */
final class LineDirection {
    private static final double SMALLEST_IN = 0.04;
    private static final double THINNEST_IN = 0.02;
    private static final double LARGEST_IN = 0.25;
    private static final double NEAR_IN = 0.1;
    /** Share of the flatter piece that two of one line have in common. */
    private static final double COMMON = 0.5;
    /** Fewer pairs say nothing. */
    private static final int LEAST = 30;

    private LineDirection() {}

    /**
     * Share of neighbours that stand side by side, of those that stand side by side or one above the other; 0.5 where too few
     * do.
     *
     * @param ink the pieces of ink of a page
     */
    static double across(List<Blob> ink, double dpi) {
        List<Blob> pieces = new ArrayList<>(ink);
        pieces.removeIf(b -> b.size() < SMALLEST_IN * dpi
                || b.size() > LARGEST_IN * dpi
                || Math.min(b.width(), b.height()) < THINNEST_IN * dpi);
        pieces.sort(Comparator.comparingInt(Blob::x0).thenComparingInt(Blob::y0));
        double near = NEAR_IN * dpi;
        int across = 0;
        int down = 0;
        for (int i = 0; i < pieces.size(); i++) {
            double right = near;
            double below = near;
            Blob a = pieces.get(i);
            for (int j = i - 1; j >= 0 && a.x0() - pieces.get(j).x0() <= LARGEST_IN * dpi; j--) {
                below = Math.min(below, below(a, pieces.get(j), near));
            }
            for (int j = i + 1; j < pieces.size() && pieces.get(j).x0() - a.x1() <= near; j++) {
                Blob b = pieces.get(j);
                below = Math.min(below, below(a, b, near));
                if (common(a.y0(), a.y1(), b.y0(), b.y1()) >= COMMON && b.x0() >= a.x1()) {
                    right = Math.min(right, b.x0() - a.x1());
                }
            }
            across += right < below ? 1 : 0;
            down += below < right ? 1 : 0;
        }
        return across + down < LEAST ? 0.5 : (double) across / (across + down);
    }

    private static double below(Blob a, Blob b, double none) {
        return b.y0() >= a.y1() && common(a.x0(), a.x1(), b.x0(), b.x1()) >= COMMON ? b.y0() - a.y1() : none;
    }

    private static double common(int a0, int a1, int b0, int b1) {
        return (double) (Math.min(a1, b1) - Math.max(a0, b0)) / Math.min(a1 - a0, b1 - b0);
    }
}
