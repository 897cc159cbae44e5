package gouji.document.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Raster;
import gouji.document.ocr.FoundGrid.FoundCell;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A form as such reports have it, drawn at 200 dpi: a heading over all figures, groups of rows beside a label as high as all of
 * them. What was drawn has to be found, whatever lies over it or is missing.
 */
class GridOnBadPagesTest {
    private static final double DPI = 200;
    private static final int[] XS = {200, 310, 430, 760, 870, 980, 1090, 1200, 1310};
    private static final int ROWS = 14;
    private static final int HIGH = 52;
    private static final int TOP = 200;

    /** Cells as they are drawn. */
    private static List<FoundCell> cells() {
        List<FoundCell> cells = new ArrayList<>();
        cells.add(new FoundCell(0, 0, 2, 3));
        cells.add(new FoundCell(0, 3, 1, 8));
        cells.add(new FoundCell(2, 0, ROWS, 1));
        for (int r = 2; r < ROWS; r += 4) {
            cells.add(new FoundCell(r, 1, r + 4, 2));
        }
        for (int r = 1; r < ROWS; r++) {
            for (int c = r == 1 ? 3 : 2; c < 8; c++) {
                cells.add(new FoundCell(r, c, r + 1, c + 1));
            }
        }
        return cells;
    }

    private static int y(int row) {
        return TOP + row * HIGH;
    }

    @Test
    void findsTheForm() {
        assertThat(found(form(cells(), Set.of()))).containsExactlyInAnyOrderElementsOf(cells());
    }

    /** The second line, 8 pixels off, was a row of its own. */
    @Test
    void twoLinesAroundATableAreOneFrame() {
        BufferedImage image = form(cells(), Set.of());
        draw(image, g -> {
            g.setStroke(new BasicStroke(2));
            g.drawRect(XS[0] - 8, TOP - 8, XS[8] - XS[0] + 16, ROWS * HIGH + 16);
        });
        assertThat(found(image)).containsExactlyInAnyOrderElementsOf(cells());
    }

    @Test
    void putsBackManyStretchesLostAtOnePlace() {
        Set<String> lost = Set.of("V1/9", "V2/6", "V2/7", "V2/9", "V1/12", "V2/10", "V2/13", "V3/8");
        assertThat(found(form(cells(), lost))).containsExactlyInAnyOrderElementsOf(cells());
    }

    @Test
    void putsBackTheLineBetweenTwoGroups() {
        assertThat(found(form(cells(), Set.of("H6/1", "H6/2", "V2/6", "V1/7"))))
                .containsExactlyInAnyOrderElementsOf(cells());
    }

    /** A grey ring across a heading moved the middle of its print into the middle of the columns at its right. */
    @Test
    void theRingOfASealPartsNoHeading() {
        List<FoundCell> drawn = List.of(
                new FoundCell(0, 0, 1, 2),
                new FoundCell(0, 2, 1, 8),
                new FoundCell(1, 0, 2, 8),
                new FoundCell(2, 0, 3, 2),
                new FoundCell(2, 2, 3, 8),
                new FoundCell(3, 0, 4, 2),
                new FoundCell(3, 2, 4, 8));
        BufferedImage image = form(drawn, Set.of());
        draw(image, g -> {
            g.setColor(new Color(130, 130, 130));
            g.setStroke(new BasicStroke(9));
            g.drawOval(985, y(1) + HIGH / 2 - 165, 330, 330);
        });
        assertThat(found(image)).hasSameSizeAs(drawn);
    }

    /** Lines are drawn edge by edge; print is strokes in the middle of each cell. */
    private static BufferedImage form(List<FoundCell> cells, Set<String> lost) {
        BufferedImage image = new BufferedImage(1653, 1200, BufferedImage.TYPE_INT_RGB);
        draw(image, g -> {
            g.setColor(new Color(250, 250, 246));
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.setColor(new Color(30, 30, 30));
            g.setStroke(new BasicStroke(2.4f));
            cells.forEach(c -> print(g, c));
            g.setStroke(new BasicStroke(2));
            cells.forEach(c -> sides(g, c, lost));
        });
        return image;
    }

    private static void sides(Graphics2D g, FoundCell c, Set<String> lost) {
        for (int k = c.column0(); k < c.column1(); k++) {
            for (int r : c.row0() == 0 ? new int[] {0, c.row1()} : new int[] {c.row1()}) {
                if (!lost.contains("H" + r + "/" + k)) {
                    g.drawLine(XS[k], y(r), XS[k + 1], y(r));
                }
            }
        }
        for (int r = c.row0(); r < c.row1(); r++) {
            for (int k : c.column0() == 0 ? new int[] {0, c.column1()} : new int[] {c.column1()}) {
                if (!lost.contains("V" + k + "/" + r)) {
                    g.drawLine(XS[k], y(r), XS[k], y(r + 1));
                }
            }
        }
    }

    private static void print(Graphics2D g, FoundCell c) {
        int x = (XS[c.column0()] + XS[c.column1()]) / 2;
        int y = (y(c.row0()) + y(c.row1())) / 2;
        int signs = c.column1() > 3 ? 1 : c.column1() == 3 ? 8 : 3;
        for (int i = 0; i < signs; i++) {
            int left = x - 12 * signs + 24 * i;
            g.drawLine(left + 4, y - 9, left + 20, y - 9);
            g.drawLine(left + 12, y - 12, left + 12, y + 11);
            g.drawLine(left + 3, y + 9, left + 21, y + 9);
        }
    }

    private static void draw(BufferedImage image, Consumer<Graphics2D> pen) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(new Color(30, 30, 30));
        pen.accept(g);
        g.dispose();
    }

    private static List<FoundCell> found(BufferedImage image) {
        List<FoundGrid> grids = GridFinder.find(new Darkness(Raster.of(image, DPI)));
        assertThat(grids).hasSize(1);
        return grids.get(0).cells();
    }
}
