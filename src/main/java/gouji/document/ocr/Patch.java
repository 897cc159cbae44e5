package gouji.document.ocr;

import gouji.document.Raster;

/** A small straightened cut-out in grey; outside the picture is paper. */
public final class Patch {
    public final int width;
    public final int height;
    private final float[] grey;
    /** How many pixels are of each grey, counted when first asked for. */
    private int[] counts;

    private Patch(int width, int height, float[] grey) {
        this.width = width;
        this.height = height;
        this.grey = grey;
    }

    /**
     * A picture of its pixels.
     *
     * @param grey rows from the top, 0 black to 255 white; copied
     */
    public static Patch of(int width, int height, float[] grey) {
        if (width < 1 || height < 1 || grey.length != (long) width * height) {
            throw new IllegalArgumentException("not a picture: " + width + "x" + height + " of " + grey.length);
        }
        return new Patch(width, height, grey.clone());
    }

    /** Cuts a line of print out at the given height. */
    static Patch line(Raster page, Quad line, int height) {
        double width = height * line.width() / Math.max(1, line.height());
        return of(page, line, (int) Math.max(16, Math.min(3000, Math.round(width))), height);
    }

    /** Cuts the quad out at the given size; where the picture is finer, places are averaged. */
    static Patch of(Raster page, Quad q, int width, int height) {
        float[] grey = new float[width * height];
        int fine = (int) Math.max(1, Math.min(4, Math.round(q.height() / height)));
        Quad.Columns columns = q.columns(width * fine, i -> (i / fine + (i % fine + 0.5) / fine) / width);
        for (int y = 0; y < height; y++) {
            for (int k = 0; k < fine; k++) {
                double t = (y + (k + 0.5) / fine) / height;
                for (int i = 0; i < width * fine; i++) {
                    grey[y * width + i / fine] += sample(page, columns.x(i, t) - 0.5, columns.y(i, t) - 0.5);
                }
            }
        }
        for (int i = 0; i < grey.length; i++) {
            grey[i] /= fine * fine;
        }
        return new Patch(width, height, grey);
    }

    private static float sample(Raster page, double x, double y) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        if (x0 < 0 || y0 < 0 || x0 + 1 >= page.width() || y0 + 1 >= page.height()) {
            int cx = Math.max(0, Math.min(page.width() - 1, x0));
            int cy = Math.max(0, Math.min(page.height() - 1, y0));
            return page.at(cx, cy);
        }
        double fx = x - x0;
        double fy = y - y0;
        double top = page.at(x0, y0) * (1 - fx) + page.at(x0 + 1, y0) * fx;
        double low = page.at(x0, y0 + 1) * (1 - fx) + page.at(x0 + 1, y0 + 1) * fx;
        return (float) (top * (1 - fy) + low * fy);
    }

    /** Grey of a pixel, 0 black to 255 white. */
    public float at(int x, int y) {
        return grey[y * width + x];
    }

    /** Each pixel the mean of its neighbourhood of nine. */
    Patch smoothed() {
        float[] out = new float[grey.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean inner = x > 0 && y > 0 && x + 1 < width && y + 1 < height;
                out[y * width + x] = inner ? meanOfNine(y * width + x) : meanAtRim(x, y);
            }
        }
        return new Patch(width, height, out);
    }

    private float meanOfNine(int i) {
        int a = i - width;
        int b = i + width;
        float sum = grey[a - 1] + grey[a] + grey[a + 1] + grey[i - 1] + grey[i] + grey[i + 1];
        return (sum + grey[b - 1] + grey[b] + grey[b + 1]) / 9;
    }

    private float meanAtRim(int x, int y) {
        float sum = 0;
        int n = 0;
        for (int j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++) {
            for (int i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++) {
                sum += grey[j * width + i];
                n++;
            }
        }
        return sum / n;
    }

    /** Squeezed to a smaller width; each pixel the mean of those it stands for. */
    public Patch narrowed(int newWidth) {
        float[] out = new float[newWidth * height];
        double step = (double) width / newWidth;
        for (int x = 0; x < newWidth; x++) {
            double from = x * step;
            double to = Math.min(width, from + step);
            for (int i = (int) from; i < to; i++) {
                double share = (Math.min(to, i + 1.0) - Math.max(from, i)) / (to - from);
                for (int y = 0; y < height; y++) {
                    out[y * newWidth + x] += (float) (share * grey[y * width + i]);
                }
            }
        }
        return new Patch(newWidth, height, out);
    }

    /** With paper outside a rectangle, ends exclusive. */
    Patch within(int x0, int y0, int x1, int y1, float paper) {
        float[] out = new float[grey.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean inside = x >= x0 && x < x1 && y >= y0 && y < y1;
                out[y * width + x] = inside ? grey[y * width + x] : paper;
            }
        }
        return new Patch(width, height, out);
    }

    /** Greys from {@code dark} to {@code paper} spread over 0 to 255. */
    Patch stretched(double dark, double paper) {
        float[] out = new float[grey.length];
        for (int i = 0; i < grey.length; i++) {
            out[i] = (float) Math.max(0, Math.min(255, (grey[i] - dark) * 255 / Math.max(1, paper - dark)));
        }
        return new Patch(width, height, out);
    }

    /** Grey below which lies the given share of the pixels. */
    public double quantile(double share) {
        if (counts == null) {
            counts = counted();
        }
        double seen = 0;
        for (int g = 0; g < 256; g++) {
            seen += counts[g];
            if (seen >= share * grey.length) {
                return g;
            }
        }
        return 255;
    }

    private int[] counted() {
        int[] all = new int[256];
        for (float g : grey) {
            all[Math.max(0, Math.min(255, Math.round(g)))]++;
        }
        return all;
    }
}
