package gouji.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The cheapest way to cut a run of fields into pieces (dynamic programming over the last cut). */
final class Cuts {
    private Cuts() {}

    /** Cost of keeping the fields from a (inclusive) to b (exclusive) in one piece. */
    interface PieceCost {
        double of(int from, int to);
    }

    /** Where to cut, ascending; of equally cheap ways the one with longer pieces first. */
    static List<Integer> cheapest(int from, int to, PieceCost piece, IntToDoubleFunction cut) {
        int n = to - from;
        double[] best = new double[n + 1];
        int[] start = new int[n + 1];
        for (int end = 1; end <= n; end++) {
            best[end] = Double.MAX_VALUE;
            for (int begin = 0; begin < end; begin++) {
                double cost = piece.of(from + begin, from + end)
                        + (begin == 0 ? 0 : best[begin] + cut.applyAsDouble(from + begin));
                if (cost < best[end]) {
                    best[end] = cost;
                    start[end] = begin;
                }
            }
        }
        List<Integer> cuts = new ArrayList<>();
        for (int end = n; start[end] > 0; end = start[end]) {
            cuts.add(0, from + start[end]);
        }
        return cuts;
    }
}
