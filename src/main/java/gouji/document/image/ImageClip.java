package gouji.document.image;

import gouji.document.Box;
import gouji.document.Page;
import gouji.document.PageStrip;
import gouji.document.Raster;
import gouji.source.Input;
import gouji.source.UnreadableException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A strip of a picture file, as {@link PageStrip}, in shades of grey. */
public final class ImageClip {
    /** Pixels a point, at most. */
    private static final double SCALE = 1.6;

    private ImageClip() {}

    /**
     * Draws the strip as PNG.
     *
     * @param pageFrom1 the frame of the file
     * @param frames cells in points as displayed, at least one
     * @throws IOException when the picture cannot be drawn
     */
    public static byte[] png(Path file, int pageFrom1, List<Box> frames) throws IOException {
        try {
            Page page = new ImageFileReader()
                    .read(Input.of(file.toString(), Files.readAllBytes(file)))
                    .pages()
                    .get(pageFrom1 - 1);
            Raster raster = page.scans().get(0).pixels().read();
            double scale = Math.min(SCALE, raster.width() / page.widthPt());
            return PageStrip.png(scaled(drawn(raster), page, scale), scale, frames);
        } catch (UnreadableException | RuntimeException e) {
            throw new IOException("picture " + pageFrom1 + " of " + file + " cannot be drawn: " + e, e);
        }
    }

    private static BufferedImage drawn(Raster raster) {
        BufferedImage image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                image.setRGB(x, y, raster.at(x, y) * 0x010101);
            }
        }
        return image;
    }

    private static BufferedImage scaled(BufferedImage image, Page page, double scale) {
        BufferedImage small = new BufferedImage(
                (int) Math.round(page.widthPt() * scale),
                (int) Math.round(page.heightPt() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, small.getWidth(), small.getHeight(), null);
        g.dispose();
        return small;
    }
}
