package gouji.document.ocr;

import gouji.document.ocr.CellJoin.Edges;
import gouji.document.ocr.EdgeSight.Line;
import gouji.document.ocr.FoundGrid.FoundCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Looks at every edge between two crossings of a table's levels; cells with no line between them are one cell. */
final class CellUnion {
    /** A line this much paler than the usual one of its table is none of its lines. */
    private static final double PALE = 0.4;
    /** So much paler it is believed only where print does not speak against it. */
    private static final double WEAK = 0.7;

    private CellUnion() {}

    static Optional<FoundGrid> decide(FoundGrid g, EdgeSight sight) {
        double[] xs = g.xs();
        double[] ys = g.ys();
        boolean changed = true;
        Edges allAcross = new Edges(new boolean[0][], new boolean[0][], new boolean[0][]);
        Edges allDown = allAcross;
        while (changed) {
            if (xs.length < 2 || ys.length < 2) {
                return Optional.empty();
            }
            FoundGrid now = new FoundGrid(xs, ys, List.of(), g.across(), g.down());
            allAcross = edges(now, true, sight);
            allDown = edges(now, false, sight);
            double[] keptY = kept(ys, allAcross.ruled());
            double[] keptX = kept(xs, allDown.ruled());
            changed = keptY.length < ys.length || keptX.length < xs.length;
            ys = keptY;
            xs = keptX;
        }
        FoundGrid shape = new FoundGrid(xs, ys, List.of(), g.across(), g.down());
        boolean[][] across = allAcross.ruled();
        boolean[][] down = allDown.ruled();
        CellJoin.mend(shape, allAcross, allDown, sight);
        CellSplit.mend(shape, across, down, sight);
        Corners.mend(shape, across, down, sight);
        CellSplit.mend(shape, across, down, sight);
        List<FoundCell> cells = cells(across, down, ys.length - 1, xs.length - 1);
        return Optional.of(new FoundGrid(xs, ys, cells, g.across(), g.down()));
    }

    /** The outermost levels stay: they are where the table ends, ruled or not. */
    private static double[] kept(double[] levels, boolean[][] edges) {
        double[] kept = new double[levels.length];
        int n = 0;
        for (int i = 0; i < levels.length; i++) {
            boolean any = i == 0 || i == levels.length - 1;
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
    private static Edges edges(FoundGrid g, boolean horizontal, EdgeSight sight) {
        double[] levels = horizontal ? g.ys() : g.xs();
        double[] steps = horizontal ? g.xs() : g.ys();
        Line[][] seen = new Line[levels.length][steps.length - 1];
        for (int i = 0; i < levels.length; i++) {
            for (int s = 0; s + 1 < steps.length; s++) {
                seen[i][s] = sight.look(horizontal, levels[i], steps[s], steps[s + 1]);
            }
        }
        Line[][] usualOnes =
                sight.frameMayDiffer() && seen.length > 2 ? Arrays.copyOfRange(seen, 1, seen.length - 1) : seen;
        double[] darkness = sorted(usualOnes, Line::darkness);
        double[] depth = sorted(usualOnes, Line::depth);
        double least = darkness.length == 0 ? 1 : PALE * darkness[darkness.length / 2];
        double usual = depth.length == 0 ? 1 : WEAK * depth[depth.length / 2];
        boolean[][] ruled = new boolean[levels.length][steps.length - 1];
        boolean[][] weak = new boolean[levels.length][steps.length - 1];
        boolean[][] sure = new boolean[levels.length][steps.length - 1];
        for (int i = 0; i < levels.length; i++) {
            for (int s = 0; s + 1 < steps.length; s++) {
                Line line = seen[i][s];
                ruled[i][s] = line.darkness() > 0 && line.darkness() >= least;
                sure[i][s] = line.sure();
                weak[i][s] = !line.whole() || line.depth() < usual;
            }
        }
        return new Edges(ruled, weak, sure);
    }

    private static double[] sorted(Line[][] lines, ToDoubleFunction<Line> measure) {
        return Arrays.stream(lines)
                .flatMap(Arrays::stream)
                .filter(l -> l.darkness() > 0)
                .mapToDouble(measure)
                .sorted()
                .toArray();
    }

    /** The smallest rectangles no side of which is open. */
    static List<FoundCell> cells(boolean[][] across, boolean[][] down, int rows, int columns) {
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
