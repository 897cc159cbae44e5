package gouji.document.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Raster;
import gouji.document.ocr.ProseFinder.ProseLine;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of boxes the size of characters, drawn here. */
class ProseFinderTest {
    private static final int SIZE = 24;
    private static final int PITCH = 30;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.8, -1.5})
    void findsEveryLineFromTheTopDown(double degrees) {
        List<ProseLine> lines = find(page(degrees, 5, 30), List.of());
        assertThat(lines).hasSize(5);
        assertThat(lines).extracting(ProseLine::y).isSorted();
        assertThat(lines).allSatisfy(l -> {
            assertThat(l.x1() - l.x0()).isBetween(29.0 * PITCH, 31.0 * PITCH);
            assertThat(l.quad().height()).isBetween(1.0 * SIZE, 2.0 * SIZE);
        });
    }

    @Test
    void followsTheSlopeOfALine() {
        ProseLine line = find(page(1.5, 1, 30), List.of()).get(0);
        double rise = Math.toDegrees(Math.atan2(
                line.quad().by() - line.quad().ay(),
                line.quad().bx() - line.quad().ax()));
        assertThat(rise).isBetween(1.2, 1.8);
    }

    @Test
    void leavesOutWhatLiesInAGrid() {
        List<ProseLine> all = find(page(0, 5, 30), List.of());
        double y = all.get(2).y();
        Quad grid = new Quad(100, y - 25, 1500, y - 25, 1500, y + 25, 100, y + 25);
        assertThat(find(page(0, 5, 30), List.of(grid))).hasSize(4);
    }

    @Test
    void aLoneCharacterBelowALargeTitleIsOneLineThoughItsPartsDoNotTouch() {
        BufferedImage image = page(0, 5, 30);
        Graphics2D g = graphics(image);
        for (int i = 0; i < 20; i++) {
            g.fillRect(200 + 60 * i, 40, 50, 50);
        }
        g.fillRect(775, 120, 50, 22);
        g.fillRect(780, 148, 40, 22);
        List<ProseLine> lines = find(image, List.of());
        assertThat(lines).hasSize(7);
        assertThat(lines.get(1).height()).isEqualTo(50);
    }

    @Test
    void takesSpecksForNoPrint() {
        BufferedImage image = blank();
        Graphics2D g = graphics(image);
        for (int i = 0; i < 40; i++) {
            g.fillRect(200 + 37 * (i % 8), 200 + 61 * (i / 8), 2, 2);
        }
        assertThat(find(image, List.of())).isEmpty();
    }

    private static List<ProseLine> find(BufferedImage image, List<Quad> grids) {
        return new ProseFinder(new Darkness(Raster.of(image, 200))).find(grids);
    }

    private static BufferedImage blank() {
        BufferedImage image = new BufferedImage(1653, 1000, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(248, 248, 246));
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        return image;
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(30, 30, 30));
        return g;
    }

    private static BufferedImage page(double degrees, int lines, int characters) {
        BufferedImage image = blank();
        Graphics2D g = graphics(image);
        g.rotate(Math.toRadians(degrees), 826, 500);
        for (int l = 0; l < lines; l++) {
            for (int c = 0; c < characters; c++) {
                g.drawRect(300 + c * PITCH, 300 + l * 2 * SIZE, SIZE - 4, SIZE);
                g.fillRect(300 + c * PITCH, 308 + l * 2 * SIZE, SIZE - 4, 3);
            }
        }
        return image;
    }
}
