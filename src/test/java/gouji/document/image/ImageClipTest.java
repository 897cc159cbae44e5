package gouji.document.image;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Box;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageClipTest {
    @TempDir
    Path folder;

    /** A page of A4's width, 827 pixels for 8.27 inches, with a black cell from 2 to 3 inches across and 5 to 6 down. */
    @Test
    void framesTheCellAndCutsTheStripOut() throws Exception {
        BufferedImage page = new BufferedImage(827, 1169, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = page.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 827, 1169);
        g.setColor(Color.BLACK);
        g.fillRect(200, 500, 100, 100);
        g.dispose();
        Path file = folder.resolve("page.png");
        ImageIO.write(page, "png", file.toFile());

        byte[] png = ImageClip.png(file, 1, List.of(new Box(144, 360, 216, 432)));

        BufferedImage strip = ImageIO.read(new ByteArrayInputStream(png));
        double scale = strip.getWidth() / 595.44;
        assertThat(strip.getHeight() / scale)
                .as("the cell and 24 points above and below")
                .isBetween(119.0, 121.0);
        assertThat(new Color(strip.getRGB((int) (180 * scale), (int) (60 * scale))))
                .isEqualTo(Color.BLACK);
        assertThat(new Color(strip.getRGB((int) (100 * scale), (int) (60 * scale))))
                .isEqualTo(Color.WHITE);
        Color frame = new Color(strip.getRGB((int) (144 * scale), (int) (60 * scale)));
        assertThat(frame.getRed()).isGreaterThan(180);
        assertThat(frame.getBlue()).isLessThan(100);
    }
}
