package gouji.document.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Raster;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ReversedTest {
    private static final double DPI = 100;
    private final BufferedImage page = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = page.createGraphics();

    private void ground(Color colour, int x, int y, int width, int height) {
        pen.setColor(colour);
        pen.fillRect(x, y, width, height);
    }

    private Raster righted() {
        return Reversed.righted(Raster.of(page, DPI));
    }

    private static void strokes(Graphics2D pen, Color colour, int x, int y, int count) {
        pen.setColor(colour);
        for (int i = 0; i < count; i++) {
            pen.fillRect(x + 9 * i, y, 3, 12);
        }
    }

    @Test
    void lightPrintOnAFillBecomesDarkOnLightAndTheRestStays() {
        ground(Color.WHITE, 0, 0, 800, 600);
        ground(new Color(68, 114, 196), 100, 100, 600, 40);
        strokes(pen, Color.WHITE, 300, 115, 12);
        strokes(pen, Color.BLACK, 300, 200, 12);
        Raster page = righted();
        assertThat(page.at(301, 120)).isLessThan(30);
        assertThat(page.at(200, 120)).isGreaterThan(225);
        assertThat(page.at(100, 120)).as("outline").isLessThan(30);
        assertThat(page.at(301, 205)).isZero();
        assertThat(page.at(50, 50)).isEqualTo(255);
    }

    @Test
    void aScreenAtNightIsTurnedAsAWhole() {
        ground(new Color(25, 25, 25), 0, 0, 800, 600);
        for (int y = 50; y < 550; y += 30) {
            strokes(pen, new Color(204, 204, 204), 60, y, 70);
        }
        Raster page = righted();
        assertThat(page.at(61, 55)).isLessThan(30);
        assertThat(page.at(20, 20)).isGreaterThan(225);
    }

    @Test
    void aSheetOnADarkTableStaysAsItIs() {
        ground(new Color(40, 36, 32), 0, 0, 800, 600);
        ground(new Color(240, 240, 236), 120, 60, 560, 480);
        strokes(pen, Color.BLACK, 200, 115, 50);
        Raster given = Raster.of(page, DPI);
        assertThat(Reversed.righted(given)).isSameAs(given);
    }

    @Test
    void darkPrintOnAFillStaysAsItIs() {
        ground(Color.WHITE, 0, 0, 800, 600);
        ground(new Color(150, 180, 220), 100, 100, 600, 40);
        strokes(pen, Color.BLACK, 300, 115, 12);
        Raster given = Raster.of(page, DPI);
        assertThat(Reversed.righted(given)).isSameAs(given);
    }

    /** A fax: what is white between tight strokes stands between black, but most is white. */
    @Test
    void denseBlackPrintOnWhiteIsNoGround() {
        ground(Color.WHITE, 0, 0, 800, 600);
        for (int y = 100; y < 400; y += 14) {
            strokes(pen, Color.BLACK, 100, y, 60);
        }
        ground(Color.BLACK, 200, 200, 14, 14);
        ground(Color.BLACK, 100, 98, 540, 2);
        Raster given = Raster.of(page, DPI);
        assertThat(Reversed.righted(given)).isSameAs(given);
    }
}
