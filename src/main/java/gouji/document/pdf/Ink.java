package gouji.document.pdf;

/** Colours as 0xRRGGBB ints. */
final class Ink {
    static final int BLACK = 0;
    static final int WHITE = 0xffffff;
    /** A picture, pattern or shading: no single colour. */
    static final int UNKNOWN = -1;

    /** Two colours no channel of which differs by more than this (of 255) look the same in print. */
    private static final int TOLERANCE = 12;

    private Ink() {}

    /** @param red from 0 to 1, as the others; values beyond are clamped */
    static int rgb(double red, double green, double blue) {
        return channel(red) << 16 | channel(green) << 8 | channel(blue);
    }

    static int gray(double level) {
        return rgb(level, level, level);
    }

    /** The plain subtractive mix of ISO 32000-1, 10.3.5; colour management would only shift the shade. */
    static int cmyk(double cyan, double magenta, double yellow, double black) {
        return rgb(1 - Math.min(1, cyan + black), 1 - Math.min(1, magenta + black), 1 - Math.min(1, yellow + black));
    }

    /** What an ink that covers {@code alpha} (0 to 1) of white paper looks like. */
    static int onPaper(int rgb, double alpha) {
        if (alpha >= 1 || rgb == UNKNOWN) {
            return rgb;
        }
        return rgb(blend(rgb >> 16 & 0xff, alpha), blend(rgb >> 8 & 0xff, alpha), blend(rgb & 0xff, alpha));
    }

    /** Never true of an unknown colour. */
    static boolean same(int one, int other) {
        return one != UNKNOWN
                && other != UNKNOWN
                && Math.abs((one >> 16 & 0xff) - (other >> 16 & 0xff)) <= TOLERANCE
                && Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff)) <= TOLERANCE
                && Math.abs((one & 0xff) - (other & 0xff)) <= TOLERANCE;
    }

    private static double blend(int channel, double alpha) {
        return 1 - alpha + alpha * channel / 255;
    }

    private static int channel(double value) {
        return (int) Math.round(Math.max(0, Math.min(1, value)) * 255);
    }
}
