package gouji.document.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Raster;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ResolutionTest {
    private static final int WIDTH = 1240;

    /** Print a quarter taller than usual: on a page it is large print, in a crop it says that the picture is finer. */
    private static BufferedImage largePrint(int left) {
        BufferedImage image = new BufferedImage(WIDTH, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, 900);
        g.setColor(new Color(40, 40, 40));
        for (int y = 100; y < 800; y += 50) {
            for (int x = left; x < WIDTH - left - 23; x += 36) {
                g.drawRect(x, y, 22, 22);
                g.drawLine(x, y + 11, x + 22, y + 11);
            }
        }
        g.dispose();
        return image;
    }

    private static double dpi(BufferedImage image) {
        return PictureView.of(Raster.of(image, 150)).picture().dpi();
    }

    @Test
    void specksInTheMarginsMakeNoCropOfAPage() {
        BufferedImage page = largePrint(150);
        assertThat(dpi(page)).isEqualTo(150);
        for (int x : new int[] {8, 12, WIDTH - 14, WIDTH - 10}) {
            for (int i = 0; i < 3; i++) {
                page.setRGB(x + i, 300 + i, 0x303030);
                page.setRGB(x + i + 1, 300 + i, 0x303030);
            }
        }
        assertThat(dpi(page)).isEqualTo(150);
    }

    @Test
    void printUpToItsSidesMakesAPictureACrop() {
        assertThat(dpi(largePrint(10))).isGreaterThan(170);
    }
}
