package gouji.document.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

class TriageTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 2, -4, 8, -12})
    void measuresTheSkewOfAPage(double degrees) {
        assertThat(Triage.skew(new Darkness(page(degrees)))).isEqualTo(degrees, within(0.3));
    }

    @Test
    void levelsAPageThatIsFarAskewAndLeavesOthersAlone() {
        Raster askew = page(8);
        Raster levelled = Triage.levelled(askew, new Darkness(askew));
        assertThat(Triage.skew(new Darkness(levelled))).isEqualTo(0, within(0.3));
        assertThat(GridFinder.find(new Darkness(levelled)).get(0).cells()).hasSize(48);
        Raster straight = page(1);
        assertThat(Triage.levelled(straight, new Darkness(straight))).isSameAs(straight);
    }

    /** A model that reads a line only if the dark end of the page is on top. */
    @Test
    void turnsThePageTheWayItReadsBest() {
        Raster upright = page(0);
        TextModel model = new TextModel() {
            @Override
            public int lineHeight() {
                return 48;
            }

            @Override
            public List<Sight> read(List<Patch> lines) {
                return lines.stream()
                        .map(l -> new Sight("公开公开", isHeavyOnTop(l) ? 0.95 : 0.1, new double[0][]))
                        .toList();
            }
        };
        assertThat(Triage.turn(PictureView.of(upright), model).degrees()).isZero();
        Raster onItsHead = upright.turned(180);
        assertThat(Triage.turn(PictureView.of(onItsHead), model).degrees()).isEqualTo(180);
    }

    @Test
    void tellsByItsLinesOfPrintThatAPageLiesOnItsSide() {
        Raster upright = figures();
        assertThat(PictureView.of(upright).liesOnItsSide()).isFalse();
        assertThat(PictureView.of(upright.turned(180)).liesOnItsSide()).isFalse();
        assertThat(PictureView.of(upright.turned(90)).liesOnItsSide()).isTrue();
        assertThat(PictureView.of(upright.turned(270)).liesOnItsSide()).isTrue();
    }

    /** Rows of pieces as tall as figures, of which four stand together. */
    private static Raster figures() {
        BufferedImage image = new BufferedImage(1240, 1600, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 1240, 1600);
        g.setColor(Color.BLACK);
        g.setStroke(new BasicStroke(2));
        for (int r = 0; r < 20; r++) {
            for (int i = 0; i < 16; i++) {
                g.drawOval(100 + 200 * (i / 4) + 9 * (i % 4), 200 + 40 * r, 6, 12);
            }
        }
        return Raster.of(image, 150);
    }

    private static boolean isHeavyOnTop(Patch line) {
        double top = 0;
        double low = 0;
        for (int y = 0; y < line.height / 2; y++) {
            for (int x = 0; x < line.width; x++) {
                top += 255 - line.at(x, y);
                low += 255 - line.at(x, line.height - 1 - y);
            }
        }
        return top > 1.3 * low;
    }

    private static Raster page(double degrees) {
        BufferedImage image = new BufferedImage(1240, 1600, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 1240, 1600);
        g.setColor(Color.BLACK);
        g.rotate(Math.toRadians(degrees), 620, 800);
        g.setStroke(new BasicStroke(2));
        for (int r = 0; r <= 12; r++) {
            g.drawLine(260, 300 + 50 * r, 980, 300 + 50 * r);
        }
        for (int c = 0; c <= 4; c++) {
            g.drawLine(260 + 180 * c, 300, 260 + 180 * c, 900);
        }
        // A line of print that is heavy along its top.
        for (int i = 0; i < 24; i++) {
            g.fillRect(280 + 26 * i, 1000, 24, 8);
            g.fillRect(284 + 26 * i, 1008, 3, 14);
        }
        return Raster.of(image, 150);
    }
}
