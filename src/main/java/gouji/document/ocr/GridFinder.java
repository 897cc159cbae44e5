package gouji.document.ocr;

import gouji.document.ocr.Levels.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Finds the ruled tables of a page in its pixels: lines that touch form a table; a smooth displacement per direction
 * straightens it; lines at one level are one line; every edge between two crossings is then looked at on its own, so that
 * merged cells come out merged.
 */
final class GridFinder {
    private static final double TOUCH_IN = 0.05;
    private static final double LEAST_WIDTH_IN = 1.5;
    /** Lower rows hold no print: on the mean of a table's they are the strokes of a large title. */
    private static final double LOWEST_ROW_IN = 0.08;

    private static final double LONG_IN = 0.4;
    private static final double BEYOND_PRINT_IN = 1;
    /** Rows of print are no lower. */
    private static final double LEAST_ROW_IN = 0.13;
    /** A line with this share of the usual line's ink is none. */
    private static final double GHOST = 0.3;

    /** A table has more cells than this; a frame with dotted lines inside may seem to have so many. */
    private static final int FRAME_CELLS = 4;
    /** So many times more cells dotted lines have to give than those seen without them. */
    private static final int MANY_MORE = 3;

    private final Darkness page;

    private GridFinder(Darkness page) {
        this.page = page;
    }

    /**
     * The tables, from the top of the page down; dotted lines are looked for where there are no others, or where others make
     * mere frames.
     */
    static List<FoundGrid> find(Darkness page) {
        List<FoundGrid> grids = new GridFinder(page).find();
        if (cells(grids) > FRAME_CELLS * grids.size()) {
            return grids;
        }
        List<FoundGrid> dotted = new GridFinder(page.bridged()).find();
        return cells(dotted) > MANY_MORE * cells(grids) ? dotted : grids;
    }

    static int cells(List<FoundGrid> grids) {
        return grids.stream().mapToInt(g -> g.cells().size()).sum();
    }

    private List<FoundGrid> find() {
        List<Rule> hs = dark(RuleFinder.horizontals(page), true);
        Streaks.Sorted down = Streaks.sorted(page, dark(RuleFinder.verticals(page), false), hs);
        List<Rule> vs = TableGaps.cut(page, down.lines(), hs);
        List<FoundGrid> grids = new ArrayList<>();
        for (int[][] group : groups(hs, vs)) {
            List<Rule> h = Arrays.stream(group[0]).mapToObj(hs::get).toList();
            List<Rule> v = Arrays.stream(group[1]).mapToObj(vs::get).toList();
            grid(h, v, down.streaks()).ifPresent(grids::add);
        }
        grids.sort(Comparator.comparingDouble(g -> g.ys()[0]));
        return grids.stream()
                .filter(g -> grids.stream().noneMatch(o -> isPrintOf(g, o)))
                .toList();
    }

    /** Whether a grid with rows lower than print lies within another table: strokes of the label of a cell. */
    private boolean isPrintOf(FoundGrid g, FoundGrid table) {
        double[] xs = table.xs();
        double[] ys = table.ys();
        int rows = g.ys().length - 1;
        double high = g.ys()[rows] - g.ys()[0];
        return g != table
                && high < page.px(LEAST_ROW_IN) * rows
                && g.xs()[0] > xs[0]
                && g.xs()[g.xs().length - 1] < xs[xs.length - 1]
                && g.ys()[0] > ys[0]
                && g.ys()[rows] < ys[ys.length - 1];
    }

    /** Without those much paler than the usual line: streaks, and lines of the other side that show through. */
    private List<Rule> dark(List<Rule> rules, boolean across) {
        double[] ink = rules.stream().mapToDouble(r -> ink(r, across)).toArray();
        // A long line counts as often as it has samples: at 100 dpi some lines of print are as long as short rules.
        double[] lines = IntStream.range(0, ink.length)
                .filter(i -> rules.get(i).length() >= page.px(BEYOND_PRINT_IN))
                .mapToObj(i ->
                        DoubleStream.generate(() -> ink[i]).limit(rules.get(i).at().length))
                .flatMapToDouble(d -> d)
                .sorted()
                .toArray();
        double least = lines.length == 0 ? 0 : GHOST * lines[lines.length * 3 / 4];
        return IntStream.range(0, ink.length)
                .filter(i -> ink[i] >= least)
                .mapToObj(rules::get)
                .toList();
    }

