package gouji.document.ocr;

import gouji.document.ocr.Levels.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * A row cut off by the end of a page has no line above it, or none below: the lines down run on beyond the outermost line
 * across, and where most of them end, the table ends. Over wide cells only some run on, the table's two sides among them.
 */
final class OpenEnds {
    /** Share of the lines down that run on. */
    private static final double MOST = 0.6;

    private static final int LEAST = 3;
    /** A row is at least so many times as high as lines of a table are apart. */
    private static final double ROW = 1.3;

    private OpenEnds() {}

    /** @param xs lines down */
    static FoundGrid closed(FoundGrid g, List<Level> xs, EdgeSight sight) {
        Optional<Double> top = end(g, xs, sight, true);
        Optional<Double> low = end(g, xs, sight, false);
        if (top.isEmpty() && low.isEmpty()) {
            return g;
        }
        double[] ys = g.ys();
        double[] more = new double[ys.length + 2];
        int n = 0;
        if (top.isPresent()) {
            more[n++] = top.get();
        }
        System.arraycopy(ys, 0, more, n, ys.length);
        n += ys.length;
        if (low.isPresent()) {
            more[n++] = low.get();
        }
        return new FoundGrid(g.xs(), Arrays.copyOf(more, n), List.of(), g.across(), g.down());
    }

    /** Where most of the lines down end beyond the first or the last line across, if print stands there. */
    private static Optional<Double> end(FoundGrid g, List<Level> xs, EdgeSight sight, boolean top) {
        double[] ys = g.ys();
        double outermost = top ? ys[0] : ys[ys.length - 1];
        double row = ROW * sight.leastStep();
        double[] all = Arrays.stream(g.xs())
                .map(x -> end(g, xs, x, sight.leastStep() / 2, top))
                .toArray();
        DoublePredicate runsOn = y -> top ? y < outermost - row : y > outermost + row;
        double[] ends = Arrays.stream(all).filter(runsOn).sorted().toArray();
        boolean sides = runsOn.test(all[0]) && runsOn.test(all[all.length - 1]);
        if (ends.length < LEAST || ends.length < MOST * all.length && !sides) {
            return Optional.empty();
        }
        double middle = ends[ends.length / 2];
        boolean alike = ends[ends.length - 1] - ends[0] <= row;
        return alike && isPrinted(g, sight, middle, outermost) ? Optional.of(middle) : Optional.empty();
    }

    /** Whether print stands between two levels, in two columns at least. */
    private static boolean isPrinted(FoundGrid g, EdgeSight sight, double a, double b) {
        double low = Math.min(a, b);
        double high = Math.max(a, b);
        long columns = IntStream.range(0, g.xs().length - 1)
                .filter(c -> !sight.print(g.xs()[c], low, g.xs()[c + 1], high)
                        .between(true, low, high)
                        .isEmpty())
                .count();
        return columns >= 2;
    }

    /** Where the line down at a level ends, in straightened pixels; not a number where there is none. */
    private static double end(FoundGrid g, List<Level> xs, double level, double near, boolean top) {
        return xs.stream()
                .filter(x -> Math.abs(x.at() - level) < near)
                .map(Level::longest)
                .mapToDouble(line -> {
                    double y = top ? line.from() : line.to();
                    return y - g.across().shift(line.levelAt(y), y);
                })
                .reduce((a, b) -> top ? Math.min(a, b) : Math.max(a, b))
                .orElse(Double.NaN);
    }
}
