package gouji.document.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gouji.document.Raster;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Marks of copiers, of stamps and of the other side are told from print: pages of 200 dpi with strokes drawn on them. */
class CellsOnBadPagesTest {
    private static final int SIZE = 400;
    private static final double DPI = 200;

    private static BufferedImage drawn(Consumer<Graphics2D> pen) {
        return drawn(pen, SIZE);
    }

    private static BufferedImage drawn(Consumer<Graphics2D> pen, int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(250, 250, 250));
        g.fillRect(0, 0, size, size);
        g.setColor(new Color(25, 25, 25));
        pen.accept(g);
        g.dispose();
        return image;
    }

    /** Bars of print on the left half, so that the page has print at all. */
    private static void print(Graphics2D g) {
        for (int y = 20; y < 380; y += 40) {
            g.fillRect(20, y, 120, 4);
        }
    }

    private static Raster raster(BufferedImage image) {
        return Raster.of(image, DPI);
    }

    private static CellInk ink(BufferedImage image) {
        return ink(image, DPI);
    }

    private static CellInk ink(BufferedImage image, double dpi) {
        Raster page = Raster.of(image, dpi);
        Sheet sheet = Sheet.of(page, new Darkness(page).noise());
        Quad cell = new Quad(220, 150, 380, 150, 380, 250, 220, 250);
        Patch patch = Patch.of(sheet.clean(), cell, 160, 100);
        return CellInk.of(patch, dpi, sheet.noise(), sheet.tone().print());
    }

    private static void line(Graphics2D g, double width, int x0, int y0, int x1, int y1) {
        g.setStroke(new BasicStroke((float) width));
        g.drawLine(x0, y0, x1, y1);
    }

    @Test
    void whatShowsThroughIsNoPrint() {
        BufferedImage image = drawn(g -> {
            print(g);
            g.setColor(new Color(200, 200, 200));
            line(g, 3, 290, 185, 310, 215);
            line(g, 3, 310, 185, 290, 215);
        });
        assertTrue(ink(image).lines().isEmpty());
    }

    @Test
    void printHalfAsDarkAsTheRestIsKept() {
        BufferedImage image = drawn(g -> {
            print(g);
            g.setColor(new Color(130, 130, 130));
            line(g, 3, 290, 185, 310, 215);
            line(g, 3, 310, 185, 290, 215);
        });
        assertEquals(1, ink(image).lines().size());
    }

    /** Thin print on a page whose lines are black: its words can be read, so they lie on this side and are the measure. */
    @Test
    void printAsPaleAsTheWordsOfItsTableIsNotPale() {
        CellInk ink = ink(drawn(g -> {
            print(g);
            g.setColor(new Color(165, 165, 165));
            g.fillRect(290, 185, 7, 30);
            g.fillRect(297, 185, 10, 7);
        }));
        assertTrue(ink.pale());
        assertTrue(ink.amongWords(Double.POSITIVE_INFINITY).pale());
        assertTrue(ink.amongWords(220).pale());
        assertFalse(ink.amongWords(120).pale());
    }

    @Test
    void aStrokeThatLeansIsASlashAndOneThatLiesADash() {
        assertEquals("/", ink(drawn(g -> line(pen(g), 2.2, 304, 188, 296, 212))).mark());
        assertEquals("-", ink(drawn(g -> line(pen(g), 2.2, 294, 200, 304, 200))).mark());
        assertEquals("", ink(drawn(g -> line(pen(g), 2.2, 300, 188, 300, 212))).mark());
        assertEquals("", ink(drawn(g -> seven(pen(g)))).mark());
    }

    /** A hyphen of small print at 150 dots to the inch is thinner than a pixel, and lies between two rows of them. */
    @Test
    void aDashThinnerThanAPixelIsPrint() {
        CellInk ink = ink(drawn(g -> {
            print(g);
            g.setColor(new Color(200, 200, 200));
            g.fillRect(295, 200, 12, 1);
            g.setColor(new Color(152, 152, 152));
            g.fillRect(295, 201, 12, 1);
        }));
        assertEquals("-", ink.mark());
        assertFalse(ink.pale());
    }

    /** Within what may be remains of the border; cut off, the rest looked like a 0. */
    private static final List<String> SIX = List.of(
            "....########.....",
            "...###...###.....",
            "..###......#.....",
            ".###.......#.....",
            "###..............",
            "###..............",
            "###..............",
            "###..............",
            "####.............",
            "############.....",
            "######...####....",
            "####.......###...",
            "###........###...",
            "####.......####..",
            "####.......####..",
            ".###.......####..",
            ".###.......####..",
            ".###.......###...",
            "..###......###...",
            "..###......###...",
            "...####..####....",
            ".....######......");

    @Test
    void aDigitBesideTheBorderIsReadWholeOrNotBelieved() {
        BufferedImage image = drawn(g -> {
            print(g);
            g.fillRect(217, 150, 2, 100);
            for (int y = 0; y < SIX.size(); y++) {
                for (int x = 0; x < SIX.get(y).length(); x++) {
                    if (SIX.get(y).charAt(x) == '#') {
                        g.fillRect(221 + x, 190 + y, 1, 1);
                    }
                }
            }
        });
        CellInk ink = ink(image);
        assertEquals(1, ink.lines().size());
        assertTrue(
                ink.lines().get(0).x0() <= 2 && ink.lines().get(0).height() >= 20 || ink.leftOver() > 0.5,
                ink::toString);
    }

    private static Graphics2D pen(Graphics2D g) {
        print(g);
        return g;
    }

    private static void seven(Graphics2D g) {
        line(g, 2.2, 292, 188, 306, 188);
        line(g, 2.2, 306, 188, 297, 212);
    }

    /** Of one pixel, as browsers draw it: smoothed it is too broad for its height. */
    @Test
    void aThinSlashOfAScreenIsASlash() {
        assertEquals("/", ink(drawn(g -> line(pen(g), 1, 305, 194, 300, 208))).mark());
        assertEquals("", ink(drawn(g -> line(pen(g), 1, 303, 194, 303, 208))).mark());
    }

    @Test
    void aCellThatThePictureCutsIsKnown() {
        Sheet open = sheet(drawn(g -> print(g)));
        Sheet ruled = sheet(drawn(g -> {
            print(g);
            g.fillRect(396, 0, 2, 400);
        }));
        Quad last = new Quad(300, 150, 398, 150, 398, 250, 300, 250);
        assertTrue(PictureEdge.cuts(open, last));
        assertFalse(PictureEdge.cuts(ruled, last));
        assertFalse(PictureEdge.cuts(open, new Quad(200, 150, 300, 150, 300, 250, 200, 250)));
        Patch cell = Patch.of(open.clean(), last, 98, 100);
        assertTrue(PictureEdge.mayGoOn(new Blob(80, 40, 92, 60, 100, 0), cell, DPI));
        assertFalse(PictureEdge.mayGoOn(new Blob(40, 40, 52, 60, 100, 0), cell, DPI));
    }

    private static Sheet sheet(BufferedImage image) {
        Raster page = raster(image);
        return Sheet.of(page, new Darkness(page).noise());
    }

    /** 12 pixels in two rows, one paler than the other, as a hyphen of nine points comes out at 200 dpi. */
    @Test
    void aThinShortDashIsADash() {
        BufferedImage image = drawn(g -> {
            pen(g).setColor(new Color(96, 96, 96));
            g.fillRect(294, 200, 12, 1);
            g.setColor(new Color(128, 128, 128));
            g.fillRect(294, 201, 12, 1);
        });
        assertEquals("-", ink(image).mark());
    }

    /** What is left of a hyphen of 9 points at 100 dpi: no pixel of it is whole. */
    @Test
    void aDashOfAFewPalePixelsIsADash() {
        int[][] greys = {{245, 207, 184, 186, 221}, {236, 181, 146, 150, 203}, {247, 225, 211, 212, 234}};
        BufferedImage image = drawn(CellsOnBadPagesTest::print);
        put(image, greys, 300, 200);
        assertEquals("-", ink(image, 100).mark());
        int[][] point = {{245, 225, 221}, {236, 150, 203}, {247, 225, 234}};
        BufferedImage pointed = drawn(CellsOnBadPagesTest::print);
        put(pointed, point, 300, 200);
        assertEquals("", ink(pointed, 100).mark());
    }

    private static void put(BufferedImage image, int[][] greys, int x, int y) {
        for (int r = 0; r < greys.length; r++) {
            for (int c = 0; c < greys[r].length; c++) {
                image.setRGB(x + c, y + r, greys[r][c] * 0x10101);
            }
        }
    }

    /** A stroke half a pixel wide is half as dark as it was printed, and sharp. */
    @Test
    void thinPrintIsNotPale() {
        BufferedImage image = drawn(g -> {
            pen(g).setColor(new Color(160, 160, 160));
            g.fillRect(296, 196, 7, 1);
            g.fillRect(302, 196, 1, 9);
            g.setColor(new Color(125, 125, 125));
            g.fillRect(297, 200, 5, 1);
        });
        assertEquals(1, ink(image, 100).lines().size());
        assertFalse(ink(image, 100).pale());
    }

    /** Of a figure whose first digit is a 1 of one pixel's width nothing may be cut off: the rest is a clear figure. */
    @Test
    void aHairlineBeforeOtherDigitsBelongsToTheFigure() {
        BufferedImage image = drawn(g -> {
            pen(g).fillRect(284, 190, 1, 19);
            seven(g);
        });
        CellInk ink = ink(image);
        assertEquals(1, ink.lines().size());
        assertTrue(ink.lines().get(0).x0() <= 284 - 220, ink.toString());
    }

    /** A seal over a digit leaves a third of its darkness: what is left beside it is no whole figure. */
    @Test
    void aFigureReachesAsFarAsWhatStandsFaintBesideIt() {
        CellInk ink = ink(drawn(g -> {
            pen(g).setColor(new Color(175, 175, 175));
            line(g, 2, 280, 190, 288, 190);
            line(g, 2, 288, 190, 283, 211);
            g.setColor(new Color(25, 25, 25));
            seven(g);
        }));
        assertEquals(1, ink.lines().size());
        assertTrue(ink.lines().get(0).x0() > 290 - 220 - 2, ink.toString());
        assertTrue(ink.reach().get(0).x0() <= 281 - 220, ink.toString());
    }

    @Test
    void specksGoAndAPointStays() {
        Random random = new Random(5);
        BufferedImage image = drawn(g -> {
            print(g);
            g.fillRect(300, 210, 3, 3);
        });
        int before = dark(raster(image));
        for (int i = 0; i < 200; i++) {
            int x = 200 + random.nextInt(90);
            int y = 10 + random.nextInt(380);
            image.setRGB(x, y, 0);
        }
        Raster page = raster(image);
        Raster clean = Specks.removed(page, new PageTone(page));
        assertTrue(dark(page) > before + 150);
        assertEquals(before, dark(clean), 12);
        assertTrue(clean.at(301, 211) < 60);
    }

    @Test
    void aPageWithFewSpecksIsLeftAsItIs() {
        BufferedImage image = drawn(CellsOnBadPagesTest::print);
        image.setRGB(300, 200, 0);
        Raster page = raster(image);
        assertSame(page, Specks.removed(page, new PageTone(page)));
    }

    private static int dark(Raster page) {
        int n = 0;
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                n += page.at(x, y) < 128 ? 1 : 0;
            }
        }
        return n;
    }

    @Test
    void aGreySealGoesAndThePrintUnderItStays() {
        BufferedImage image = drawn(g -> {
            print(g);
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 26));
            line(g, 3, 300, 188, 300, 212);
            g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.6f));
            g.setColor(new Color(93, 93, 93));
            g.fillOval(250, 165, 70, 70);
            line(g, 3, 330, 180, 355, 215);
            g.setStroke(new BasicStroke(8));
            g.drawOval(226, 130, 148, 140);
        });
        CellInk ink = ink(image);
        assertEquals(1, ink.lines().size());
        Blob stroke = ink.lines().get(0);
        assertTrue(stroke.width() <= 7 && stroke.height() >= 22, stroke.toString());
    }

    @Test
    void evenGreyFromEdgeToEdgeIsNoSeal() {
        BufferedImage image = drawn(
                g -> {
                    print(g);
                    g.setColor(new Color(140, 140, 140));
                    g.fillRect(0, 0, 1000, 12);
                    g.fillRect(0, 988, 1000, 12);
                },
                1000);
        Raster page = raster(image);
        assertSame(page, SealShade.removed(page, new PageTone(page), 0));
    }
}
