package gouji.document.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitTest {
    /** Characters of 20 pixels, two lines of them, joined by a single stroke. */
    private static boolean two(int x, int y) {
        return y % 22 < 20 && x % 24 < 20 || x < 2;
    }

    @Test
    void cutsLinesThatTouch() {
        List<Blob> lines = new ArrayList<>();
        LineSplit.split(new Blob(0, 0, 240, 42, 5000, 0), LineSplitTest::two, 34, lines);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).y1()).isBetween(20, 22);
        assertThat(lines.get(1).y1()).isEqualTo(42);
    }

    @Test
    void leavesTallPrintWhole() {
        List<Blob> lines = new ArrayList<>();
        LineSplit.split(new Blob(0, 0, 240, 42, 5000, 0), (x, y) -> x % 24 < 8 || y % 14 < 4, 34, lines);
        assertThat(lines).hasSize(1);
    }

    @Test
    void leavesUsualPrintWhole() {
        List<Blob> lines = new ArrayList<>();
        LineSplit.split(new Blob(0, 0, 240, 30, 5000, 0), LineSplitTest::two, 34, lines);
        assertThat(lines).hasSize(1);
    }
}
