package gouji.document.ocr;

import java.util.Arrays;

/**
 * A line seen in the pixels: its middle sampled along its length. For a vertical line the roles of x and y are swapped.
 *
 * @param at places of the samples along the line, ascending
 * @param level the line's middle across, for each sample
 * @param from first pixel along
 * @param to last pixel along
 * @param thickness median thickness in pixels
 */
record Rule(double[] at, double[] level, int from, int to, double thickness) {
    double length() {
        return to - from + 1.0;
    }

    double mean() {
        double sum = 0;
        for (double l : level) {
            sum += l;
        }
        return sum / level.length;
    }

    double levelAt(double place) {
        int i = 0;
        while (i < at.length - 1 && at[i + 1] < place) {
            i++;
        }
        return level[place - at[i] > 0 && i + 1 < at.length && at[i + 1] - place < place - at[i] ? i + 1 : i];
    }

    /** The stretch between two samples, the end exclusive. */
    Rule part(int first, int end) {
        return first == 0 && end == at.length
                ? this
                : new Rule(
                        Arrays.copyOfRange(at, first, end),
                        Arrays.copyOfRange(level, first, end),
                        first == 0 ? from : (int) at[first],
                        end == at.length ? to : (int) at[end - 1],
                        thickness);
    }

    /** Where the straight line through its samples lies, within its ends and beyond. */
    double lineAt(double place) {
        double middle = Arrays.stream(at).average().orElse(0);
        double mean = mean();
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < at.length; i++) {
            sxx += (at[i] - middle) * (at[i] - middle);
            sxy += (at[i] - middle) * (level[i] - mean);
        }
        return sxx == 0 ? mean : mean + sxy / sxx * (place - middle);
    }
}
