package gouji.document.ocr;

import java.util.Comparator;
import java.util.List;

/**
 * How print lies in a cell: the bounds of its pieces, in straightened pixels. Specks are none, nor is what is much paler than
 * the lines of the table.
 */
final class CellPrint {
    private static final double MARGIN_IN = 0.025;
    /** Smaller than this both ways is a speck. */
    private static final double SPECK_IN = 0.03;

    private static final int SEGMENT = 24;

    private final double left;
    private final double top;
    private final int height;
    private final List<Blob> pieces;

    private CellPrint(double left, double top, int height, List<Blob> pieces) {
        this.height = height;
        this.left = left;
        this.top = top;
        this.pieces = pieces;
    }

    /** Where the print of a stretch begins and ends; {@code to < from} where there is none. */
    record Extent(double from, double to) {
        boolean isEmpty() {
            return to < from;
        }

        double length() {
            return to - from;
        }

        /** How far its middle is from the middle of a place. */
        double off(double low, double high) {
            return Math.abs((from + to) / 2 - (low + high) / 2);
        }
    }

    /** @param dark how much darker than the paper print is at least */
    static CellPrint of(Darkness page, double dark, FoundGrid shape, double x0, double y0, double x1, double y1) {
        double margin = MARGIN_IN * page.dpi();
        int height = (int) Math.max(1, Math.round(y1 - y0 - 2 * margin));
        int width = (int) Math.max(1, Math.round(x1 - x0 - 2 * margin));
        boolean[] print = new boolean[width * height];
        for (int r = 0; r < height; r++) {
            for (int from = 0; from < width; from += SEGMENT) {
                int to = Math.min(width, from + SEGMENT);
                double[] a = shape.toPicture(x0 + margin + from, y0 + margin + r);
                double[] b = shape.toPicture(x0 + margin + to, y0 + margin + r);
                for (int c = from; c < to; c++) {
                    double t = (c - from) / (double) (to - from);
                    int x = (int) Math.round(a[0] + t * (b[0] - a[0]));
                    int y = (int) Math.round(a[1] + t * (b[1] - a[1]));
                    print[r * width + c] = page.ink(x, y) && page.at(x, y) >= dark;
                }
            }
        }
        List<Blob> pieces = Blobs.of(print, width, height, 1);
        pieces.removeIf(b -> b.size() < SPECK_IN * page.dpi());
        return new CellPrint(x0 + margin, y0 + margin, height, pieces);
    }

    /**
     * The print between two levels.
     *
     * @param down true for levels of rows, false for levels of columns
     */
    Extent between(boolean down, double low, double high) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (Blob b : pieces) {
            double begin = Math.max(low, down ? top + b.y0() : left + b.x0());
            double end = Math.min(high, down ? top + b.y1() : left + b.x1());
            if (begin < end) {
                from = Math.min(from, begin);
                to = Math.max(to, end);
            }
        }
        return new Extent(from, to);
    }

    /** Whether a piece of print lies on both sides of a level, further from it than the remains of a line do. */
    boolean crosses(boolean down, double level, double line) {
        return pieces.stream()
                .anyMatch(b -> down
                        ? top + b.y0() < level - line && top + b.y1() > level + line
                        : left + b.x0() < level - line && left + b.x1() > level + line);
    }

    /** Whether something runs through from top to bottom, the ring of a seal, a streak: where print ends cannot be told then. */
    boolean isOverlaid() {
        return pieces.stream().anyMatch(b -> b.y0() == 0 && b.y1() == height);
    }

    /** The widest stretch without print between pieces of print that lie between two levels; 0 where there is none. */
    double widestGap(boolean down, double low, double high) {
        double[][] ranges = pieces.stream()
                .map(b ->
                        down ? new double[] {top + b.y0(), top + b.y1()} : new double[] {left + b.x0(), left + b.x1()})
                .filter(r -> r[0] < high && r[1] > low)
                .sorted(Comparator.comparingDouble(r -> r[0]))
                .toArray(double[][]::new);
        double widest = 0;
        double end = ranges.length == 0 ? 0 : ranges[0][1];
        for (double[] r : ranges) {
            widest = Math.max(widest, r[0] - end);
            end = Math.max(end, r[1]);
        }
        return widest;
    }
}
