package gouji.document.ocr;

import gouji.document.Raster;

/**
 * Takes even grey off a page: a seal scanned in grey, a shaded cell. Where a stretch between paper and print in darkness is
 * even over three by three pixels it is no stroke of print; it is the ground that print there stands on, and is made as
 * bright as paper. Where most even grey of a page is of one darkness, strokes two pixels wide of that darkness are ground
 * as well: the characters of the seal.
 */
final class SealShade {
    private static final double LEAST = 0.12;
    private static final double MOST = 0.72;
    private static final double EVEN = 16;
    private static final double MOST_NOISE = 12;
    /** How far from even grey a pixel may lie and stand on it: the width of a stroke and a softened edge. */
    private static final double REACH_IN = 0.02;
    /** Ground near it that counts, as a share of the pixels within reach. */
    private static final double LEAST_GROUND = 0.1;

    private static final double LEAST_OF_SEAL = 0.05;
    private static final int BINS = 50;
    /** Bins to each side of the usual darkness that are of the seal. */
    private static final int WIDE = 4;

    private static final double LEAST_SEAL_IN2 = 0.02;
    private static final double MOSTLY = 0.5;
    /** Of nine pixels in a line two pixels wide six are its own. */
    private static final int OF_NINE = 5;

    private final Raster page;
    private final PageTone tone;
    private final double even;
    private final int width;
    private final int height;
    /** Darkness of the seal as a share of the print's; 0 where there is none. */
    private double seal;

    private SealShade(Raster page, PageTone tone, double noise) {
        this.page = page;
        this.tone = tone;
        this.even = EVEN + 3 * noise;
        this.width = page.width();
        this.height = page.height();
    }

    /** The page without even grey. */
    static Raster removed(Raster page, PageTone tone, double noise) {
        return noise > MOST_NOISE ? page : new SealShade(page, tone, noise).removed();
    }

    private Raster removed() {
        int r = (int) Math.max(2, Math.round(REACH_IN * page.dpi()));
        seal = usual();
        int[] count = new int[(width + 1) * (height + 1)];
        int[] sum = new int[(width + 1) * (height + 1)];
        measure(count, sum);
        byte[] out = new byte[width * height];
        double least = (seal > 0 ? LEAST_OF_SEAL : LEAST_GROUND) * (2 * r + 1) * (2 * r + 1);
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

    /** Darkness of most even grey; 0 where there is little, or it is of many. */
    private double usual() {
        int[] counts = new int[BINS + 1];
        int all = 0;
        for (int y = 1; y + 1 < height; y++) {
            for (int x = 1; x + 1 < width; x++) {
                double d = darkness(x, y);
                if (d >= LEAST && d <= MOST && isEven(x, y)) {
                    counts[(int) (d * BINS)]++;
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
        boolean one = most > LEAST_SEAL_IN2 * page.dpi() * page.dpi() && most > MOSTLY * all;
        return one ? (best + 0.5) / BINS : 0;
    }

    private double darkness(int x, int y) {
        return (tone.paper(x, y) - page.at(x, y)) / tone.print();
    }

    /** Integral images of the even pixels: how many, and their greys. */
    private void measure(int[] count, int[] sum) {
        for (int y = 0; y < height; y++) {
            int n = 0;
            int greys = 0;
            for (int x = 0; x < width; x++) {
                if (isGround(x, y)) {
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

    private boolean isGround(int x, int y) {
        if (x == 0 || y == 0 || x + 1 == width || y + 1 == height) {
            return false;
        }
        double d = darkness(x, y);
        return d >= LEAST && d <= MOST && (isEven(x, y) || seal > 0 && isOfSeal(x, y));
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
