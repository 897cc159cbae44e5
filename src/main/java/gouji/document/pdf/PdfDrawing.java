package gouji.document.pdf;

import gouji.document.Box;
import gouji.document.Page;
import gouji.document.Ruling;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws over the picture of a page what was found on it, so that a person sees why a cell exists. */
public final class PdfDrawing {
    private static final float SCALE = 2f;
    /** Most pixels of a picture; a larger page is drawn smaller. */
    private static final double MOST_PIXELS = 20_000_000;

    private static final Color RULING = new Color(230, 120, 0);
    private static final Color CELL = new Color(0, 90, 220);
    private static final Color HEADER = new Color(60, 170, 60);
    private static final Color LEFT_OVER = new Color(220, 0, 0);

    private PdfDrawing() {}

    /**
     * What is drawn, in points as displayed.
     *
     * @param cells frames of cells, drawn as blue boxes
     * @param headers frames of header cells, tinted green
     * @param leftOver glyphs that belong to no cell, marked red
     */
    public record Marks(List<Box> cells, List<Box> headers, List<Box> leftOver) {
        public Marks {
            cells = List.copyOf(cells);
            headers = List.copyOf(headers);
            leftOver = List.copyOf(leftOver);
        }
    }

    /**
     * Writes the page as PNG: its picture, the rulings in orange, and the marks.
     *
     * @throws IOException when the page cannot be drawn or the picture not be written
     */
    public static void write(Path file, Page page, Marks marks, OutputStream png) throws IOException {
        try (PDDocument pdf =
                Loader.loadPDF(new RandomAccessReadBufferedFile(file), "", IOUtils.createMemoryOnlyStreamCache())) {
            float scale = (float) Math.min(SCALE, Math.sqrt(MOST_PIXELS / (page.widthPt() * page.heightPt())));
            BufferedImage image = new PDFRenderer(pdf).renderImage(page.number() - 1, scale, ImageType.RGB);
            Graphics2D g = image.createGraphics();
            g.scale(scale, scale);
            draw(g, page, marks);
            g.dispose();
            ImageIO.write(image, "png", png);
        }
    }

    private static void draw(Graphics2D g, Page page, Marks marks) {
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.25f));
        g.setColor(HEADER);
        marks.headers().forEach(b -> g.fill(shape(b)));
        g.setColor(LEFT_OVER);
        marks.leftOver().forEach(b -> g.fill(shape(b)));
        g.setComposite(AlphaComposite.SrcOver);
        g.setStroke(new BasicStroke(1.2f));
        g.setColor(RULING);
        for (Ruling r : page.rulings()) {
            g.draw(
                    r.horizontal()
                            ? new Line2D.Double(r.from(), r.at(), r.to(), r.at())
                            : new Line2D.Double(r.at(), r.from(), r.at(), r.to()));
        }
        g.setStroke(new BasicStroke(0.6f));
        g.setColor(CELL);
        marks.cells()
                .forEach(
                        b -> g.draw(new Rectangle2D.Double(b.x0() + 1, b.y0() + 1, b.widthPt() - 2, b.heightPt() - 2)));
    }

    private static Rectangle2D shape(Box b) {
        return new Rectangle2D.Double(b.x0(), b.y0(), b.widthPt(), b.heightPt());
    }
}
