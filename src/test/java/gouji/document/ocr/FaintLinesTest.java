package gouji.document.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Raster;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tables whose lines are pale hairlines, drawn here and read back from their pixels. */
class FaintLinesTest {
    private static final int COLUMNS = 4;
    private static final int LEFT = 120;
    private static final int TOP = 220;
    private static final int ROW = 52;
    private static final int COLUMN = 230;

    private int rows = 9;
    private final BufferedImage image = new BufferedImage(1240, 900, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D g = image.createGraphics();

    FaintLinesTest() {
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    @Test
    void findsPaleLinesWithinADarkFrame() {
        rows = 3;
        inner(228, 120, 1, 0);
        frame(120, 0);
        print();
        assertThat(cells(grainy(0))).isEqualTo(rows * COLUMNS);
    }

    @Test
    void findsPaleLinesInGrainOnAPageAskew() {
        g.rotate(Math.toRadians(0.9), 620, 450);
        inner(230, 150, 1, 0);
        frame(150, 0);
        print();
        assertThat(cells(grainy(5))).isEqualTo(rows * COLUMNS);
    }

    @Test
    void isNotMisledByTheOtherSideOfTheSheet() {
        inner(205, 205, 2, 23);
        soften();
        inner(30, 30, 2, 0);
        frame(30, 0);
        print();
        assertThat(cells(grainy(0))).isEqualTo(rows * COLUMNS);
    }

    @Test
    void isNotMisledByAPaleStreak() {
        inner(228, 120, 1, 0);
        frame(120, 0);
        g.setColor(new Color(225, 225, 225));
        g.draw(new Line2D.Double(405.5, 0, 405.5, 899));
        print();
        assertThat(cells(grainy(0))).isEqualTo(rows * COLUMNS);
    }

    @Test
    void leavesAPageWithoutThemAlone() {
        inner(30, 30, 2, 0);
        frame(30, 0);
        print();
        Raster page = grainy(4);
        assertThat(FaintLines.drawn(page, new Darkness(page))).isEmpty();
    }

    private static int cells(Raster page) {
        return GridFinder.cells(RuledPage.of(page).grids());
    }

    private void inner(int grey, int down, double width, double moved) {
        pen(grey, width);
        for (int r = 1; r < rows; r++) {
            line(LEFT, TOP + moved + r * ROW, LEFT + COLUMNS * COLUMN, TOP + moved + r * ROW);
        }
        pen(down, width);
        for (int c = 1; c < COLUMNS; c++) {
            line(LEFT + moved + c * COLUMN, TOP, LEFT + moved + c * COLUMN, TOP + rows * ROW);
        }
    }

    private void frame(int grey, double moved) {
        pen(grey, grey == 30 ? 2 : 1);
        double right = LEFT + COLUMNS * COLUMN;
        double low = TOP + rows * ROW;
        line(LEFT, TOP + moved, right, TOP + moved);
        line(LEFT, low, right, low);
        line(LEFT, TOP, LEFT, low);
        line(right, TOP, right, low);
    }

    private void pen(int grey, double width) {
        g.setColor(new Color(grey, grey, grey));
        g.setStroke(new BasicStroke((float) width));
    }

    /** In the middle of its pixels. */
    private void line(double x0, double y0, double x1, double y1) {
        g.draw(new Line2D.Double(x0 + 0.5, y0 + 0.5, x1 + 0.5, y1 + 0.5));
    }

    private void print() {
        g.setColor(new Color(40, 40, 40));
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 24));
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                String text = c == 0 ? "Requests row" : "" + (3 + 7 * r * c);
                int wide = g.getFontMetrics().stringWidth(text);
                g.drawString(text, LEFT + c * COLUMN + (COLUMN - wide) / 2, TOP + r * ROW + 35);
            }
        }
        g.drawString("A report of how requests were dealt with", LEFT, 120);
    }

    private void soften() {
        float[] kernel = new float[49];
        double sum = 0;
        for (int i = 0; i < 49; i++) {
            kernel[i] = (float) Math.exp(-((i % 7 - 3) * (i % 7 - 3) + (i / 7 - 3) * (i / 7 - 3)) / 3.0);
            sum += kernel[i];
        }
        for (int i = 0; i < 49; i++) {
            kernel[i] /= (float) sum;
        }
        BufferedImage soft = new ConvolveOp(new Kernel(7, 7, kernel), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
        g.drawImage(soft, 0, 0, null);
    }

    private Raster grainy(double sigma) {
        Random random = new Random(5);
        byte[] grey = new byte[image.getWidth() * image.getHeight()];
        for (int i = 0; i < grey.length; i++) {
            int given = image.getRGB(i % image.getWidth(), i / image.getWidth()) & 255;
            grey[i] = (byte) Math.max(0, Math.min(255, Math.round(given + sigma * random.nextGaussian())));
        }
        return Raster.of(image.getWidth(), image.getHeight(), 150, grey);
    }
}
