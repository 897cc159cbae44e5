package gouji.document.pdf;

import gouji.document.Box;
import gouji.document.Document;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.Ruling;
import gouji.source.Input;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Draws what {@link PdfReader} found over the pages of a PDF, to be looked at: glyph boxes blue, rulings red (borders of
 * shades green), pictures orange.
 *
 * <p>Arguments: the PDF, and the folder for the PNG files.
 */
public final class PdfPicture {
    private static final int DPI = 110;

    private PdfPicture() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        Path folder = Files.createDirectories(Path.of(args[1]));
        byte[] bytes = Files.readAllBytes(file);
        Document document = new PdfReader().read(new Input(file.getFileName().toString(), "0".repeat(64), bytes));
        document.findings().forEach(System.out::println);
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            PDFRenderer renderer = new PDFRenderer(pdf);
            for (Page page : document.pages()) {
                BufferedImage image = renderer.renderImageWithDPI(page.number() - 1, DPI);
                draw(page, image.createGraphics());
                String name = file.getFileName() + "-" + page.number() + ".png";
                ImageIO.write(image, "png", folder.resolve(name).toFile());
                System.out.printf(
                        "%s %.1fx%.1f glyphs %d rulings %d pictures %d%n",
                        name,
                        page.widthPt(),
                        page.heightPt(),
                        page.glyphs().size(),
                        page.rulings().size(),
                        page.pictures().size());
            }
        }
    }

    private static void draw(Page page, Graphics2D g) {
        g.scale(DPI / 72.0, DPI / 72.0);
        g.setStroke(new BasicStroke(0.4f));
        g.setColor(new Color(0, 80, 255, 160));
        for (Glyph glyph : page.glyphs()) {
            g.draw(rectangle(glyph.box()));
        }
        for (Ruling r : page.rulings()) {
            g.setColor(r.thicknessPt() == 0 ? Color.GREEN.darker() : Color.RED);
            g.draw(
                    r.horizontal()
                            ? new Line2D.Double(r.from(), r.at(), r.to(), r.at())
                            : new Line2D.Double(r.at(), r.from(), r.at(), r.to()));
        }
        g.setColor(Color.ORANGE);
        page.pictures().forEach(box -> g.draw(rectangle(box)));
    }

    private static Rectangle2D rectangle(Box b) {
        return new Rectangle2D.Double(b.x0(), b.y0(), b.widthPt(), b.heightPt());
    }
}
