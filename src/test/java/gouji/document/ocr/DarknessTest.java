package gouji.document.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Raster;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DarknessTest {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 80;

    /** White, with a black stroke from (20, 10) to (29, 11) and one from (60, 40) to (61, 69). */
    private static Darkness strokes() {
        byte[] grey = new byte[WIDTH * HEIGHT];
        Arrays.fill(grey, (byte) 255);
        for (int i = 0; i < 20; i++) {
            grey[(10 + i / 10) * WIDTH + 20 + i % 10] = 0;
        }
        for (int i = 0; i < 60; i++) {
            grey[(40 + i / 2) * WIDTH + 60 + i % 2] = 0;
        }
        return new Darkness(Raster.of(WIDTH, HEIGHT, 200, grey));
    }

    @Test
    void findsThePiecesOfInk() {
        assertThat(strokes().pieces())
                .containsExactly(new Blob(20, 10, 30, 12, 20, 0), new Blob(60, 40, 62, 70, 60, 0));
    }

    @Test
    void givesEveryCallerItsOwnPieces() {
        Darkness page = strokes();
        page.pieces().clear();
        assertThat(page.pieces()).hasSize(2);
        assertThat(page.ink(25, 10)).isTrue();
    }

    @Test
    void givesTheInkOfARowAsPixelByPixel() {
        for (Darkness page : List.of(strokes(), strokes().bridged())) {
            boolean[] row = new boolean[WIDTH];
            boolean[] column = new boolean[HEIGHT];
            for (int d = -1; d <= WIDTH; d++) {
                page.lineInk(d, true, row);
                page.lineInk(d, false, column);
                for (int s = 0; s < WIDTH; s++) {
                    assertThat(row[s]).isEqualTo(page.lineInk(s, d, true));
                }
                for (int s = 0; s < HEIGHT; s++) {
                    assertThat(column[s]).isEqualTo(page.lineInk(d, s, false));
                }
            }
        }
    }
}
