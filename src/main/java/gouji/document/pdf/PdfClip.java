package gouji.document.pdf;

import gouji.document.Box;
import gouji.document.PageStrip;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A strip of a page of a PDF, as {@link PageStrip}. */
public final class PdfClip {
    private static final double SCALE = 1.6;
    private static final double MOST_PIXELS = 20_000_000;

    private PdfClip() {}

    /**
     * Draws the strip as PNG.
     *
     * @param pageFrom1 the page
     * @param frames cells in points as displayed, at least one
     * @throws IOException when the page cannot be drawn
     */
    public static byte[] png(Path file, int pageFrom1, List<Box> frames) throws IOException {
        try (PDDocument pdf =
                Loader.loadPDF(new RandomAccessReadBufferedFile(file), "", IOUtils.createMemoryOnlyStreamCache())) {
            var crop = pdf.getPage(pageFrom1 - 1).getCropBox();
            double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (crop.getWidth() * crop.getHeight())));
            BufferedImage page = new PDFRenderer(pdf).renderImage(pageFrom1 - 1, (float) scale, ImageType.RGB);
            return PageStrip.png(page, scale, frames);
        } catch (RuntimeException e) {
            throw new IOException("page " + pageFrom1 + " of " + file + " cannot be drawn: " + e, e);
        }
    }
}
