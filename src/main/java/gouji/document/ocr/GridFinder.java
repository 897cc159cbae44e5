package gouji.document.ocr;

import gouji.document.ocr.FoundGrid.FoundCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the ruled tables of a page in its pixels: lines that touch form a table; a smooth displacement per direction
 * straightens it; lines at one level are one line; every edge between two crossings is then looked at on its own, so that
 * merged cells come out merged.
 */
final class GridFinder {
    private static final double TOUCH_IN = 0.05;
    private static final double SAME_LEVEL_IN = 0.03;
    private static final double LEAST_WIDTH_IN = 1.5;
    /** A line this much paler than the usual one of its table is none of its lines. */
    private static final double PALE = 0.4;

    private final Darkness page;

    private GridFinder(Darkness page) {
        this.page = page;
    }

    /** The tables, from the top of the page down. */
    static List<FoundGrid> find(Darkness page) {
        return new GridFinder(page).find();
    }

    private List<FoundGrid> find() {
        List<Rule> hs = RuleFinder.horizontals(page);
        List<Rule> vs = RuleFinder.verticals(page);
        List<FoundGrid> grids = new ArrayList<>();
        for (int[][] group : groups(hs, vs)) {
            List<Rule> h = Arrays.stream(group[0]).mapToObj(hs::get).toList();
            List<Rule> v = Arrays.stream(group[1]).mapToObj(vs::get).toList();
            grid(h, v).ifPresent(grids::add);
        }
        grids.sort(Comparator.comparingDouble(g -> g.ys()[0]));
        return grids;
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

    private java.util.Optional<FoundGrid> grid(List<Rule> hs, List<Rule> vs) {
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
            return java.util.Optional.empty();
        }
        Warp across = Warp.fit(hs, mx, hx, my, hy);
        Warp down = Warp.fit(vs, my, hy, mx, hx);
        List<Level> ys = levels(hs, across);
        List<Level> xs = levels(vs, down);
        FoundGrid shape = new FoundGrid(places(xs), places(ys), List.of(), across, down);
        List<double[]> spanning = ys.stream()
                .filter(y -> y.longest().length() > hx)
                .map(y -> new double[] {y.at(), y.longest().from(), y.longest().to()})
                .toList();
        EdgeSight sight = EdgeSight.of(page, shape, spanning);
        return decide(grown(shape, xs, ys, 2 * hx, sight), sight);
    }

    /**
     * A place where lines lie.
     *
     * @param length of all lines there
     * @param longest of them
     */
    private record Level(double at, double length, Rule longest) {
        /** The longer lines say where it is: a stroke of print beside a line does not move it. */
        Level with(Level o) {
            Level main = o.longest.length() > longest.length() ? o : this;
            double share = Math.min(length, o.length) / Math.max(length, o.length);
            double place = share < 0.3 ? main.at : (at * length + o.at * o.length) / (length + o.length);
            return new Level(place, length + o.length, main.longest);
        }

        boolean spans(double width) {
            return longest.length() > 0.5 * width || length > 0.75 * width;
        }
    }

    private static double[] places(List<Level> levels) {
        return levels.stream().mapToDouble(Level::at).toArray();
    }

    private static double[] longestFirst(List<Level> levels) {
        return levels.stream()
                .sorted(Comparator.comparingDouble(Level::length).reversed().thenComparingDouble(Level::at))
                .mapToDouble(Level::at)
                .toArray();
    }

