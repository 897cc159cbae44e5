package gouji.document.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Alternative;
import gouji.document.Raster;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BrokenPrintTest {
    private static final double DPI = 150;
    private static final int SIZE = 20;
    private static final Blob LINE = new Blob(5, 3, 12, 16, 40, 0);

    /** A 0 drawn one pixel thick, without its top and its foot where it is broken. */
    private static byte[] zero(boolean broken) {
        byte[] grey = new byte[SIZE * SIZE];
        Arrays.fill(grey, (byte) 255);
        for (int y = 4; y < 15; y++) {
            grey[y * SIZE + 5] = 0;
            grey[y * SIZE + 11] = 0;
        }
        for (int x = 6; x < 11 && !broken; x++) {
            grey[3 * SIZE + x] = 0;
            grey[15 * SIZE + x] = 0;
        }
        return grey;
    }

    private static boolean isBroken(boolean drawn) {
        Raster raster = Raster.of(SIZE, SIZE, DPI, zero(drawn));
        Quad all = new Quad(0, 0, SIZE, 0, SIZE, SIZE, 0, SIZE);
        BrokenPrint print = new BrokenPrint();
        print.add(Patch.of(raster, all, SIZE, SIZE), LINE, 128, DPI, 1);
        return print.isBroken();
    }

    @Test
    @DisplayName("a digit in two pieces is broken, one in one piece is whole")
    void tellsBrokenPrint() {
        assertThat(isBroken(true)).isTrue();
        assertThat(isBroken(false)).isFalse();
    }

    @Test
    @DisplayName("a 3 may be a 5 without its stem; a 1 a 4 without its bar only where print is broken")
    void keepsWhatMayBeLost() {
        List<Alternative> read = List.of(new Alternative("31", 0.8), new Alternative("37", 0.1));
        assertThat(BrokenPrint.withLost(read, false))
                .extracting(Alternative::text)
                .containsExactly("31", "51", "37", "57");
        assertThat(BrokenPrint.withLost(read, true))
                .extracting(Alternative::text)
                .contains("34", "51");
        assertThat(BrokenPrint.withLost(read, true).get(0)).isEqualTo(new Alternative("31", 0.8));
    }

    @Test
    @DisplayName("softened, the two sides of a broken 0 run together, and the mean stays what it was")
    void softens() {
        Raster page = Raster.of(SIZE, SIZE, DPI, zero(true));
        Raster soft = Softened.of(page);
        assertThat(soft.at(5, 9)).isBetween(100, 220);
        assertThat(soft.at(8, 9)).isLessThan(255);
        double before = 0;
        double after = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            before += page.at(i % SIZE, i / SIZE);
            after += soft.at(i % SIZE, i / SIZE);
        }
        assertThat(after / before).isBetween(0.99, 1.01);
    }

    @Test
    @DisplayName("on a coarse page any broken figure may be another; on a finer one those with a 3 or a 1")
    void doubtsWhatMayBeAnother() {
        assertThat(BrokenPrint.mayBeAnother("20", true, true)).isTrue();
        assertThat(BrokenPrint.mayBeAnother("20", true, false)).isFalse();
        assertThat(BrokenPrint.mayBeAnother("31", true, false)).isTrue();
        assertThat(BrokenPrint.mayBeAnother("1", false, true)).isFalse();
        assertThat(BrokenPrint.mayBeAnother("3", false, true)).isTrue();
    }
}
