package gouji.document.ocr;

import gouji.document.Raster;

/**
 * A page whose pixels are black or white, softened to the greys it had before: where a hairline broke, what is left of it runs
 * together again. A Gaussian filter, by rows and then by columns.
 */
final class Softened {
    /** Standard deviation of the filter: a good third of the thickness of a thin stroke and its gap. */
    private static final double SIGMA_IN = 0.0087;

    private static final int REACH = 3;

    private final int width;
    private final int height;
    private final float[] weights;

    private Softened(Raster page) {
        this.width = page.width();
        this.height = page.height();
        this.weights = weights(SIGMA_IN * page.dpi());
    }

    static Raster of(Raster page) {
        return new Softened(page).filtered(page);
    }

    private static float[] weights(double sigma) {
        int reach = (int) Math.max(1, Math.ceil(REACH * sigma));
        float[] weights = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += weights[i + reach];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private Raster filtered(Raster page) {
        float[] along = new float[width * height];
        float[] line = new float[Math.max(width, height)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                line[x] = page.at(x, y);
            }
            for (int x = 0; x < width; x++) {
                along[y * width + x] = at(line, width, x);
            }
        }
        byte[] out = new byte[width * height];
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                line[y] = along[y * width + x];
            }
            for (int y = 0; y < height; y++) {
                out[y * width + x] = (byte) Math.round(at(line, height, y));
            }
        }
        return Raster.of(width, height, page.dpi(), out);
    }

    /** Beyond its ends a line goes on as it ends. */
    private float at(float[] line, int length, int place) {
        int reach = weights.length / 2;
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * line[Math.max(0, Math.min(length - 1, place + i - reach))];
        }
        return sum;
    }
}
