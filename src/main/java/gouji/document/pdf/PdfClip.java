package gouji.document.pdf;

import gouji.document.Box;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A strip of a page, as wide as the page, with some cells framed in red. */
public final class PdfClip {
    private static final double SCALE = 1.6;
    private static final double MOST_PIXELS = 20_000_000;
    private static final double MARGIN_PT = 24;

    private PdfClip() {}

    /**
     * Draws the strip as PNG.
     *
     * @param pageFrom1 the page
     * @param frames cells in points as displayed, at least one; the strip reaches from the first to the last
     * @throws IOException when the page cannot be drawn
     */
    public static byte[] png(Path file, int pageFrom1, List<Box> frames) throws IOException {
        try (PDDocument pdf =
                Loader.loadPDF(new RandomAccessReadBufferedFile(file), "", IOUtils.createMemoryOnlyStreamCache())) {
            var crop = pdf.getPage(pageFrom1 - 1).getCropBox();
            double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (crop.getWidth() * crop.getHeight())));
            BufferedImage page = new PDFRenderer(pdf).renderImage(pageFrom1 - 1, (float) scale, ImageType.RGB);
            Graphics2D g = page.createGraphics();
            g.scale(scale, scale);
            g.setColor(new Color(210, 0, 0));
            g.setStroke(new BasicStroke(1.4f));
            frames.forEach(b -> g.draw(new Rectangle2D.Double(b.x0(), b.y0(), b.widthPt(), b.heightPt())));
            g.dispose();
            return encoded(strip(page, frames, scale));
        } catch (RuntimeException e) {
            throw new IOException("page " + pageFrom1 + " of " + file + " cannot be drawn: " + e, e);
        }
    }

    private static BufferedImage strip(BufferedImage page, List<Box> frames, double scale) {
        double top = frames.stream().mapToDouble(Box::y0).min().orElseThrow() - MARGIN_PT;
        double bottom = frames.stream().mapToDouble(Box::y1).max().orElseThrow() + MARGIN_PT;
        int from = (int) Math.min(page.getHeight() - 1, Math.max(0, top * scale));
        int to = (int) Math.min(page.getHeight(), Math.max(from + 1, bottom * scale));
        return page.getSubimage(0, from, page.getWidth(), to - from);
    }

    private static byte[] encoded(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
