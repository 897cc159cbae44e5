package degraded;

import degraded.Sheets.PrintedPage;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.Supplier;

/** Spoils printed pages in one way. */
final class Spoiler {
    private final Degradation degradation;
    private final double dpi;
    private final Random random;
    private final Supplier<BufferedImage> back;

    /** @param back the other side of the sheet */
    Spoiler(Degradation degradation, double dpi, Random random, Supplier<BufferedImage> back) {
        this.degradation = degradation;
        this.dpi = dpi;
        this.random = random;
        this.back = back;
    }

    private double either() {
        return random.nextBoolean() ? 1 : -1;
    }

    BufferedImage spoil(PrintedPage page, Font face) {
        BufferedImage image = page.image();
        return switch (degradation) {
            case C300, C200, C150, C110, C100, FAINT, BROKEN, DOTTED, OPEN, LOST -> Pixels.toGrey(image);
            case JPEG -> Pixels.jpeg(image, 0.4f, false);
            case SKEW_05 -> Pixels.toGrey(Pixels.skewed(image, 0.5 * either()));
            case SKEW_12 -> Pixels.toGrey(Pixels.skewed(image, 1.2 * either()));
            case SKEW_20 -> Pixels.toGrey(Pixels.skewed(image, 2 * either()));
            case SKEW_50 -> Pixels.toGrey(Pixels.skewed(image, 5 * either()));
            case SKEW_80 -> Pixels.toGrey(Pixels.skewed(image, 8 * either()));
            case NOISE -> Pixels.noisy(image, 20, 0.006, random);
            case BLUR -> Pixels.toGrey(Pixels.blurred(image, 1.5));
            case SEAL -> sealed(page, face);
            case GREY_SEAL -> Pixels.toGrey(sealed(page, face));
            case HOLES -> holes(image);
            case PHOTO -> Pixels.jpeg(Pixels.blurred(Pixels.photographed(image, 0.035, random), 0.6), 0.7f, true);
            case CURL ->
                Pixels.shaded(Pixels.skewed(Pixels.curled(Pixels.toGrey(image), 0.012), 0.4 * either()), 0.25, random);
            case FAX -> Pixels.binary(Pixels.blurred(image, 0.5), 150, 0.0015, random);
            case FAX_200 -> Pixels.binary(Pixels.blurred(image, 0.5), 150, 0.0015, random);
            case THICK -> Pixels.thick(Pixels.toGrey(image), 0.8);
            case LOW_CONTRAST -> Pixels.noisy(Pixels.contrast(image, 0.3, 215), 1.5, 0, random);
            case SHOW_THROUGH -> Pixels.through(image, back.get(), 0.22);
            case COMBINED ->
                Pixels.jpeg(
                        Pixels.noisy(Pixels.blurred(Pixels.skewed(image, 0.9 * either()), 0.7), 8, 0.001, random),
                        0.4f,
                        false);
            case BAD -> Pixels.jpeg(Pixels.blurred(Pixels.skewed(image, 0.7 * either()), 0.6), 0.35f, false);
            case TURN_90 -> Pixels.toGrey(Pixels.turned(image, 90));
            case TURN_180 -> Pixels.toGrey(Pixels.turned(image, 180));
            case TURN_270 -> Pixels.toGrey(Pixels.turned(Pixels.skewed(image, 0.6), 270));
            case CROP -> cropped(page);
            case EXIF -> Pixels.toGrey(image);
            case NO_DPI, SHADED, DOUBLE_FRAME, THICK_FRAME, DASHED_INNER, A3, STITCHED -> Pixels.toGrey(image);
            case COLOURED -> image;
            case TABLE_CROP -> tableOf(page);
            case SCREEN -> Pixels.toGrey(windowed(image));
            case SIGNED -> signed(page);
            case NIGHT -> Pixels.contrast(Pixels.each(Pixels.toGrey(image), rgb -> ~rgb), 0.7, 200);
            case FILLED -> Pixels.jpeg(image, 0.8f, true);
            case INKED -> sealed(page, face);
        };
    }

    private BufferedImage sealed(PrintedPage page, Font face) {
        double x = page.leftPt() + (page.rightPt() - page.leftPt()) * (0.45 + 0.4 * random.nextDouble());
        double y = page.topPt() + (page.lowPt() - page.topPt()) * (0.2 + 0.7 * random.nextDouble());
        Marks.seal(page.image(), dpi, x, y, face, random);
        return page.image();
    }

    private BufferedImage holes(BufferedImage image) {
        Marks.holes(image, dpi, random);
        return Pixels.toGrey(Pixels.skewed(image, 0.3 * either()));
    }

    /** The picture of the tables alone, as pasted into a web page. */
    private BufferedImage cropped(PrintedPage page) {
        int margin = 3 + random.nextInt(12);
        int x0 = (int) (page.leftPt() * dpi / 72) - margin;
        int y0 = Math.max(0, (int) ((page.topPt() - (page.topPt() > 100 ? 100 : 30)) * dpi / 72));
        int x1 = (int) (page.rightPt() * dpi / 72) + margin;
        int y1 = Math.min(page.image().getHeight(), (int) (page.lowPt() * dpi / 72) + margin);
        return Pixels.toGrey(page.image().getSubimage(x0, y0, x1 - x0, y1 - y0));
    }

    private BufferedImage tableOf(PrintedPage page) {
        int margin = 2 + random.nextInt(10);
        int x0 = (int) (page.leftPt() * dpi / 72) - margin;
        int y0 = (int) (page.topPt() * dpi / 72) - margin;
        int x1 = (int) (page.rightPt() * dpi / 72) + margin;
        int y1 = Math.min(page.image().getHeight(), (int) (page.lowPt() * dpi / 72) + margin);
        return Pixels.toGrey(page.image().getSubimage(x0, y0, x1 - x0, y1 - y0));
    }

    /** A page in the middle of a window that is half as wide again. */
    private static BufferedImage windowed(BufferedImage page) {
        int side = page.getWidth() / 4;
        BufferedImage window =
                new BufferedImage(page.getWidth() + 2 * side, page.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = window.createGraphics();
        g.setColor(new Color(228, 230, 232));
        g.fillRect(0, 0, window.getWidth(), window.getHeight());
        g.drawImage(page, side, 0, null);
        g.dispose();
        return window;
    }

    private BufferedImage signed(PrintedPage page) {
        double x = page.leftPt() + (page.rightPt() - page.leftPt()) * (0.3 + 0.3 * random.nextDouble());
        double y = page.topPt() + (page.lowPt() - page.topPt()) * (0.2 + 0.6 * random.nextDouble());
        Marks.signature(page.image(), dpi, x, y, random);
        return Pixels.toGrey(page.image());
    }
}
