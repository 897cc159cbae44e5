package bench;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Writes a PDF of one table of 30 rows a page that runs over all pages: {@code LongPdf PAGES FILE}. */
public final class LongPdf {
    private static final int ROWS = 30;
    private static final int COLUMNS = 6;

    private LongPdf() {}

    public static void main(String[] args) throws IOException {
        PDType1Font font = new PDType1Font(FontName.HELVETICA);
        try (PDDocument pdf = new PDDocument()) {
            for (int p = 0; p < Integer.parseInt(args[0]); p++) {
                PDPage page = new PDPage();
                pdf.addPage(page);
                try (PDPageContentStream c = new PDPageContentStream(pdf, page)) {
                    draw(c, p, font);
                }
            }
            pdf.save(Path.of(args[1]).toFile());
        }
    }

    private static void draw(PDPageContentStream c, int page, PDType1Font font) throws IOException {
        for (int r = 0; r <= ROWS + 1; r++) {
            line(c, 60, 740 - 20 * r, 60 + 80 * COLUMNS, 740 - 20 * r);
        }
        for (int i = 0; i <= COLUMNS; i++) {
            line(c, 60 + 80 * i, 740, 60 + 80 * i, 740 - 20 * (ROWS + 1));
        }
        for (int r = 0; r <= ROWS; r++) {
            for (int i = 0; i < COLUMNS; i++) {
                c.beginText();
                c.setFont(font, 9);
                c.newLineAtOffset(64 + 80 * i, 726 - 20 * r);
                c.showText(
                        r == 0
                                ? "Column " + (char) ('A' + i)
                                : i == 0 ? "Item " + (page * ROWS + r) : String.valueOf(page * ROWS + 7 * r + i));
                c.endText();
            }
        }
    }

    private static void line(PDPageContentStream c, float x0, float y0, float x1, float y1) throws IOException {
        c.moveTo(x0, y0);
        c.lineTo(x1, y1);
        c.stroke();
    }
}
