package gouji.table;

import gouji.document.Box;
import gouji.document.Document;
import gouji.document.pdf.PdfReader;
import gouji.source.Input;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Debugging aid: prints a PDF's layout, and with a second argument draws the cells over its pages into that folder. */
final class ShowTables {
    private static final float SCALE = 1.5f;

    private ShowTables() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        Input input = new Input(file.getFileName().toString(), "0".repeat(64), Files.readAllBytes(file));
        Document document = new PdfReader().read(input);
        Layout layout = new LayoutBuilder().build(document);
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(Drawing.text(layout));
        if (args.length > 1) {
            draw(file, layout, Path.of(args[1]));
        }
    }

    private static void draw(Path file, Layout layout, Path folder) throws Exception {
        Files.createDirectories(folder);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            PDFRenderer renderer = new PDFRenderer(pdf);
            for (int p = 0; p < pdf.getNumberOfPages(); p++) {
                BufferedImage image = renderer.renderImage(p, SCALE);
                drawCells(image, layout, p + 1);
                String name = file.getFileName().toString().replace(".pdf", "-" + (p + 1) + ".png");
                ImageIO.write(image, "png", folder.resolve(name).toFile());
            }
        }
    }

    private static void drawCells(BufferedImage image, Layout layout, int page) {
        Graphics2D g = image.createGraphics();
        g.setStroke(new BasicStroke(1.5f));
        g.setFont(new Font("SansSerif", Font.PLAIN, 8));
        for (Table table : layout.tables()) {
            for (Cell cell : table.cells()) {
                if (cell.place().page() == page) {
                    drawCell(g, cell);
                }
            }
        }
        g.dispose();
    }

    private static void drawCell(Graphics2D g, Cell cell) {
        Box b = cell.place().box().orElseThrow();
        g.setColor(new Color(220, 0, 0, 160));
        g.drawRect(at(b.x0()) + 2, at(b.y0()) + 2, at(b.widthPt()) - 4, at(b.heightPt()) - 4);
        g.setColor(new Color(0, 0, 220));
        String spans = cell.rowSpan() + cell.columnSpan() > 2 ? " " + cell.rowSpan() + "x" + cell.columnSpan() : "";
        g.drawString(cell.row() + "," + cell.column() + spans, at(b.x0()) + 3, at(b.y0()) + 9);
    }

    private static int at(double pt) {
        return (int) Math.round(pt * SCALE);
    }
}
