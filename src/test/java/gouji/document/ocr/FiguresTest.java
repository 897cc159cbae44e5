package gouji.document.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Alternative;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final int BLANK = Figures.ALPHABET.length();

    @Test
    void joinsRepeatedStepsAndSplitsThemAtABlank() {
        List<Alternative> read = Figures.likeliest(steps("1-1 1-1"), 3);
        assertThat(read.get(0).text()).isEqualTo("11");
        assertThat(read.get(0).score()).isGreaterThan(0.9);
    }

    @Test
    void keepsTheSecondBestReadingWithItsScore() {
        double[][] steps = steps("3");
        steps[0][3] = 0.6;
        steps[0][8] = 0.38;
        List<Alternative> read = Figures.likeliest(steps, 3);
        assertThat(read).extracting(Alternative::text).startsWith("3", "8");
        assertThat(read.get(1).score()).isBetween(0.35, 0.4);
    }

    @Test
    void neverDropsAWeakOne() {
        double[][] steps = steps("1");
        steps[0][1] = 0.3;
        steps[0][BLANK] = 0.6;
        assertThat(Figures.likeliest(steps, 3)).extracting(Alternative::text).contains("1");
    }

    @Test
    void takesLookAlikesForDigitsOnlyWhereAllAre() {
        assertThat(Figures.isFigure("O")).isTrue();
        assertThat(Figures.isFigure("l2")).isTrue();
        assertThat(Figures.isFigure("其他")).isFalse();
        assertThat(Figures.isFigure("")).isFalse();
    }

    @Test
    void tellsARingFromAZeroByItsNeighbours() {
        assertThat(Wording.mended("行政复议〇件丶诉讼1〇件")).isEqualTo("行政复议0件、诉讼10件");
        assertThat(Wording.mended("二〇二四年")).isEqualTo("二〇二四年");
    }

    /** A step for each character: a digit nearly for sure, a dash for the digit going on, a space for a blank. */
    private static double[][] steps(String pattern) {
        double[][] steps = new double[pattern.length()][BLANK + 1];
        int last = BLANK;
        for (int t = 0; t < steps.length; t++) {
            char c = pattern.charAt(t);
            int sign = c == ' ' ? BLANK : c == '-' ? last : c - '0';
            Arrays.fill(steps[t], 0.0005);
            steps[t][sign] = 0.992;
            last = sign;
        }
        return steps;
    }
}
