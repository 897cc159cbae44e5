package gouji.document.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The levels at which the lines of a table lie, told from those of its print. */
final class Levels {
    private static final double SAME_LEVEL_IN = 0.03;

    private Levels() {}

    /**
     * A place where lines lie.
     *
     * @param length of all lines there
     * @param longest of them
     */
    record Level(double at, double length, Rule longest) {
        /** The longer lines say where it is: a stroke of print beside a line does not move it. */
        Level with(Level o) {
            Level main = o.longest.length() > longest.length() ? o : this;
            double share = Math.min(length, o.length) / Math.max(length, o.length);
            double place = share < 0.3 ? main.at : (at * length + o.at * o.length) / (length + o.length);
            return new Level(place, length + o.length, main.longest);
        }

        boolean spans(double width) {
            return longest.length() > 0.5 * width || longest.length() > 0.2 * width && length > 0.75 * width;
        }
    }

    static double[] places(List<Level> levels) {
        return levels.stream().mapToDouble(Level::at).toArray();
    }

    private static double[] longestFirst(List<Level> levels) {
        return levels.stream()
                .sorted(Comparator.comparingDouble(Level::length).reversed().thenComparingDouble(Level::at))
                .mapToDouble(Level::at)
                .toArray();
    }

    static List<Level> of(List<Rule> rules, Warp warp, Darkness page) {
        List<Level> all = new ArrayList<>();
        for (Rule r : rules) {
            all.add(new Level(warp.level(r), r.length(), r));
        }
        all.sort(Comparator.comparingDouble(Level::at));
        double near = Math.max(3, SAME_LEVEL_IN * page.dpi());
        List<Level> levels = new ArrayList<>();
        for (Level l : all) {
            int last = levels.size() - 1;
            if (last >= 0 && l.at() - levels.get(last).at() < near) {
                levels.set(last, levels.get(last).with(l));
            } else {
                levels.add(l);
            }
        }
        return levels;
    }

    /**
     * The strokes of characters give levels too. Of all levels those are kept that have a whole edge between two
     * neighbouring levels already kept across them, beginning with the lines that span the table.
     */
    static FoundGrid grown(FoundGrid all, List<Level> xs, List<Level> ys, double width, EdgeSight sight) {
        double[] wide = apart(
                ys.stream().filter(y -> y.spans(width)).mapToDouble(Level::at).toArray(), sight.leastStep());
        if (wide.length < 2) {
            return all;
        }
        double[] keptY = wide;
        double[] keptX = new double[0];
        double[] candidatesX = longestFirst(xs);
        double[] candidatesY = longestFirst(ys);
        for (boolean changed = true; changed; ) {
            double[] x = ruled(sight, keptX, candidatesX, keptY, false);
            double[] y = x.length < 2 ? keptY : ruled(sight, keptY, candidatesY, x, true);
            changed = x.length > keptX.length || y.length > keptY.length;
            keptX = x;
            keptY = y;
        }
        FoundGrid kept = new FoundGrid(keptX, keptY, List.of(), all.across(), all.down());
        if (keptX.length < 2) {
            return all;
        }
        FoundGrid ended = OpenEnds.closed(closed(kept, ys, sight), xs, sight);
        double[] more = ruled(sight, ended.xs(), candidatesX, ended.ys(), false);
        return new FoundGrid(more, ended.ys(), List.of(), all.across(), all.down());
    }

    /** Of two lines nearer to each other than any row is high, a double frame's, the one further from the end. */
    private static double[] apart(double[] levels, double least) {
        double[] kept = new double[levels.length];
        int n = 0;
        for (double l : levels) {
            boolean near = n > 0 && l - kept[n - 1] < least;
            if (!near) {
                kept[n++] = l;
            } else if (n == 1) {
                kept[0] = l;
            }
        }
        return Arrays.copyOf(kept, n);
    }

    /** The levels kept before and those of the candidates that have an edge and room beside them. */
    private static double[] ruled(
            EdgeSight sight, double[] before, double[] candidates, double[] steps, boolean horizontal) {
        double[] kept = before;
        for (double c : candidates) {
            double[] known = kept;
            boolean near = Arrays.stream(known).anyMatch(k -> Math.abs(k - c) < sight.leastStep());
            if (!near && hasEdge(sight, horizontal, c, steps)) {
                kept = Arrays.copyOf(known, known.length + 1);
                kept[known.length] = c;
            }
        }
        double[] sorted = kept.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static boolean hasEdge(EdgeSight sight, boolean horizontal, double level, double[] steps) {
        double seen = 0;
        for (int s = 0; s + 1 < steps.length; s++) {
            boolean wide = steps[s + 1] - steps[s] >= sight.leastStep();
            seen += wide ? sight.line(horizontal, level, steps[s], steps[s + 1]) : 0;
            if (seen >= Math.min(sight.leastEdges(), steps.length - 1)) {
                return true;
            }
        }
        return false;
    }

    /** Where the lines across go on beyond the first or the last line down, the table is open there: it ends where they do. */
    private static FoundGrid closed(FoundGrid g, List<Level> ys, EdgeSight sight) {
        double[] xs = g.xs();
        double left = end(g, ys, true, sight.leastStep() / 2);
        double right = end(g, ys, false, sight.leastStep() / 2);
        List<Double> all = new ArrayList<>();
        if (left < xs[0] - sight.leastStep()) {
            all.add(left);
        }
        Arrays.stream(xs).forEach(all::add);
        if (right > xs[xs.length - 1] + sight.leastStep()) {
            all.add(right);
        }
        double[] wider = all.stream().mapToDouble(d -> d).toArray();
        return new FoundGrid(wider, g.ys(), List.of(), g.across(), g.down());
    }

    /** Where at least two of the long lines across begin or end, outermost, in straightened pixels. */
    private static double end(FoundGrid g, List<Level> ys, boolean left, double near) {
        double longest =
                ys.stream().mapToDouble(y -> y.longest().length()).max().orElse(0);
        double[] ends = ys.stream()
                .filter(y -> y.longest().length() > 0.8 * longest)
                .mapToDouble(y ->
                        straightened(g, left ? y.longest().from() : y.longest().to(), y.at()))
                .map(x -> left ? x : -x)
                .sorted()
                .toArray();
        double outermost = ends[ends.length / 2];
        for (int i = ends.length - 2; i >= 0; i--) {
            outermost = ends[i + 1] - ends[i] < near ? (ends[i] + ends[i + 1]) / 2 : outermost;
        }
        return left ? outermost : -outermost;
    }

    private static double straightened(FoundGrid g, double x, double y) {
        return x - g.down().shift(y, x);
    }
}