    private List<Level> levels(List<Rule> rules, Warp warp) {
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
    private static FoundGrid grown(FoundGrid all, List<Level> xs, List<Level> ys, double width, EdgeSight sight) {
        double[] wide =
                ys.stream().filter(y -> y.spans(width)).mapToDouble(Level::at).toArray();
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
        return keptX.length < 2 ? all : new FoundGrid(keptX, keptY, List.of(), all.across(), all.down());
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
        for (int s = 0; s + 1 < steps.length; s++) {
            boolean wide = steps[s + 1] - steps[s] >= sight.leastStep();
            if (wide && sight.isLine(horizontal, level, steps[s], steps[s + 1])) {
                return true;
            }
        }
        return false;
    }

    // ---- edges

    private static java.util.Optional<FoundGrid> decide(FoundGrid g, EdgeSight sight) {
        double[] xs = g.xs();
        double[] ys = g.ys();
        boolean changed = true;
        boolean[][] across = new boolean[0][];
        boolean[][] down = new boolean[0][];
        while (changed) {
            if (xs.length < 2 || ys.length < 2) {
                return java.util.Optional.empty();
            }
            FoundGrid now = new FoundGrid(xs, ys, List.of(), g.across(), g.down());
            across = edges(now, true, sight);
            down = edges(now, false, sight);
            double[] keptY = kept(ys, across);
            double[] keptX = kept(xs, down);
            changed = keptY.length < ys.length || keptX.length < xs.length;
            ys = keptY;
            xs = keptX;
        }
        List<FoundCell> cells = cells(across, down, ys.length - 1, xs.length - 1);
        return java.util.Optional.of(new FoundGrid(xs, ys, cells, g.across(), g.down()));
    }

    private static double[] kept(double[] levels, boolean[][] edges) {
        double[] kept = new double[levels.length];
        int n = 0;
        for (int i = 0; i < levels.length; i++) {
            boolean any = false;
            for (boolean e : edges[i]) {
                any |= e;
            }
            if (any) {
                kept[n++] = levels[i];
            }
        }
        return Arrays.copyOf(kept, n);
    }

    /** For each level and each step between crossing levels, whether a line is there: [level][step]. */
    private static boolean[][] edges(FoundGrid g, boolean horizontal, EdgeSight sight) {
        double[] levels = horizontal ? g.ys() : g.xs();
        double[] steps = horizontal ? g.xs() : g.ys();
        double[][] ruled = new double[levels.length][steps.length - 1];
        for (int i = 0; i < levels.length; i++) {
            for (int s = 0; s + 1 < steps.length; s++) {
                ruled[i][s] = sight.darkness(horizontal, levels[i], steps[s], steps[s + 1]);
            }
        }
        double[] all = Arrays.stream(ruled)
                .flatMapToDouble(Arrays::stream)
                .filter(d -> d > 0)
                .sorted()
                .toArray();
        double least = all.length == 0 ? 1 : PALE * all[all.length / 2];
        boolean[][] edges = new boolean[levels.length][steps.length - 1];
        for (int i = 0; i < levels.length; i++) {
            for (int s = 0; s + 1 < steps.length; s++) {
                edges[i][s] = ruled[i][s] > 0 && ruled[i][s] >= least;
            }
        }
        return edges;
    }

    // ---- cells

    private static List<FoundCell> cells(boolean[][] across, boolean[][] down, int rows, int columns) {
        boolean[][] done = new boolean[rows][columns];
        List<FoundCell> cells = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (!done[r][c]) {
                    FoundCell cell = closed(across, down, rows, columns, new FoundCell(r, c, r + 1, c + 1));
                    cell = swallow(cell, cells, across, down, rows, columns);
                    cells.add(cell);
                    for (int i = cell.row0(); i < cell.row1(); i++) {
                        Arrays.fill(done[i], cell.column0(), cell.column1(), true);
                    }
                }
            }
        }
        cells.sort(Comparator.comparingInt(FoundCell::row0).thenComparingInt(FoundCell::column0));
        return cells;
    }

    private static FoundCell closed(boolean[][] across, boolean[][] down, int rows, int columns, FoundCell start) {
        int r0 = start.row0();
        int r1 = start.row1();
        int c0 = start.column0();
        int c1 = start.column1();
        for (boolean grown = true; grown; ) {
            grown = false;
            for (int r = r0; r < r1; r++) {
                if (c0 > 0 && !down[c0][r]) {
                    c0--;
                    grown = true;
                }
                if (c1 < columns && !down[c1][r]) {
                    c1++;
                    grown = true;
                }
            }
            for (int c = c0; c < c1; c++) {
                if (r0 > 0 && !across[r0][c]) {
                    r0--;
                    grown = true;
                }
                if (r1 < rows && !across[r1][c]) {
                    r1++;
                    grown = true;
                }
            }
        }
        return new FoundCell(r0, c0, r1, c1);
    }

    private static FoundCell swallow(
            FoundCell cell, List<FoundCell> cells, boolean[][] across, boolean[][] down, int rows, int columns) {
        FoundCell grown = cell;
        for (int i = 0; i < cells.size(); ) {
            FoundCell o = cells.get(i);
            boolean overlaps = o.row0() < grown.row1()
                    && grown.row0() < o.row1()
                    && o.column0() < grown.column1()
                    && grown.column0() < o.column1();
            if (overlaps) {
                cells.remove(i);
                FoundCell both = new FoundCell(
                        Math.min(o.row0(), grown.row0()),
                        Math.min(o.column0(), grown.column0()),
                        Math.max(o.row1(), grown.row1()),
                        Math.max(o.column1(), grown.column1()));
                grown = closed(across, down, rows, columns, both);
                i = 0;
            } else {
                i++;
            }
        }
        return grown;
    }
}
