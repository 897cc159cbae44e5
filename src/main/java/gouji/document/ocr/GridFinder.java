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
    private static final double PRESENT = 0.66;
    /** No text is dark along more of an edge than this. */
    private static final double BEYOND_TEXT = 0.92;
    /** A line this much paler than the usual one of its table is none of its lines. */
    private static final double PALE = 0.4;
    /** This much at the ends of an edge belongs to the lines that cross there. */
    private static final double END_IN = 0.014;

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
        double[] ys = levels(hs, across);
        double[] xs = levels(vs, down);
        return decide(new FoundGrid(xs, ys, List.of(), across, down));
    }

    private double[] levels(List<Rule> rules, Warp warp) {
        List<double[]> at = new ArrayList<>();
        for (Rule r : rules) {
            at.add(new double[] {warp.level(r), r.length()});
        }
        at.sort(Comparator.comparingDouble(a -> a[0]));
        double near = Math.max(3, SAME_LEVEL_IN * page.dpi());
        List<double[]> levels = new ArrayList<>();
        for (double[] a : at) {
            double[] last = levels.isEmpty() ? null : levels.get(levels.size() - 1);
            if (last != null && a[0] - last[0] < near) {
                last[0] = (last[0] * last[1] + a[0] * a[1]) / (last[1] + a[1]);
                last[1] += a[1];
            } else {
                levels.add(a);
            }
        }
        return levels.stream().mapToDouble(a -> a[0]).toArray();
    }

    // ---- edges

    private java.util.Optional<FoundGrid> decide(FoundGrid g) {
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
            across = edges(now, true);
            down = edges(now, false);
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
    private boolean[][] edges(FoundGrid g, boolean horizontal) {
        double[] levels = horizontal ? g.ys() : g.xs();
        double[] steps = horizontal ? g.xs() : g.ys();
        double[][] ruled = new double[levels.length][steps.length - 1];
        for (int i = 0; i < levels.length; i++) {
            for (int s = 0; s + 1 < steps.length; s++) {
                ruled[i][s] = darkness(g, horizontal, levels[i], steps[s], steps[s + 1]);
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

    /**
     * Whether enough places along the edge are dark at one steady offset from it. The strokes of a character may pass for
     * a line in a low row, but they keep a distance from the lines above and below: both ends have to be dark as well.
     *
     * @return mean darkness along it, 0 where there is no line; a seal's ring is paler than the lines of a table
     */
    private double darkness(FoundGrid g, boolean horizontal, double level, double from, double to) {
        double margin = Math.min((to - from) / 5, END_IN * page.dpi());
        int n = (int) Math.max(6, to - from - 2 * margin);
        int zone = (int) Math.max(3, Math.min(0.14 * n, 0.05 * page.dpi()));
        int reach = (int) Math.max(2, Math.round(0.018 * page.dpi()));
        int best = 0;
        boolean ends = false;
        double darkest = 0;
        for (int o = -reach; o <= reach; o++) {
            int dark = 0;
            double sum = 0;
            int first = 0;
            int last = 0;
            for (int i = 0; i < n; i++) {
                double s = from + margin + (to - from - 2 * margin) * i / (n - 1);
                boolean ink = isDark(g, horizontal, s, level, o);
                dark += ink ? 1 : 0;
                sum += depth(g, horizontal, s, level, o);
                first += ink && i < zone ? 1 : 0;
                last += ink && i >= n - zone ? 1 : 0;
            }
            best = Math.max(best, dark);
            darkest = Math.max(darkest, sum / n);
            ends |= dark >= PRESENT * n && 2 * first >= zone && 2 * last >= zone;
        }
        return ends || best >= BEYOND_TEXT * n ? Math.max(0.1, darkest) : 0;
    }

    private double depth(FoundGrid g, boolean horizontal, double along, double level, int offset) {
        double[] p = horizontal ? g.toPicture(along, level) : g.toPicture(level, along);
        int x = (int) Math.round(p[0]) + (horizontal ? 0 : offset);
        int y = (int) Math.round(p[1]) + (horizontal ? offset : 0);
        return x >= 0 && y >= 0 && x < page.width() && y < page.height() ? page.at(x, y) : 0;
    }

    private boolean isDark(FoundGrid g, boolean horizontal, double along, double level, int offset) {
        double[] p = horizontal ? g.toPicture(along, level) : g.toPicture(level, along);
        int x = (int) Math.round(p[0]) + (horizontal ? 0 : offset);
        int y = (int) Math.round(p[1]) + (horizontal ? offset : 0);
        return page.ink(x, y)
                || (horizontal ? page.ink(x, y + 1) || page.ink(x, y - 1) : page.ink(x + 1, y) || page.ink(x - 1, y));
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
