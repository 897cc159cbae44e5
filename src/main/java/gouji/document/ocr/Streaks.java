package gouji.document.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * Pale lines down a page that no table ends: a scanner's streak, the edge of the paper. Where a streak runs along a line of
 * a table the two are seen as one; what is pale of it goes, the line stays.
 */
final class Streaks {
    private static final double TOUCH_IN = 0.05;
    private static final double LONG_IN = 1;
    /** Paler than this share of the usual line it may be a streak. */
    private static final double STREAK = 0.7;
    /** A line as black as the others is no streak from this share of their ink on. */
    private static final double THIN = 0.5;

    private static final double FULL = 0.85;
    /** So much of a line is looked at together. */
    private static final double WINDOW_IN = 0.3;
    /** Shorter stretches are neither a streak nor a line. */
    private static final double SHORTEST_IN = 0.22;
    /** What lies so near to a streak's course is of it. */
    private static final double COURSE_IN = 0.02;
    /** Pixels on either side of its middle that a line may cover. */
    private static final int ACROSS = 2;

    private static final double PAPER_IN = 0.03;

    /** Where so many lines down end together, a table is cut off by the end of the page. */
    private static final int TOGETHER = 3;

    private final Darkness page;
    private final List<Rule> across;
    private final List<Rule> down;
    private final double pale;
    /** As dark as the lines of a table are in their middle. */
    private final double full;

    private Streaks(Darkness page, List<Rule> vs, List<Rule> hs) {
        this.page = page;
        this.down = vs;
        this.across = hs.stream().filter(h -> h.length() >= page.px(LONG_IN)).toList();
        List<Rule> usual =
                vs.stream().filter(v -> v.length() >= page.px(LONG_IN)).toList();
        this.pale = STREAK * upperQuarter(usual, this::ink);
        this.full = FULL * upperQuarter(usual, this::peak);
    }

    private double upperQuarter(List<Rule> rules, ToDoubleBiFunction<Integer, Integer> measure) {
        double[] means = rules.stream()
                .mapToDouble(v -> Arrays.stream(along(v, measure)).average().orElse(0))
                .sorted()
                .toArray();
        return means.length == 0 ? 0 : means[means.length * 3 / 4];
    }

    /** The lines down without streaks, and the streaks longer than an inch. */
    record Sorted(List<Rule> lines, List<Rule> streaks) {}

    static Sorted sorted(Darkness page, List<Rule> vs, List<Rule> hs) {
        return new Streaks(page, vs, hs).sorted(vs);
    }

    /** Stretches of a line, from sample to sample, ends exclusive. */
    private record Stretch(int from, int to) {}

    private Sorted sorted(List<Rule> vs) {
        List<Rule> kept = new ArrayList<>();
        List<Rule> streaks = new ArrayList<>();
        for (Rule v : vs) {
            List<Stretch> pales = stretches(v, true);
            boolean streak = pales.stream().anyMatch(p -> endsInTheOpen(v, p));
            if (streak) {
                pales.forEach(p -> streaks.add(v.part(p.from(), p.to())));
                stretches(v, false).forEach(d -> kept.add(v.part(d.from(), d.to())));
            } else {
                kept.add(v);
            }
        }
        List<Rule> courses =
                streaks.stream().filter(s -> s.length() >= page.px(LONG_IN)).toList();
        kept.removeIf(v -> isPale(v) && courses.stream().anyMatch(c -> follows(v, c)));
        return new Sorted(kept, courses);
    }

    private boolean isPale(Rule v) {
        return Arrays.stream(inks(v)).average().orElse(0) < pale;
    }

    private boolean follows(Rule v, Rule course) {
        double middle = (v.from() + v.to()) / 2.0;
        return Math.abs(course.lineAt(middle) - v.mean()) <= page.px(COURSE_IN);
    }

    /** Whether the line begins or ends with this stretch away from any line across. */
    private boolean endsInTheOpen(Rule v, Stretch s) {
        return s.from() == 0 && isOpen(v, v.from()) || s.to() == v.at().length && isOpen(v, v.to());
    }

    private boolean isOpen(Rule v, double end) {
        double near = page.px(TOUCH_IN);
        long together = down.stream()
                .filter(o -> o.length() >= page.px(SHORTEST_IN))
                .filter(o -> Math.abs(o.from() - end) <= near || Math.abs(o.to() - end) <= near)
                .count();
        return together < TOGETHER
                && across.stream()
                        .filter(h -> v.mean() >= h.from() - near && v.mean() <= h.to() + near)
                        .noneMatch(h -> Math.abs(h.levelAt(v.levelAt(end)) - end) <= near);
    }

    private List<Stretch> stretches(Rule v, boolean wanted) {
        double[] ink = inks(v);
        int n = ink.length;
        int reach = Math.max(1, page.px(WINDOW_IN) / (2 * RuleFinder.SAMPLE));
        boolean[] is = new boolean[n];
        for (int i = 0; i < n; i++) {
            double[] around = Arrays.copyOfRange(ink, Math.max(0, i - reach), Math.min(n, i + reach + 1));
            Arrays.sort(around);
            is[i] = around[around.length / 2] < pale == wanted;
        }
        List<Stretch> all = new ArrayList<>();
        int least = Math.max(1, page.px(SHORTEST_IN) / RuleFinder.SAMPLE);
        for (int i = 0; i < n; i++) {
            int from = i;
            while (i < n && is[i]) {
                i++;
            }
            // The whole of a short line counts whatever its length.
            if (i > from && (i - from >= least || i - from == n)) {
                all.add(new Stretch(from, i));
            }
        }
        return all;
    }

    /** For each sample the ink of the line; a thin line that is black in its middle is not pale for being thin. */
    private double[] inks(Rule v) {
        return along(
                v,
                (x, y) -> peak(x, y) >= full && ink(x, y) >= THIN / STREAK * pale
                        ? Math.max(pale, ink(x, y))
                        : ink(x, y));
    }

    private static double[] along(Rule v, ToDoubleBiFunction<Integer, Integer> measure) {
        return IntStream.range(0, v.at().length)
                .mapToDouble(i -> measure.applyAsDouble((int) Math.round(v.level()[i]), (int) v.at()[i]))
                .toArray();
    }

    /** How much darker than the paper beside it a line is, summed across it: tight print does not darken that. */
    private double ink(int x, int y) {
        int paper = paper(x, y);
        return IntStream.rangeClosed(-ACROSS, ACROSS)
                .map(d -> paper - page.grey(x + d, y))
                .sum();
    }

    /** The same where it is darkest. */
    private double peak(int x, int y) {
        int paper = paper(x, y);
        return IntStream.rangeClosed(-ACROSS, ACROSS)
                .map(d -> paper - page.grey(x + d, y))
                .max()
                .orElseThrow();
    }

    private int paper(int x, int y) {
        int far = ACROSS + page.px(PAPER_IN);
        return IntStream.rangeClosed(-far, far)
                .map(d -> page.grey(x + d, y))
                .max()
                .orElseThrow();
    }
}
