package gouji.document.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gouji.document.Raster;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** Print that stands close to the line at the left of its cell, which lies at 100 and is two pixels wide. */
class LineCutTest {
    private static final double DPI = 150;
    private static final int HEIGHT = 48;
    private static final Quad INNER = new Quad(104, 50, 180, 50, 180, 90, 104, 90);

    private static Raster page(int line, int digit) {
        BufferedImage image = new BufferedImage(220, 140, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 220, 140);
        g.setColor(Color.BLACK);
        g.fillRect(line, 0, 2, 140);
        g.drawOval(digit, 62, 10, 16);
        g.dispose();
        return Raster.of(image, DPI);
    }

    private static LineCut cut(Raster page) {
        Patch cell = Patch.of(page, INNER, 76, 40);
        CellInk ink = CellInk.of(cell, DPI, 0, 255);
        assertEquals(1, ink.lines().size());
        return LineCut.of(INNER, cell, ink.lines().get(0), ink, DPI, 0.3);
    }

    /** Columns of which every pixel is dark. */
    private static long fullColumns(Patch patch) {
        return java.util.stream.IntStream.range(0, patch.width)
                .filter(x -> java.util.stream.IntStream.range(0, patch.height).allMatch(y -> patch.at(x, y) < 128))
                .count();
    }

    @Test
    void theBorderIsNotCutOutWithThePrint() {
        Raster page = page(100, 105);
        LineCut cut = cut(page);
        assertTrue(fullColumns(Patch.line(page, cut.quad(), HEIGHT)) > 0, "the room reaches over the border");
        Patch clean = cut.of(page, HEIGHT);
        assertEquals(0, fullColumns(clean));
        assertEquals(255, clean.at(0, HEIGHT / 2));
    }

    @Test
    void whatStandsBeyondTheCellButIsNoBorderStays() {
        Raster page = page(60, 98);
        LineCut cut = cut(page);
        Patch same = cut.of(page, HEIGHT);
        Patch whole = Patch.line(page, cut.quad(), HEIGHT);
        for (int x = 0; x < whole.width; x++) {
            assertEquals(whole.at(x, HEIGHT / 2), same.at(x, HEIGHT / 2));
        }
        assertFalse(cut.isApart(page, HEIGHT, true));
    }

    @Test
    void printIsApartFromItsBorderWherePaperLiesBetween() {
        Raster apart = page(100, 104);
        assertTrue(cut(apart).isApart(apart, HEIGHT, true));
        Raster touching = page(100, 102);
        assertFalse(cut(touching).isApart(touching, HEIGHT, true));
    }
}
