package gouji.document.ocr.tesseract;

import gouji.document.ocr.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several looks at one figure. Tesseract is as sure of its wrong readings as of its right ones, so what counts is how
 * many looks agree.
 *
 * @param best the reading most looks agree on; the earliest where several do; may be empty
 * @param share of the looks that agree on it
 */
record Votes(String best, double share, List<String> looks) {
    /** Of the readings all looks agree on, about one in a thousand is wrong on the scans of the corpus. */
    private static final double UNANIMOUS = 0.99;

    static Votes of(List<String> looks) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        looks.forEach(l -> counts.merge(l, 1, Integer::sum));
        counts.remove("");
        String best = "";
        for (String text : counts.keySet()) {
            best = best.isEmpty() || counts.get(text) > counts.get(best) ? text : best;
        }
        return new Votes(best, (double) counts.getOrDefault(best, 0) / looks.size(), List.copyOf(looks));
    }

    double score() {
        return UNANIMOUS * share;
    }

    /**
     * The looks as the steps of a {@link gouji.document.ocr.Sight}: a place for each character of the best, between two
     * of them a place that is empty in the best, and at each the share of the looks that have a character there.
     */
    double[][] steps() {
        int blank = Figures.ALPHABET.length();
        double[][] steps = new double[2 * best.length() + 1][blank + 1];
        for (String look : looks) {
            int[] at = places(look);
            for (int i = 0; i < look.length(); i++) {
                int c = Figures.ALPHABET.indexOf(look.charAt(i));
                steps[at[i]][c] += UNANIMOUS / looks.size();
            }
        }
        List<double[]> apart = new ArrayList<>();
        for (double[] step : steps) {
            double sum = 0;
            for (double p : step) {
                sum += p;
            }
            step[blank] = Math.max(0, 1 - sum);
            apart.add(step);
            double[] nothing = new double[blank + 1];
            nothing[blank] = 1;
            apart.add(nothing);
        }
        return apart.toArray(double[][]::new);
    }

    /** For each character of a look its place in {@link #steps}: odd where it stands for one of the best. */
    private int[] places(String look) {
        int[][] cost = new int[look.length() + 1][best.length() + 1];
        for (int i = 0; i <= look.length(); i++) {
            for (int j = 0; j <= best.length(); j++) {
                cost[i][j] = i == 0
                        ? j
                        : j == 0
                                ? i
                                : Math.min(
                                        cost[i - 1][j - 1] + differ(look, i, j),
                                        Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
            }
        }
        int[] places = new int[look.length()];
        int j = best.length();
        for (int i = look.length(); i > 0; ) {
            if (j > 0 && cost[i][j] == cost[i - 1][j - 1] + differ(look, i, j)) {
                places[--i] = 2 * --j + 1;
            } else if (cost[i][j] == cost[i - 1][j] + 1) {
                places[--i] = 2 * j;
            } else {
                j--;
            }
        }
        return places;
    }

    private int differ(String look, int i, int j) {
        return look.charAt(i - 1) == best.charAt(j - 1) ? 0 : 1;
    }
}
