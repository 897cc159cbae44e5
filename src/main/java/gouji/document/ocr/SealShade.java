package gouji.document.ocr;

import gouji.document.Raster;

/**
 * Takes a seal scanned in grey off a page. Where a stretch between paper and print in darkness is even over three by three
 * pixels, and most around it is, it is no stroke of print. If most such stretches of a page are of one darkness, what is of
 * that darkness and two pixels wide, the characters of the seal among it, is the ground that print there stands on, and is
 * made as bright as paper.
 */
final class SealShade {
    /** Paler is shade. */
    private static final double LEAST = 0.25;

    private static final double MOST = 0.72;
    private static final double EVEN = 16;
    private static final double MOST_NOISE = 12;
    /** How far from even grey a pixel may lie and stand on it: the width of a stroke and a softened edge. */
    private static final double REACH_IN = 0.02;
    /** Even pixels around one that lies in a broad stretch, as a share of those within reach. */
    private static final double BROAD = 0.3;
    /** Ground near a pixel that counts, as a share of those within reach. */
    private static final double LEAST_GROUND = 0.05;

    /** A seal of 42 mm, and a little. */
    private static final double WIDEST_IN = 1.9;

    private static final double MARGIN_IN = 0.1;
    private static final double OUTLIERS = 0.02;
    private static final int BINS = 50;
    /** Bins to each side of the usual darkness that are of the seal. */
    private static final int WIDE = 4;

    private static final double LEAST_SEAL_IN2 = 0.02;
    /** More is no seal but the shade of a page. */
    private static final double MOST_SEAL_IN2 = 3;

    private static final double MOSTLY = 0.5;
    /** Of nine pixels in a line two pixels wide six are its own. */
    private static final int OF_NINE = 5;

    private final Raster page;
    private final PageTone tone;
    private final double even;
    /** Whether what is so many greys darker than paper lies between paper and print. */
    private final boolean[] between = new boolean[256];

    private final int width;
    private final int height;
    /** Darkness of the seal as a share of the print's; 0 where there is none. */
    private double seal;

    private int left;
    private int top;
    private int right;
    private int low;

    private SealShade(Raster page, PageTone tone, double noise) {
        this.page = page;
        this.tone = tone;
        this.even = EVEN + 3 * noise;
        this.width = page.width();
        this.height = page.height();
        for (int d = 0; d < between.length; d++) {
            between[d] = d / tone.print() >= LEAST && d / tone.print() <= MOST;
        }
    }

    /** The page without even grey. */
    static Raster removed(Raster page, PageTone tone, double noise) {
        return noise > MOST_NOISE ? page : new SealShade(page, tone, noise).removed();
    }

