package gouji.document.ocr;

import gouji.document.ocr.CellPrint.Extent;
import gouji.document.ocr.FoundGrid.FoundCell;
import java.util.List;

/**
 * Joins cells between which a stroke of print, a streak or a line of the other side was taken for a line. Print stands in
 * the middle of its cell: where that of two neighbours stands in the middle of both together and not of each, and the line
 * between them is pale or has gaps, there is one cell.
 */
final class CellJoin {
    private static final int MOST = 60;
    private static final double MIDDLE_IN = 0.04;
    /** So near to a level lie what was taken for its line, and the remains of it. */
    private static final double LINE_IN = 0.03;
    /** Gaps between characters are no wider than twice this. */
    private static final double GAP_IN = 0.06;
    /** A level of print has no more edges than one in so many. */
    private static final int FEW = 4;
    /** So many times further from the middle of its cell print stands in no cell of its own. */
    private static final double FAR = 2;

    private final FoundGrid grid;
    private final Edges across;
    private final Edges down;
    private final EdgeSight sight;

    private CellJoin(FoundGrid grid, Edges across, Edges down, EdgeSight sight) {
        this.grid = grid;
        this.across = across;
        this.down = down;
        this.sight = sight;
    }

    /**
     * Edges between crossings.
     *
     * @param ruled [level][step], changed in place
     * @param weak [level][step], whether what is there is paler than the usual line or has gaps
     * @param sure [level][step], whether it is longer than any stroke of print
     */
    record Edges(boolean[][] ruled, boolean[][] weak, boolean[][] sure) {}

    static void mend(FoundGrid grid, Edges across, Edges down, EdgeSight sight) {
        CellJoin join = new CellJoin(grid, across, down, sight);
        int mended = 0;
        while (mended < MOST && join.mendOne()) {
            mended++;
        }
    }

    private boolean mendOne() {
        List<FoundCell> cells =
                CellUnion.cells(across.ruled(), down.ruled(), across.ruled().length - 1, down.ruled().length - 1);
        for (FoundCell a : cells) {
            for (FoundCell b : cells) {
                boolean beside = a.column1() == b.column0() && a.row0() == b.row0() && a.row1() == b.row1();
                boolean above = a.row1() == b.row0() && a.column0() == b.column0() && a.column1() == b.column1();
                if (beside && isDoubtful(down, a.column1(), a.row0(), a.row1()) && isOne(a, b, false)) {
                    java.util.Arrays.fill(down.ruled()[a.column1()], a.row0(), a.row1(), false);
                    return true;
                }
                if (above && isDoubtful(across, a.row1(), a.column0(), a.column1()) && isOne(a, b, true)) {
                    java.util.Arrays.fill(across.ruled()[a.row1()], a.column0(), a.column1(), false);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDoubtful(Edges edges, int level, int from, int to) {
        return isWeak(edges, level, from, to) || isDoubtful(edges, level);
    }

    /** Whether few of the level's edges are there, and none of them longer than strokes are: it may be one of print. */
    private static boolean isDoubtful(Edges edges, int level) {
        int all = 0;
        for (int s = 0; s < edges.ruled()[level].length; s++) {
            if (edges.ruled()[level][s] && edges.sure()[level][s]) {
                return false;
            }
            all += edges.ruled()[level][s] ? 1 : 0;
        }
        return all <= Math.max(1, edges.ruled()[level].length / FEW);
    }

    private static boolean isWeak(Edges edges, int level, int from, int to) {
        for (int s = from; s < to; s++) {
            if (edges.ruled()[level][s] && !edges.weak()[level][s]) {
                return false;
            }
        }
        return true;
    }

    private boolean isOne(FoundCell a, FoundCell b, boolean above) {
        double[] xs = grid.xs();
        double[] ys = grid.ys();
        CellPrint print = sight.print(xs[a.column0()], ys[a.row0()], xs[b.column1()], ys[b.row1()]);
        double low = above ? ys[a.row0()] : xs[a.column0()];
        double at = above ? ys[a.row1()] : xs[a.column1()];
        double high = above ? ys[b.row1()] : xs[b.column1()];
        double near = MIDDLE_IN * sight.dpi();
        double line = LINE_IN * sight.dpi();
        Extent first = print.between(above, low, at - line);
        Extent second = print.between(above, at + line, high);
        if (first.isEmpty() && second.isEmpty()) {
            return false;
        }
        Extent all = new Extent(Math.min(first.from(), second.from()), Math.max(first.to(), second.to()));
        double gap = GAP_IN * sight.dpi();
        boolean throughout = first.to() >= at - gap && second.from() <= at + gap;
        boolean doubtful = above ? isDoubtful(across, a.row1()) : isDoubtful(down, a.column1());
        if (doubtful && throughout && all.off(low, high) <= near) {
            return true;
        }
        return all.off(low, high) <= near
                && (first.isEmpty() || first.off(low, at) > FAR * near)
                && (second.isEmpty() || second.off(at, high) > FAR * near);
    }
}
