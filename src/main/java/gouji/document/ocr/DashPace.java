package gouji.document.ocr;

import java.util.Arrays;

/** Whether a row of pixels is dark and light by turns at one steady pace: dots or dashes. */
final class DashPace {
    private DashPace() {}

    /**
     * How much more a row is like itself moved by one dash and gap than moved by half of that; for the best such pace.
     *
     * @param depths darkness of its pixels
     * @param longest dash and gap, in pixels
     * @return at most 2; 0 where there is none
     */
    static double of(int[] depths, int longest) {
        double best = 0;
        for (int period = 4; period <= longest && 4 * period < depths.length; period++) {
            best = Math.max(best, likeness(depths, period) - likeness(depths, period / 2));
        }
        return best;
    }

    /** Correlation of a row with itself moved. */
    private static double likeness(int[] row, int by) {
        int n = row.length - by;
        double mean = Arrays.stream(row).average().orElse(0);
        double both = 0;
        double own = 0;
        for (int i = 0; i < n; i++) {
            both += (row[i] - mean) * (row[i + by] - mean);
            own += (row[i] - mean) * (row[i] - mean) / 2 + (row[i + by] - mean) * (row[i + by] - mean) / 2;
        }
        return own == 0 ? 0 : both / own;
    }
}
