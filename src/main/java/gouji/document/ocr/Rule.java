package gouji.document.ocr;

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
}
