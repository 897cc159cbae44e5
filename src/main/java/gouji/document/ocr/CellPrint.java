package gouji.document.ocr;

/**
 * How print lies in a cell: for each straightened row and column of pixels between its sides, how many pixels of print there
 * are. Single specks do not count, nor what is much paler than the lines of the table.
 */
final class CellPrint {
    private static final double MARGIN_IN = 0.025;
    private static final int SEGMENT = 24;
    /** Pixels of print that a row or column needs to count, more where there is grain. */
    private static final int LEAST = 2;

    private final double top;
    private final double left;
    private final int[] rows;
    private final int[] columns;

    private CellPrint(double top, double left, int[] rows, int[] columns) {
        this.top = top;
        this.left = left;
        this.rows = rows;
        this.columns = columns;
    }

    /** Where the print of a stretch begins and ends; {@code to < from} where there is none. */
    record Extent(double from, double to) {
        boolean isEmpty() {
            return to < from;
        }

        double length() {
            return to - from + 1;
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
        CellPrint print = new CellPrint(y0 + margin, x0 + margin, new int[height], new int[width]);
        for (int r = 0; r < height; r++) {
            for (int from = 0; from < width; from += SEGMENT) {
                print.count(page, dark, shape, r, from, Math.min(width, from + SEGMENT));
            }
        }
        return print;
    }

    private void count(Darkness page, double dark, FoundGrid shape, int r, int from, int to) {
        double[] a = shape.toPicture(left + from, top + r);
        double[] b = shape.toPicture(left + to, top + r);
        for (int c = from; c < to; c++) {
            double t = (c - from) / (double) (to - from);
            int x = (int) Math.round(a[0] + t * (b[0] - a[0]));
            int y = (int) Math.round(a[1] + t * (b[1] - a[1]));
            if (isPrint(page, dark, x, y)) {
                rows[r]++;
                columns[c]++;
            }
        }
    }

    private static boolean isPrint(Darkness page, double dark, int x, int y) {
        if (!page.ink(x, y) || page.at(x, y) < dark) {
            return false;
        }
        int beside = -1;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                beside += page.ink(x + dx, y + dy) ? 1 : 0;
            }
        }
        return beside >= 2;
    }

    /**
     * The print between two levels.
     *
     * @param down true for levels of rows, false for levels of columns
     */
    Extent between(boolean down, double low, double high) {
        int[] counts = down ? rows : columns;
        double start = down ? top : left;
        int a = (int) Math.max(0, Math.round(low - start));
        int b = (int) Math.min(counts.length - 1.0, Math.round(high - start));
        int least = least(counts);
        while (a <= b && counts[a] < least) {
            a++;
        }
        while (b >= a && counts[b] < least) {
            b--;
        }
        return new Extent(start + a, start + b);
    }

    /** Less than half of a cell that may be parted is print: what a quarter of its rows hold at most is grain. */
    private static int least(int[] counts) {
        int[] sorted = counts.clone();
        java.util.Arrays.sort(sorted);
        int grain = sorted[sorted.length / 4];
        return (int) Math.ceil(LEAST + grain + 2 * Math.sqrt(grain));
    }
}