    private Raster removed() {
        if (!hasEvenGrey()) {
            return page;
        }
        int r = (int) Math.max(2, Math.round(REACH_IN * page.dpi()));
        int[] count = new int[(width + 1) * (height + 1)];
        int[] sum = new int[(width + 1) * (height + 1)];
        measure(this::isEvenGrey, count, sum);
        seal = usual(count, r);
        if (seal == 0) {
            return page;
        }
        measure(this::isOfSeal, count, sum);
        byte[] out = new byte[width * height];
        double least = LEAST_GROUND * (2 * r + 1) * (2 * r + 1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int n = within(count, x, y, r);
                double grey = page.at(x, y);
                out[y * width + x] =
                        (byte) Math.round(n < least ? grey : lifted(x, y, grey, (double) within(sum, x, y, r) / n));
            }
        }
        return Raster.of(width, height, page.dpi(), out);
    }

    /** Print on grey is as much darker than its ground as print on paper is than paper. */
    private double lifted(int x, int y, double grey, double ground) {
        double paper = tone.paper(x, y);
        double dark = Math.max(0, paper - tone.print());
        double share = (ground - grey) / Math.max(1, ground - dark);
        return Math.max(0, Math.min(paper, paper - share * (paper - dark)));
    }

    /** Darkness of most broad even grey; 0 where there is little, or it is of many. */
    private double usual(int[] evens, int r) {
        double broad = BROAD * (2 * r + 1) * (2 * r + 1);
        int[] counts = new int[BINS + 1];
        int all = 0;
        for (int y = 1; y + 1 < height; y++) {
            for (int x = 1; x + 1 < width; x++) {
                if (within(evens, x, y, r) >= broad && isEvenGrey(x, y)) {
                    counts[(int) (darkness(x, y) * BINS)]++;
                    all++;
                }
            }
        }
        int best = 0;
        int most = 0;
        for (int b = WIDE; b + WIDE <= BINS; b++) {
            int sum = 0;
            for (int i = b - WIDE; i <= b + WIDE; i++) {
                sum += counts[i];
            }
            if (sum > most) {
                most = sum;
                best = b;
            }
        }
        double in2 = page.dpi() * page.dpi();
        boolean one = most > LEAST_SEAL_IN2 * in2 && all < MOST_SEAL_IN2 * in2 && most > MOSTLY * all;
        double level = (best + 0.5) / BINS;
        return one && isInOnePlace(evens, r, broad, level) ? level : 0;
    }

    /** Whether the broad even grey of a darkness lies within the size of a seal; keeps where. */
    private boolean isInOnePlace(int[] evens, int r, double broad, double level) {
        int[] columns = new int[width];
        int[] rows = new int[height];
        int n = 0;
        for (int y = 1; y + 1 < height; y++) {
            for (int x = 1; x + 1 < width; x++) {
                if (within(evens, x, y, r) >= broad
                        && isEvenGrey(x, y)
                        && Math.abs(darkness(x, y) - level) <= (WIDE + 0.5) / BINS) {
                    columns[x]++;
                    rows[y]++;
                    n++;
                }
            }
        }
        int margin = (int) Math.round(MARGIN_IN * page.dpi());
        left = reached(columns, OUTLIERS * n) - margin;
        right = reached(columns, (1 - OUTLIERS) * n) + margin;
        top = reached(rows, OUTLIERS * n) - margin;
        low = reached(rows, (1 - OUTLIERS) * n) + margin;
        return Math.max(right - left, low - top) - 2 * margin <= WIDEST_IN * page.dpi();
    }

    private static int reached(int[] counts, double share) {
        int i = 0;
        for (double seen = counts[0]; seen < share && i + 1 < counts.length; seen += counts[++i]) {}
        return i;
    }

    private double darkness(int x, int y) {
        return (tone.paper(x, y) - page.at(x, y)) / tone.print();
    }

    /** Integral images of the pixels that count, the rim left out: how many, and their greys. */
    private void measure(Blobs.Mask counts, int[] count, int[] sum) {
        for (int y = 0; y < height; y++) {
            int n = 0;
            int greys = 0;
            for (int x = 0; x < width; x++) {
                boolean inner = x > 0 && y > 0 && x + 1 < width && y + 1 < height;
                if (inner && counts.dark(x, y)) {
                    n++;
                    greys += page.at(x, y);
                }
                int i = (y + 1) * (width + 1) + x + 1;
                count[i] = count[i - width - 1] + n;
                sum[i] = sum[i - width - 1] + greys;
            }
        }
    }

    private int within(int[] integral, int x, int y, int r) {
        int x0 = Math.max(0, x - r);
        int y0 = Math.max(0, y - r) * (width + 1);
        int x1 = Math.min(width, x + r + 1);
        int y1 = Math.min(height, y + r + 1) * (width + 1);
        return integral[y1 + x1] - integral[y0 + x1] - integral[y1 + x0] + integral[y0 + x0];
    }

    /** Whether there is as much of it as a seal has. */
    private boolean hasEvenGrey() {
        int n = 0;
        for (int y = 1; y + 1 < height; y++) {
            for (int x = 1; x + 1 < width; x++) {
                n += isEvenGrey(x, y) ? 1 : 0;
            }
        }
        return n > LEAST_SEAL_IN2 * (page.dpi() * page.dpi());
    }

    private boolean isEvenGrey(int x, int y) {
        return between[Math.max(0, tone.paper(x, y) - page.at(x, y))] && isEven(x, y);
    }

    private boolean isEven(int x, int y) {
        int least = 255;
        int most = 0;
        for (int k = 0; k < 9; k++) {
            int g = page.at(x + k % 3 - 1, y + k / 3 - 1);
            least = Math.min(least, g);
            most = Math.max(most, g);
        }
        return most - least <= even;
    }

    /** Most around it are as dark as the seal, and none is darker. */
    private boolean isOfSeal(int x, int y) {
        double wide = (WIDE + 0.5) / BINS;
        double level = darkness(x, y);
        if (x < left || x > right || y < top || y > low || level < seal - wide || level > seal + wide) {
            return false;
        }
        int own = 0;
        for (int k = 0; k < 9; k++) {
            double d = darkness(x + k % 3 - 1, y + k / 3 - 1);
            if (d > seal + wide) {
                return false;
            }
            own += d >= seal - wide ? 1 : 0;
        }
        return own >= OF_NINE;
    }
}
