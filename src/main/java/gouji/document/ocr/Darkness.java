package gouji.document.ocr;

import gouji.document.Raster;
import java.util.ArrayList;
import java.util.List;

/**
 * How much darker each pixel is than the paper around it: the mean grey of a window of 0.22 inch (integral image) less the
 * pixel's own grey, never below 0. Shade and lighting vanish, print stays.
 */
final class Darkness {
    private static final double WINDOW_IN = 0.22;
    private static final double RIDGE_IN = 0.012;
    private static final double BRIDGE_IN = 0.026;
    private static final double LEAST = 11;
    private static final double LEAST_SHARE = 0.07;

    private final int width;
    private final int height;
    private final double dpi;
    private final byte[] dark;
    private final boolean[] ink;
    private final double noise;
    private final Raster page;
    private final int bridge;
    private final int ridgeReach;
    private final double ridgeHeight;
    /** Found when first asked for. */
    private List<Blob> pieces;

    Darkness(Raster page) {
        this.width = page.width();
        this.height = page.height();
        this.dpi = page.dpi();
        this.page = page;
        this.bridge = 0;
        this.noise = noise(page);
        this.ridgeReach = px(RIDGE_IN) + 1;
        this.ridgeHeight = Math.max(1.5 * LEAST, 2.4 * noise);
        this.dark = new byte[width * height];
        this.ink = new boolean[width * height];
        measure(page);
    }

    /** Standard deviation of the grain: median difference of neighbours, sampled. */
    private static double noise(Raster page) {
        int[] counts = new int[256];
        int n = 0;
        int step = Math.max(1, page.height() / 200);
        for (int y = 0; y < page.height(); y += step) {
            for (int x = 2; x < page.width(); x += 3) {
                counts[Math.min(255, Math.abs(page.at(x, y) - page.at(x - 1, y)))]++;
                n++;
            }
        }
        int seen = 0;
        int median = 0;
        while (median < 255 && (seen += counts[median]) < n / 2) {
            median++;
        }
        return median / 0.954;
    }

    private void measure(Raster page) {
        int r = Math.max(4, (int) Math.round(WINDOW_IN * dpi / 2));
        int[] columns = new int[width];
        for (int y = 0; y < Math.min(r, height); y++) {
            addRow(page, y, columns, 1);
        }
        for (int y = 0; y < height; y++) {
            if (y + r < height) {
                addRow(page, y + r, columns, 1);
            }
            if (y - r - 1 >= 0) {
                addRow(page, y - r - 1, columns, -1);
            }
            int rows = Math.min(height - 1, y + r) - Math.max(0, y - r) + 1;
            measureRow(page, y, columns, r, rows);
        }
    }

    private static void addRow(Raster page, int y, int[] columns, int sign) {
        for (int x = 0; x < columns.length; x++) {
            columns[x] += sign * page.at(x, y);
        }
    }

    private void measureRow(Raster page, int y, int[] columns, int r, int rows) {
        double least = Math.max(LEAST, 2.4 * noise);
        long sum = 0;
        for (int x = 0; x < Math.min(r, width); x++) {
            sum += columns[x];
        }
        for (int x = 0; x < width; x++) {
            sum += x + r < width ? columns[x + r] : 0;
            sum -= x - r - 1 >= 0 ? columns[x - r - 1] : 0;
            int across = Math.min(width - 1, x + r) - Math.max(0, x - r) + 1;
            double mean = (double) sum / ((long) across * rows);
            double d = mean - page.at(x, y);
            if (d > 0) {
                int i = y * width + x;
                dark[i] = (byte) (int) (d + 0.5);
                ink[i] = d > least && d > LEAST_SHARE * mean;
            }
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    double dpi() {
        return dpi;
    }

    double noise() {
        return noise;
    }

    int at(int x, int y) {
        return dark[y * width + x] & 255;
    }

    /** Whether the pixel is darker than those a little above and below it (or left and right): a line close to print. */
    boolean ridge(int x, int y, boolean across) {
        int k = ridgeReach;
        int x0 = across ? x : x - k;
        int y0 = across ? y - k : y;
        int x1 = across ? x : x + k;
        int y1 = across ? y + k : y;
        if (x0 < 0 || y0 < 0 || x1 >= width || y1 >= height) {
            return false;
        }
        int paper = Math.min(page.at(x0, y0), page.at(x1, y1));
        return paper - page.at(x, y) > ridgeHeight;
    }

    /** Grey of a pixel, 0 black; black outside the picture. */
    int grey(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height ? page.at(x, y) : 0;
    }

    /** Outside the picture nothing is dark. */
    int darkness(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height ? at(x, y) : 0;
    }

    /**
     * The same page with gaps in its lines bridged and faint ones strengthened: what is dotted or dashed is a line. Print
     * runs together as well.
     */
    Darkness bridged() {
        return new Darkness(this, px(BRIDGE_IN));
    }

    boolean isBridged() {
        return bridge > 0;
    }

    private Darkness(Darkness plain, int gap) {
        this.width = plain.width;
        this.height = plain.height;
        this.dpi = plain.dpi;
        this.dark = plain.dark;
        this.ink = plain.ink;
        this.noise = plain.noise;
        this.ridgeReach = plain.ridgeReach;
        this.ridgeHeight = plain.ridgeHeight;
        this.page = plain.page;
        this.bridge = gap;
    }

    /** Ink as lines across (or down) have it: gaps no longer than the bridge count as dark. */
    boolean lineInk(int x, int y, boolean across) {
        if (bridge == 0 || trace(x, y, across)) {
            return bridge > 0 || ink(x, y);
        }
        int before = 1;
        while (before <= bridge && !(across ? trace(x - before, y, true) : trace(x, y - before, false))) {
            before++;
        }
        for (int after = 1; before + after <= bridge + 1; after++) {
            if (across ? trace(x + after, y, true) : trace(x, y + after, false)) {
                return true;
            }
        }
        return false;
    }

    /** The same of a whole row from the left, or column from the top; one outside the picture is all light. */
    void lineInk(int depth, boolean across, boolean[] to) {
        boolean outside = depth < 0 || depth >= (across ? height : width);
        for (int s = 0; s < to.length; s++) {
            if (bridge > 0) {
                to[s] = across ? lineInk(s, depth, true) : lineInk(depth, s, false);
            } else {
                to[s] = !outside && ink[across ? depth * width + s : s * width + depth];
            }
        }
    }

    /** Its connected pieces of ink; the list is the caller's. */
    List<Blob> pieces() {
        if (pieces == null) {
            pieces = Blobs.of(ink.clone(), width, height, 1);
        }
        return new ArrayList<>(pieces);
    }

    private boolean trace(int x, int y, boolean across) {
        return ink(x, y) || ridge(x, y, across);
    }

    boolean ink(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && ink[y * width + x];
    }

    int px(double inches) {
        return (int) Math.max(1, Math.round(inches * dpi));
    }
}
