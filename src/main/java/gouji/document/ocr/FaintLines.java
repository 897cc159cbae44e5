package gouji.document.ocr;

import gouji.document.Raster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Hairlines that came out so pale that they pass for grain, or beside darker lines for the other side of the sheet. Along half
 * an inch nearly every pixel of one is darker than the paper on both its sides, whatever the grain; what shows through is as
 * steady, but broad. They are drawn again as dark as the other lines of the page, so that the grid finder sees them.
 */
final class FaintLines {
    private static final double WINDOW_IN = 0.4;
    private static final double SHARE = 0.8;
    /** The paper beside a line is looked for so far from it. */
    private static final double BESIDE_IN = 0.0125;

    private static final int LEAST_BESIDE = 3;
    /** So many pixels beside a line nothing is left even of a diffuse one. */
    private static final int PAPER = 5;

    private static final double LEAST_DEPTH = 4;
    /** Of the darkness of a sharp line two pixels beside it there is less than this share left. */
    private static final double DIFFUSE = 0.25;
    /** What is deeper than this share of the usual line is seen without help. */
    private static final double PALE = 0.6;

    /** The deepest tenth of a line is no more than so many times deeper than its palest quarter. */
    private static final double STEADY = 3;

    /** What lies so near to a streak's course is of it. */
    private static final double STREAK_IN = 0.02;

    private static final double TOUCH_IN = 0.05;
    private static final double LONG_IN = 1;
    private static final int ALIKE = 3;
    private static final double APART_IN = 0.15;

    private static final int SAME_LINE = 2;
    /** A streak leans no more than this against the lines of the page. */
    private static final double LEAN = 0.015;

    private static final double LEAST_INK = 80;
    private static final double MOST_INK = 200;

    private final Raster page;
    private final Darkness darkness;
    private final List<Rule> across;
    private final List<Rule> down;
    private final double slope;
    private final int beside;
    private final double depth;

    private FaintLines(Raster page, Darkness darkness) {
        this.page = page;
        this.darkness = darkness;
        this.across = RuleFinder.horizontals(darkness);
        this.down = RuleFinder.verticals(darkness);
        this.slope = slope();
        this.beside = Math.max(LEAST_BESIDE, darkness.px(BESIDE_IN));
        this.depth = Math.max(LEAST_DEPTH, darkness.noise());
    }

    /** The page with its faint lines drawn dark; empty where it has none. */
    static Optional<Raster> drawn(Raster page, Darkness darkness) {
        return new FaintLines(page, darkness).drawn();
    }

    /** By how much lines across fall to the right, and those down lean to the left: the median of all that are seen. */
    private double slope() {
        return quantile(
                Stream.concat(
                        across.stream().filter(this::isLong).flatMap(r -> slopes(r, 1)),
                        down.stream().filter(this::isLong).flatMap(r -> slopes(r, -1))),
                0.5);
    }

    /** Its slope, once for each of its samples. */
    private static Stream<Double> slopes(Rule r, int sign) {
        double slope = sign * (r.lineAt(r.to()) - r.lineAt(r.from())) / Math.max(1, r.to() - r.from());
        return Collections.nCopies(r.at().length, slope).stream();
    }

