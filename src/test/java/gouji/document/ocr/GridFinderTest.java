package gouji.document.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Raster;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Grids drawn here, read back from their pixels. */
class GridFinderTest {
    private static final int ROWS = 12;
    private static final int COLUMNS = 6;
    private static final int ROW = 42;
    private static final int COLUMN = 180;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, -1.2, 3, -5})
    void findsEveryCellOfASkewPage(double degrees) {
        List<FoundGrid> grids = find(page(degrees, 2, false));
        assertThat(grids).hasSize(1);
        // The first row is one cell over all columns.
        assertThat(grids.get(0).cells()).hasSize((ROWS - 1) * COLUMNS + 1);
    }

    @Test
    void findsHairlines() {
        assertThat(find(page(0.4, 1, false)).get(0).cells()).hasSize((ROWS - 1) * COLUMNS + 1);
    }

    @Test
    void isNotMisledByTheRingOfASeal() {
        List<FoundGrid> grids = find(page(0.3, 2, true));
        assertThat(grids.get(0).cells()).hasSize((ROWS - 1) * COLUMNS + 1);
    }

    @Test
    void doesNotTakeTheStrokesOfHeadingsForATable() {
        BufferedImage image = blank();
        Graphics2D g = graphics(image);
        g.setStroke(new BasicStroke(7));
        for (int i = 0; i < 10; i++) {
            g.drawRect(200 + 110 * i, 200, 90, 90);
            g.drawLine(200 + 110 * i, 245, 290 + 110 * i, 245);
        }
        assertThat(find(image)).isEmpty();
    }

    @Test
    void doesNotTakeATitleWhoseStrokesTouchForATable() {
        BufferedImage image = blank();
        Graphics2D g = graphics(image);
        g.setStroke(new BasicStroke(3));
        for (int y = 200; y <= 220; y += 10) {
            g.drawLine(300, y, 700, y);
        }
        for (int x = 300; x <= 700; x += 80) {
            g.drawLine(x, 188, x, 234);
        }
        assertThat(find(image)).isEmpty();
    }

    @Test
    void findsDottedLines() {
        BufferedImage image = blank();
        Graphics2D g = graphics(image);
        g.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 4}, 0));
        rule(g, 0);
        assertThat(find(image).get(0).cells()).hasSize(ROWS * COLUMNS);
    }

    @Test
    void endsATableWithoutSideLinesWhereItsRowsEnd() {
        BufferedImage image = blank();
        Graphics2D g = graphics(image);
        g.setStroke(new BasicStroke(2));
        rule(g, 1);
        assertThat(find(image).get(0).cells()).hasSize(ROWS * COLUMNS);
    }

    @Test
    void isNotMisledByTheStreakOfAScanner() {
        BufferedImage image = page(0.3, 2, false);
        Graphics2D g = graphics(image);
        g.setColor(new Color(175, 175, 175));
        g.setStroke(new BasicStroke(1.5f));
        g.drawLine(560, 0, 561, 1199);
        assertThat(find(image).get(0).cells()).hasSize((ROWS - 1) * COLUMNS + 1);
    }

    /** Headings fill their cells to the lines, and a stroke of the line of print above stands on one of them. */
    @Test
    void keepsALineThatTightPrintStandsBeside() {
        BufferedImage image = blank();
        Graphics2D g = graphics(image);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        rule(g, 0);
        for (int y : new int[] {900, 960, 990}) {
            g.drawLine(280, y, 1000, y);
        }
        for (int x = 280; x <= 1000; x += 90) {
            g.drawLine(x, 900, x, 990);
            for (int i = 0; x < 1000 && i < 60; i++) {
                g.fillRect(x + 5 + i % 10 * 8, 905 + i / 10 * 8, 6, 5);
            }
        }
        g.fillRect(641, 882, 1, 18);
        List<FoundGrid> grids = GridFinder.find(new Darkness(Raster.of(image, 150)));
        assertThat(grids).hasSize(2);
        assertThat(grids.get(1).cells()).hasSize(16);
    }

    /** On a fax all lines are black; one came out thinner, and a stroke of the print above stands on it. */
    @Test
    void keepsABlackLineThatIsThinnerThanTheOthers() {
        BufferedImage image = blank();
        Graphics2D g = graphics(image);
        g.setColor(Color.BLACK);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        for (int r = 0; r <= ROWS; r++) {
            g.fillRect(280, 300 + r * ROW, COLUMNS * COLUMN, 3);
        }
        for (int c = 0; c <= COLUMNS; c++) {
            g.fillRect(280 + c * COLUMN, c == 3 ? 285 : 300, c == 3 ? 2 : 3, ROWS * ROW + 3 + (c == 3 ? 15 : 0));
        }
        assertThat(find(image).get(0).cells()).hasSize(ROWS * COLUMNS);
    }

    /** The heading over it is on the page before; the lines between the columns begin below it. */
    @Test
    void closesARowOfWideCellsThatTheBeginOfThePageCuts() {
        BufferedImage image = blank();
        Graphics2D g = graphics(image);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        g.setStroke(new BasicStroke(2));
        for (int y : new int[] {160, 240, 300}) {
            g.drawLine(200, y, 1400, y);
        }
        for (int c = 0; c <= 12; c++) {
            g.drawLine(200 + 100 * c, c % 6 == 0 ? 80 : 160, 200 + 100 * c, 300);
        }
        g.drawLine(300, 80, 300, 160);
        g.fillRect(450, 110, 20, 20);
        g.fillRect(1050, 110, 20, 20);
        assertThat(find(image).get(0).cells()).hasSize(2 * 12 + 3);
    }

    /** The end of a page cuts a row off: there is no line above it, and one of its lines came out thinner than the others. */
    @Test
    void keepsTheThinLineOfARowThatThePageCutsOff() {
        BufferedImage image = blank();
        Graphics2D g = graphics(image);
        for (int r = 1; r <= ROWS; r++) {
            g.setStroke(new BasicStroke(3));
            g.drawLine(280, 300 + r * ROW, 280 + COLUMNS * COLUMN, 300 + r * ROW);
        }
        for (int c = 0; c <= COLUMNS; c++) {
            g.setStroke(new BasicStroke(c == 4 ? 1.5f : 3));
            g.drawLine(280 + c * COLUMN, 300, 280 + c * COLUMN, 300 + ROWS * ROW);
        }
        g.setStroke(new BasicStroke(2));
        g.drawOval(430, 313, 8, 14);
        g.drawOval(1330, 313, 8, 14);
        assertThat(find(image).get(0).cells()).hasSize(ROWS * COLUMNS);
    }

    /** Lines of a table; the outermost columns can be left open. */
    private static void rule(Graphics2D g, int open) {
        for (int r = 0; r <= ROWS; r++) {
            g.drawLine(280, 300 + r * ROW, 280 + COLUMNS * COLUMN, 300 + r * ROW);
        }
        for (int c = open; c <= COLUMNS - open; c++) {
            g.drawLine(280 + c * COLUMN, 300, 280 + c * COLUMN, 300 + ROWS * ROW);
        }
    }

    private static List<FoundGrid> find(BufferedImage image) {
        return GridFinder.find(new Darkness(Raster.of(image, 200)));
    }

    private static BufferedImage blank() {
        BufferedImage image = new BufferedImage(1653, 1200, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(250, 250, 246));
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        return image;
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(30, 30, 30));
        return g;
    }

    private static BufferedImage page(double degrees, float stroke, boolean seal) {
        BufferedImage image = blank();
        Graphics2D g = graphics(image);
        g.rotate(Math.toRadians(degrees), 826, 600);
        g.setStroke(new BasicStroke(stroke));
        for (int r = 0; r <= ROWS; r++) {
            g.drawLine(280, 300 + r * ROW, 280 + COLUMNS * COLUMN, 300 + r * ROW);
        }
        for (int c = 0; c <= COLUMNS; c++) {
            int top = c == 0 || c == COLUMNS ? 300 : 300 + ROW;
            g.drawLine(280 + c * COLUMN, top, 280 + c * COLUMN, 300 + ROWS * ROW);
        }
        // Print: upright strokes as high as characters, in the middle of the cells.
        g.setStroke(new BasicStroke(3));
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                g.drawLine(360 + c * COLUMN, 307 + r * ROW, 360 + c * COLUMN, 335 + r * ROW);
                g.drawLine(350 + c * COLUMN, 320 + r * ROW, 372 + c * COLUMN, 320 + r * ROW);
            }
        }
        if (seal) {
            g.setColor(new Color(214, 50, 60, 100));
            g.setStroke(new BasicStroke(9));
            g.drawOval(700, 420, 330, 330);
        }
        return image;
    }
}
