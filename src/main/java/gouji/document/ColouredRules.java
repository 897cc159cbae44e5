package gouji.document;

import java.awt.image.BufferedImage;

/**
 * Whether the lines of a picture's tables are coloured. A red seal and the red line below a letterhead are not wanted, but
 * tables may be ruled in red or blue: many long level lines in colour.
 */
final class ColouredRules {
    /** Least difference between the brightest and the darkest channel. */
    private static final int COLOUR = 60;
    /** Share of the picture's width; the ring of a seal is nowhere level for so long. */
    private static final int LONG = 8;
    /** A letterhead has one or two. */
    private static final int MANY = 6;
    /** Lines are at least this share of the picture's width apart. */
    private static final int APART = 200;

    private ColouredRules() {}

    static boolean in(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        int[] row = new int[w];
        int[] near = new int[w];
        int lines = 0;
        int last = -w;
        for (int y = 0; y < h && lines < MANY; y++) {
            image.getRGB(0, y, w, 1, row, 0, w);
            int run = 0;
            int longest = 0;
            for (int x = 0; x < w; x++) {
                // Coloured here or one or two rows above: a line a little askew.
                near[x] = isColoured(row[x]) ? 2 : near[x] - 1;
                run = near[x] >= 0 ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
            if (longest * LONG > w && y - last > Math.max(4, w / APART)) {
                lines++;
                last = y;
            }
        }
        return lines >= MANY;
    }

    private static boolean isColoured(int argb) {
        int r = argb >> 16 & 255;
        int g = argb >> 8 & 255;
        int b = argb & 255;
        return argb >>> 24 > 128 && Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b)) > COLOUR;
    }
}