    private static double quantile(Stream<Double> values, double share) {
        double[] sorted = values.mapToDouble(d -> d).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) (share * sorted.length)];
    }

    /**
     * A stretch of a faint line.
     *
     * @param row where the line it lies on meets the first column (for lines down: where it meets the first row)
     * @param depth how much darker than the paper beside it, on average
     */
    private record Stretch(boolean across, int row, int from, int to, double depth) {
        boolean isBeside(Stretch o) {
            return across == o.across && Math.abs(row - o.row) <= SAME_LINE && from <= o.to && o.from <= to;
        }
    }

    private Optional<Raster> drawn() {
        List<Stretch> seen = new ArrayList<>(clearest(stretches(true)));
        seen.addAll(clearest(stretches(false)));
        double ink = Math.max(LEAST_INK, Math.min(MOST_INK, usualInk()));
        List<Rule> streaks = Streaks.sorted(darkness, down, across).streaks();
        List<Stretch> faint = seen.stream()
                .filter(s -> s.depth() < PALE * ink)
                .filter(s -> s.across() || streaks.stream().noneMatch(streak -> isOn(s, streak)))
                .filter(s -> isBound(s, seen, s.across() ? down : across))
                .toList();
        return faint.isEmpty() ? Optional.empty() : Optional.of(with(faint, ink));
    }

    private boolean isOn(Stretch s, Rule streak) {
        double middle = (s.from() + s.to()) / 2.0;
        return Math.abs(streak.lineAt(middle) - level(false, s.row(), middle)) <= darkness.px(STREAK_IN);
    }

    /** For lines that fall to the right by some angle, those down lean to the left by it. */
    private int level(boolean across, int row, double along) {
        return row + (int) Math.round((across ? slope : -slope) * along);
    }

    private int grey(boolean across, int along, int level) {
        return across ? darkness.grey(along, level) : darkness.grey(level, along);
    }

    private List<Stretch> stretches(boolean across) {
        int length = across ? page.width() : page.height();
        int width = across ? page.height() : page.width();
        int lean = (int) Math.ceil(Math.abs(slope) * length);
        int window = darkness.px(WINDOW_IN);
        List<Stretch> all = new ArrayList<>();
        int[] depths = new int[length];
        for (int row = -lean; row < width + lean; row++) {
            for (int s = 0; s < length; s++) {
                depths[s] = depth(across, s, level(across, row, s), width);
            }
            add(across, row, depths, window, all);
        }
        return all;
    }

    /** How much darker a pixel is than the darker of those beside it; 0 at the rim. */
    private int depth(boolean across, int along, int level, int width) {
        if (level < beside || level >= width - beside) {
            return 0;
        }
        int paper = Math.min(grey(across, along, level - beside), grey(across, along, level + beside));
        return Math.max(0, paper - grey(across, along, level));
    }

    private void add(boolean across, int row, int[] depths, int window, List<Stretch> all) {
        int need = (int) Math.ceil(SHARE * window);
        int count = 0;
        int from = -1;
        int to = -1;
        for (int s = 0; s < depths.length; s++) {
            count += depths[s] >= depth ? 1 : 0;
            count -= s >= window && depths[s - window] >= depth ? 1 : 0;
            if (s < window - 1 || count < need) {
                continue;
            }
            if (from >= 0 && s - window + 1 > to + 1) {
                addSharp(across, row, depths, from, to, all);
                from = -1;
            }
            from = from < 0 ? s - window + 1 : from;
            to = s;
        }
        if (from >= 0) {
            addSharp(across, row, depths, from, to, all);
        }
    }

    private void addSharp(boolean across, int row, int[] depths, int from, int to, List<Stretch> all) {
        int a = end(depths, from, to, 1);
        int b = end(depths, to, from, -1);
        if (a >= b) {
            return;
        }
        double paper = Math.max(median(across, row, a, b, -PAPER), median(across, row, a, b, PAPER));
        double own = paper - median(across, row, a, b, 0);
        double near = paper - (median(across, row, a, b, -2) + median(across, row, a, b, 2)) / 2;
        if (near <= DIFFUSE * own && isSteady(depths, a, b)) {
            all.add(new Stretch(across, row, a, b, own));
        }
    }

    /** Grey of most places along a stretch, so many pixels beside it. */
    private double median(boolean across, int row, int from, int to, int offset) {
        int[] greys = IntStream.rangeClosed(from, to)
                .map(s -> grey(across, s, level(across, row, s) + offset))
                .sorted()
                .toArray();
        return greys[greys.length / 2];
    }

    /** The first place that is dark and is followed by others: grain beyond the end of a line is not. */
    private int end(int[] depths, int first, int last, int step) {
        int s = first;
        while (s != last && !(depths[s] >= depth && goesOn(depths, s, step))) {
            s += step;
        }
        return s;
    }

    private boolean goesOn(int[] depths, int from, int step) {
        int n = darkness.px(TOUCH_IN);
        int dark = 0;
        for (int i = 0; i < n; i++) {
            int s = from + i * step;
            dark += s >= 0 && s < depths.length && depths[s] >= depth ? 1 : 0;
        }
        return dark >= SHARE * n;
    }

    /** Strokes of print in a row are now deep and now pale. */
    private boolean isSteady(int[] depths, int from, int to) {
        int[] sorted = Arrays.stream(depths, from, to + 1)
                .filter(d -> d >= depth)
                .sorted()
                .toArray();
        return sorted[sorted.length * 9 / 10] <= STEADY * sorted[sorted.length / 4];
    }

    /** Of stretches side by side the deepest. */
    private static List<Stretch> clearest(List<Stretch> stretches) {
        List<Stretch> kept = new ArrayList<>();
        List<Stretch> order = stretches.stream()
                .sorted((a, b) -> Double.compare(b.depth(), a.depth()))
                .toList();
        for (Stretch s : order) {
            if (kept.stream().noneMatch(s::isBeside)) {
                kept.add(s);
            }
        }
        return kept;
    }

    /** The darkness of the darker of the long lines, summed across: that of three quarters of their samples is less. */
    private double usualInk() {
        return quantile(
                Stream.concat(
                        across.stream().filter(this::isLong).flatMap(r -> inks(r, true)),
                        down.stream().filter(this::isLong).flatMap(r -> inks(r, false))),
                0.75);
    }

    private boolean isLong(Rule r) {
        return r.length() >= darkness.px(LONG_IN);
    }

    private Stream<Double> inks(Rule r, boolean across) {
        List<Double> inks = new ArrayList<>();
        for (int i = 0; i < r.at().length; i++) {
            double sum = 0;
            for (int d = -2; d <= 2; d++) {
                int s = (int) r.at()[i];
                int l = (int) Math.round(r.level()[i]) + d;
                sum += darkness.darkness(across ? s : l, across ? l : s);
            }
            inks.add(sum);
        }
        return inks.stream();
    }

    /**
     * Whether lines across it stand at both ends of the line that a stretch is of, or beyond: a streak or a fold runs on. A short
     * one has to touch one of them, which a row of strokes of print does not.
     */
    private boolean isBound(Stretch s, List<Stretch> faint, List<Rule> rules) {
        int[] ends = ends(s, faint);
        double near = darkness.px(TOUCH_IN);
        double[] sides = sides(s, faint, rules);
        boolean touches =
                Arrays.stream(sides).anyMatch(p -> Math.abs(p - s.from()) <= near || Math.abs(p - s.to()) <= near);
        boolean isLong = s.to() - s.from() >= darkness.px(LONG_IN);
        boolean within = sides.length > 1 && sides[0] <= ends[0] + near && sides[sides.length - 1] >= ends[1] - near;
        return within ? isLong || touches : alike(ends, s.across(), faint) >= ALIKE;
    }

    /** How many lines, apart from each other, begin and end at the same places: those of a table without sides. */
    private long alike(int[] ends, boolean across, List<Stretch> faint) {
        double near = darkness.px(TOUCH_IN);
        return faint.stream()
                .filter(o -> o.across() == across && Math.abs(o.from() - ends[0]) <= near)
                .filter(o -> Math.abs(o.to() - ends[1]) <= near)
                .mapToInt(o -> o.row() / darkness.px(APART_IN))
                .distinct()
                .count();
    }

    /** Where the first stretch on the same line begins, and the last ends; a line that leans otherwise than the page changes rows. */
    private int[] ends(Stretch s, List<Stretch> faint) {
        List<Stretch> line = new ArrayList<>(List.of(s));
        List<Stretch> open = new ArrayList<>(
                faint.stream().filter(o -> o.across() == s.across()).toList());
        for (int i = 0; i < line.size(); i++) {
            Stretch one = line.get(i);
            open.removeIf(o -> (o.row() == s.row() || goesOn(one, o)) && line.add(o));
        }
        return new int[] {
            line.stream().mapToInt(Stretch::from).min().orElse(s.from()),
            line.stream().mapToInt(Stretch::to).max().orElse(s.to())
        };
    }

    private boolean goesOn(Stretch a, Stretch b) {
        int gap = Math.max(a.from(), b.from()) - Math.min(a.to(), b.to());
        return Math.abs(a.row() - b.row()) <= SAME_LINE + LEAN * Math.max(0, gap) && gap <= darkness.px(LONG_IN);
    }

    /** Where lines cross the line that a stretch is of, in order. */
    private double[] sides(Stretch s, List<Stretch> faint, List<Rule> rules) {
        double near = darkness.px(TOUCH_IN);
        int level = level(s.across(), s.row(), s.from());
        return DoubleStream.concat(
                        faint.stream()
                                .filter(o -> o.across() != s.across())
                                .filter(o -> o.from() <= level + near && o.to() >= level - near)
                                .mapToDouble(o -> level(o.across(), o.row(), level)),
                        rules.stream()
                                .filter(r -> r.length() >= darkness.px(WINDOW_IN))
                                .filter(r -> r.from() <= level + near && r.to() >= level - near)
                                .mapToDouble(r -> r.levelAt(level)))
                .sorted()
                .toArray();
    }

    private Raster with(List<Stretch> lines, double ink) {
        byte[] grey = new byte[page.width() * page.height()];
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                grey[y * page.width() + x] = (byte) page.at(x, y);
            }
        }
        for (Stretch s : lines) {
            for (int i = s.from(); i <= s.to(); i++) {
                int level = level(s.across(), s.row(), i);
                int x = s.across() ? i : level;
                int y = s.across() ? level : i;
                int at = y * page.width() + x;
                grey[at] = (byte) Math.min(grey[at] & 255, Math.max(0, (int) (paper(s, i, level) - ink)));
            }
        }
        return Raster.of(page.width(), page.height(), page.dpi(), grey);
    }

    private int paper(Stretch s, int along, int level) {
        return Math.max(grey(s.across(), along, level - beside), grey(s.across(), along, level + beside));
    }
}
