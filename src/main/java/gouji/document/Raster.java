package gouji.document;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * A grey picture: one byte a pixel, 0 black, 255 white, rows from the top. The grey of a coloured pixel is its luma, which
 * keeps print of every colour; within a seal in red that of a red one is its brightest channel and half of its
 * colourfulness more, so that the seal over black print vanishes.
 *
 * <p>Not a record: the one type of this room that wraps an array, because a scanned page has four million pixels. The
 * array is never handed out.
 */
public final class Raster {
    /** From 1 / STEEP of the way from orange or purple to red on, a colour counts as red. */
    private static final double STEEP = 1.6;

    private final int width;
    private final int height;
    private final double dpi;
    private final byte[] grey;

    private Raster(int width, int height, double dpi, byte[] grey) {
        this.width = width;
        this.height = height;
        this.dpi = dpi;
        this.grey = grey;
    }

    /**
     * @param grey one byte a pixel; copied
     * @param dpi pixels an inch, as far as known
     */
    public static Raster of(int width, int height, double dpi, byte[] grey) {
        if (width < 1 || height < 1 || grey.length != (long) width * height || !(dpi > 0)) {
            throw new IllegalArgumentException(
                    "not a raster: " + width + "x" + height + " at " + dpi + " dpi of " + grey.length + " bytes");
        }
        return new Raster(width, height, dpi, Arrays.copyOf(grey, grey.length));
    }

    /** The picture in grey; what is transparent becomes paper. */
    public static Raster of(BufferedImage image, double dpi) {
        int w = image.getWidth();
        int h = image.getHeight();
        byte[] grey = new byte[w * h];
        boolean plain = image.getType() == BufferedImage.TYPE_BYTE_GRAY;
        RedSeals seals = plain ? null : RedSeals.in(image, dpi);
        int[] line = new int[w];
        for (int y = 0; y < h; y++) {
            if (plain) {
                // Not through getRGB: its conversion from linear grey brightens the picture.
                image.getRaster().getSamples(0, y, w, 1, 0, line);
            } else {
                image.getRGB(0, y, w, 1, line, 0, w);
            }
            for (int x = 0; x < w; x++) {
                grey[y * w + x] = (byte) (plain ? line[x] : seals.at(x, y) ? unsealed(line[x]) : luma(line[x]));
            }
        }
        return new Raster(w, h, dpi, grey);
    }

    private static int luma(int argb) {
        int alpha = argb >>> 24;
        int luma = (299 * (argb >> 16 & 255) + 587 * (argb >> 8 & 255) + 114 * (argb & 255)) / 1000;
        return (luma * alpha + 255 * (255 - alpha)) / 255;
    }

    private static int unsealed(int argb) {
        int alpha = argb >>> 24;
        int r = argb >> 16 & 255;
        int g = argb >> 8 & 255;
        int b = argb & 255;
        int most = Math.max(r, Math.max(g, b));
        int colour = most - Math.min(r, Math.min(g, b));
        double redness = colour == 0 ? 0 : Math.max(0, Math.min(1, STEEP * (r - Math.max(g, b)) / colour));
        double lifted = Math.min(255, most + colour / 2);
        double grey = luma(argb | 255 << 24);
        return (int) Math.round(((grey + redness * (lifted - grey)) * alpha + 255 * (255 - alpha)) / 255);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Pixels an inch, as far as known. */
    public double dpi() {
        return dpi;
    }

    /** Grey of a pixel, 0 to 255. */
    public int at(int x, int y) {
        return grey[y * width + x] & 255;
    }

    /** The same pixels, known to be of another resolution. */
    public Raster atDpi(double newDpi) {
        return new Raster(width, height, newDpi, grey);
    }

    /** Rotated clockwise about its middle, of the same size (bilinear; the rim is carried outward). */
    public Raster rotated(double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double cx = (width - 1) / 2.0;
        double cy = (height - 1) / 2.0;
        byte[] out = new byte[grey.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sx = cx + (x - cx) * cos + (y - cy) * sin;
                double sy = cy - (x - cx) * sin + (y - cy) * cos;
                out[y * width + x] = (byte) Math.round(between(sx, sy));
            }
        }
        return new Raster(width, height, dpi, out);
    }

    private double between(double x, double y) {
        double px = Math.max(0, Math.min(width - 1.0, x));
        double py = Math.max(0, Math.min(height - 1.0, y));
        int x0 = Math.min(Math.max(0, width - 2), (int) px);
        int y0 = Math.min(Math.max(0, height - 2), (int) py);
        int x1 = Math.min(width - 1, x0 + 1);
        int y1 = Math.min(height - 1, y0 + 1);
        double fx = px - x0;
        double fy = py - y0;
        double top = at(x0, y0) * (1 - fx) + at(x1, y0) * fx;
        double low = at(x0, y1) * (1 - fx) + at(x1, y1) * fx;
        return top * (1 - fy) + low * fy;
    }

    /** Turned clockwise by a multiple of 90 degrees. */
    public Raster turned(int degrees) {
        int quarter = Math.floorMod(degrees, 360) / 90;
        if (quarter == 0) {
            return this;
        }
        boolean lies = quarter != 2;
        int w = lies ? height : width;
        int h = lies ? width : height;
        byte[] out = new byte[grey.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int to = switch (quarter) {
                    case 1 -> x * w + (w - 1 - y);
                    case 2 -> (h - 1 - y) * w + (w - 1 - x);
                    default -> (h - 1 - x) * w + y;
                };
                out[to] = grey[y * width + x];
            }
        }
        return new Raster(w, h, dpi, out);
    }
}
