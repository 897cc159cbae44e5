package gouji.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class RasterTest {
    private static final double DPI = 100;
    private final BufferedImage page = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = page.createGraphics();

    RasterTest() {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 800, 600);
    }

    @Test
    void keepsPrintOfEveryColour() {
        Color[] inks = {new Color(0, 0, 238), new Color(200, 20, 30), new Color(0, 128, 0), new Color(128, 0, 128)};
        for (int i = 0; i < inks.length; i++) {
            pen.setColor(inks[i]);
            for (int k = 0; k < 30; k++) {
                pen.fillRect(40 + 25 * k, 40 + 30 * i, 6, 11);
            }
        }
        Raster grey = Raster.of(page, DPI);
        for (int i = 0; i < inks.length; i++) {
            assertThat(grey.at(43, 45 + 30 * i)).as("ink %s", inks[i]).isLessThan(110);
        }
    }

    @Test
    void takesOffASealAndKeepsThePrintUnderIt() {
        pen.setColor(new Color(25, 25, 25));
        pen.fillRect(300, 296, 200, 8);
        pen.setColor(new Color(214, 40, 48));
        pen.setStroke(new BasicStroke(5));
        pen.drawOval(320, 220, 160, 160);
        pen.fillOval(380, 230, 40, 40);
        pen.setColor(new Color(25, 20, 22));
        pen.fillRect(300, 296, 200, 8);
        Raster grey = Raster.of(page, DPI);
        assertThat(grey.at(400, 220)).isGreaterThan(240);
        assertThat(grey.at(400, 250)).isGreaterThan(240);
        assertThat(grey.at(400, 300)).isLessThan(60);
    }
}
