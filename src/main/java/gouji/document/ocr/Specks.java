package gouji.document.ocr;

import gouji.document.Raster;

/**
 * Takes specks off a page: dark pixels that hang together in pieces too small for any print. Done only on pages strewn with
 * them, so that a page without keeps every pixel it has.
 */
final class Specks {
    /** Below this a decimal point may be a single pixel. */
    private static final double LEAST_DPI = 130;

    private static final double FINE_DPI = 250;
    /** Lone specks a square inch from which on a page counts as strewn with them. */
    private static final double MANY_PER_IN2 = 8;

    private static final double DARK = 0.45;
    private static final int REACH = 5;

    private final Raster page;
    private final PageTone tone;
    private final int most;
    private final byte[] out;
    private int lone;

    private Specks(Raster page, PageTone tone) {
        this.page = page;
        this.tone = tone;
        this.most = page.dpi() < FINE_DPI ? 2 : 4;
        this.out = new byte[page.width() * page.height()];
    }

    /** The page without its specks; the page itself where there are few. */
    static Raster removed(Raster page, PageTone tone) {
        return page.dpi() < LEAST_DPI ? page : new Specks(page, tone).removed();
    }

    private Raster removed() {
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                out[y * page.width() + x] = (byte) page.at(x, y);
            }
        }
        int[] xs = new int[most + 1];
        int[] ys = new int[most + 1];
        for (int y = 1; y + 1 < page.height(); y++) {
            for (int x = 1; x + 1 < page.width(); x++) {
                if (dark(x, y)) {
                    int n = piece(x, y, xs, ys);
                    if (n <= most) {
                        erase(n, xs, ys);
                    }
                }
            }
        }
        double area = page.width() * (double) page.height() / (page.dpi() * page.dpi());
        return lone >= MANY_PER_IN2 * area ? Raster.of(page.width(), page.height(), page.dpi(), out) : page;
    }

    private boolean dark(int x, int y) {
        return x >= 0
                && y >= 0
                && x < page.width()
                && y < page.height()
                && tone.paper(x, y) - page.at(x, y) > DARK * tone.print();
    }

    /** Pixels that hang together with this one, one more than the most at the most. */
    private int piece(int x, int y, int[] xs, int[] ys) {
        xs[0] = x;
        ys[0] = y;
        int n = 1;
        for (int i = 0; i < n && n <= most; i++) {
            for (int k = 0; k < 9 && n <= most; k++) {
                int a = xs[i] + k % 3 - 1;
                int b = ys[i] + k / 3 - 1;
                if (dark(a, b) && !holds(xs, ys, n, a, b)) {
                    xs[n] = a;
                    ys[n++] = b;
                }
            }
        }
        return n;
    }

    private static boolean holds(int[] xs, int[] ys, int n, int x, int y) {
        for (int i = 0; i < n; i++) {
            if (xs[i] == x && ys[i] == y) {
                return true;
            }
        }
        return false;
    }

    private void erase(int n, int[] xs, int[] ys) {
        int around = 0;
        for (int k = 0; k < REACH * REACH; k++) {
            around += dark(xs[0] + k % REACH - REACH / 2, ys[0] + k / REACH - REACH / 2) ? 1 : 0;
        }
        lone += around <= n ? 1 : 0;
        for (int i = 0; i < n; i++) {
            out[ys[i] * page.width() + xs[i]] = (byte) tone.paper(xs[i], ys[i]);
        }
    }
}