    /**
     * Mean over its samples of the darkness summed across it; where gaps are bridged, over the darker half of them: dashes
     * are as dark as whole lines beside them.
     */
    private double ink(Rule rule, boolean across) {
        int n = rule.at().length;
        double[] ink = IntStream.range(0, n)
                .mapToDouble(i -> inkAt((int) rule.at()[i], (int) Math.round(rule.level()[i]), across))
                .sorted()
                .toArray();
        return Arrays.stream(ink, page.isBridged() ? n / 2 : 0, n).average().orElse(0);
    }

    private int inkAt(int along, int level, boolean across) {
        int sum = 0;
        for (int d = -2; d <= 2; d++) {
            sum += page.darkness(across ? along : level + d, across ? level + d : along);
        }
        return sum;
    }

    /** Numbers of the horizontal and the vertical lines that hang together. */
    private List<int[][]> groups(List<Rule> hs, List<Rule> vs) {
        int n = hs.size();
        int[] parent = new int[n + vs.size()];
        Arrays.setAll(parent, i -> i);
        int near = page.px(TOUCH_IN);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < vs.size(); j++) {
                if (touch(hs.get(i), vs.get(j), near)) {
                    parent[root(parent, i)] = root(parent, n + j);
                }
            }
        }
        for (int[] pair : new OpenBlocks(page, hs, vs).joined(i -> root(parent, i))) {
            parent[root(parent, pair[0])] = root(parent, pair[1]);
        }
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < parent.length; i++) {
            groups.computeIfAbsent(root(parent, i), k -> new ArrayList<>()).add(i);
        }
        List<int[][]> all = new ArrayList<>();
        for (List<Integer> g : groups.values()) {
            int[] h = g.stream().mapToInt(i -> i).filter(i -> i < n).toArray();
            int[] v = g.stream().mapToInt(i -> i - n).filter(i -> i >= 0).toArray();
            if (h.length >= 2 && v.length >= 2) {
                all.add(new int[][] {h, v});
            }
        }
        return all;
    }

    private static boolean touch(Rule h, Rule v, int near) {
        double x = v.mean();
        if (x < h.from() - near - 40 || x > h.to() + near + 40) {
            return false;
        }
        double y = h.levelAt(x);
        double vx = v.levelAt(y);
        return vx >= h.from() - near && vx <= h.to() + near && y >= v.from() - near && y <= v.to() + near;
    }

    private static int root(int[] parent, int i) {
        int r = i;
        while (parent[r] != r) {
            parent[r] = parent[parent[r]];
            r = parent[r];
        }
        return r;
    }

    private Optional<FoundGrid> grid(List<Rule> hs, List<Rule> vs, List<Rule> streaks) {
        double x0 = hs.stream().mapToDouble(Rule::from).min().orElseThrow();
        double x1 = hs.stream().mapToDouble(Rule::to).max().orElseThrow();
        double y0 = vs.stream().mapToDouble(Rule::from).min().orElseThrow();
        double y1 = vs.stream().mapToDouble(Rule::to).max().orElseThrow();
        double mx = (x0 + x1) / 2;
        double my = (y0 + y1) / 2;
        double hx = Math.max(1, (x1 - x0) / 2);
        double hy = Math.max(1, (y1 - y0) / 2);
        long wide = hs.stream().filter(h -> h.length() > hx).count();
        if (2 * hx < page.px(LEAST_WIDTH_IN) || wide < 2) {
            return Optional.empty();
        }
        Warp across = Warp.fit(longOnes(hs), mx, hx, my, hy);
        Warp down = Warp.fit(longOnes(vs), my, hy, mx, hx);
        List<Level> ys = Levels.of(hs, across, page);
        List<Level> xs = Levels.of(vs, down, page);
        FoundGrid shape = new FoundGrid(Levels.places(xs), Levels.places(ys), List.of(), across, down);
        List<double[]> spanning = ys.stream()
                .filter(y -> y.longest().length() > hx)
                .map(y -> new double[] {y.at(), y.longest().from(), y.longest().to()})
                .toList();
        EdgeSight sight = EdgeSight.of(page, shape, spanning, streaks);
        return CellUnion.decide(Levels.grown(shape, xs, ys, 2 * hx, sight), sight)
                .filter(g -> g.xs()[g.xs().length - 1] - g.xs()[0] >= page.px(LEAST_WIDTH_IN))
                .filter(g -> g.ys()[g.ys().length - 1] - g.ys()[0] >= LOWEST_ROW_IN * page.dpi() * (g.ys().length - 1));
    }

    /** Lines longer than print is tall, where there are some: they say how the page is bent. */
    private List<Rule> longOnes(List<Rule> rules) {
        List<Rule> big =
                rules.stream().filter(r -> r.length() >= page.px(LONG_IN)).toList();
        return big.size() < 2 ? rules : big;
    }
}
