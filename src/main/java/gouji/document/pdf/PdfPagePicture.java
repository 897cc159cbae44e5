package gouji.document.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A page as a person sees it.
 *
 * @param image its picture
 * @param widthPt width as displayed, in points
 * @param heightPt height as displayed, in points
 */
public record PdfPagePicture(BufferedImage image, double widthPt, double heightPt) {
    private static final double SCALE = 2;
    private static final double MOST_PIXELS = 12_000_000;

    /**
     * Draws a page.
     *
     * @param page from 1
     * @throws IOException when there is no such page or it cannot be drawn
     */
    public static PdfPagePicture draw(byte[] bytes, int page) throws IOException {
        try (PDDocument pdf =
                Loader.loadPDF(new RandomAccessReadBuffer(bytes), "", IOUtils.createMemoryOnlyStreamCache())) {
            var box = pdf.getPage(page - 1).getCropBox();
            double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / ((double) box.getWidth() * box.getHeight())));
            BufferedImage image = new PDFRenderer(pdf).renderImage(page - 1, (float) scale, ImageType.RGB);
            return new PdfPagePicture(image, image.getWidth() / scale, image.getHeight() / scale);
        } catch (RuntimeException e) {
            throw new IOException("page " + page + " cannot be drawn", e);
        }
    }
}
