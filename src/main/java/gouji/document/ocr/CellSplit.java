package gouji.document.ocr;

import gouji.document.ocr.CellPrint.Extent;
import gouji.document.ocr.FoundGrid.FoundCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts cells between which a stretch of line was lost in copying. Print stands in the middle of its cell: where the print of a
 * cell falls into two parts, each in the middle of what lies on its side of a level that goes on beside the cell, there
 * were two cells. A cell without print, or with print on one side alone, is parted where the level goes on at both sides.
 */
final class CellSplit {
    private static final int MOST = 60;
    /** Steps that a place may cover from which a stretch of line was lost. */
    private static final int LARGEST = 1000;
    /** Places of so few steps are parted with two cuts more in view, those of somewhat more with one. */
    private static final int FEW = 24;

    private static final int SOME = 100;
    /** What a cell more costs, in parts of the distance from its middle that its print may have. */
    private static final double CELL = 0.2;

    private static final double MIDDLE_IN = 0.04;
    /** So many times further from the middle print stands in no cell. */
    private static final double FAR = 3;

    private static final double APART_IN = 0.08;
    private static final double APART_SIDE_IN = 0.03;
    private static final double CLEAR_IN = 0.025;
    private static final double CLEAR_SIDE_IN = 0.018;
    /** So near to a level lie the remains of its line. */
    private static final double LINE_IN = 0.012;
    /** So many times wider than between the characters of one cell is the gap between two cells. */
    private static final double WIDER = 2;
    /** Longer than one character: words set wide (合  计) over two columns look like two cells. */
    private static final double WORD_IN = 0.25;
    /** Share of a level inside a cell that must be ruled for the rest to have been lost. */
    private static final double MOSTLY_RULED = 0.5;
    /** Share of the levels across a row or column of cells that must be ruled there for it to hold single cells. */
    private static final double SINGLE_CELLS = 0.7;

    private final FoundGrid grid;
    private final boolean[][] across;
    private final boolean[][] down;
    private final EdgeSight sight;
    private final Map<FoundCell, CellPrint> prints = new HashMap<>();
    /** Those over more than one step, found when first asked for. */
    private List<FoundCell> cells = List.of();

    CellSplit(FoundGrid grid, boolean[][] across, boolean[][] down, EdgeSight sight) {
        this.grid = grid;
        this.across = across;
        this.down = down;
        this.sight = sight;
    }

    /**
     * @param across [row level][column step], changed in place
     * @param down [column level][row step], changed in place
     */
    static void mend(FoundGrid grid, boolean[][] across, boolean[][] down, EdgeSight sight) {
        CellSplit split = new CellSplit(grid, across, down, sight);
        int mended = 0;
        while (mended < MOST && split.mendOne()) {
            mended++;
        }
    }

    /** A way to part a cell: at a row level or a column level. */
    private record Cut(FoundCell cell, boolean horizontal, int level) {
        int from() {
            return horizontal ? cell.column0() : cell.row0();
        }

        int to() {
            return horizontal ? cell.column1() : cell.row1();
        }

        int low() {
            return horizontal ? cell.row0() : cell.column0();
        }

        int high() {
            return horizontal ? cell.row1() : cell.column1();
        }
    }

    private boolean mendOne() {
        Cut best = null;
        double most = 0;
        for (FoundCell cell : cells()) {
            boolean whole = isWhole(cell);
            int ahead = area(cell) <= FEW ? 2 : area(cell) <= SOME ? 1 : 0;
            for (Cut cut : cuts(cell)) {
                double worth = whole ? worthByPrint(cut) : worthByLines(cut, ahead);
                if (worth > most) {
                    most = worth;
                    best = cut;
                }
            }
        }
        if (best != null) {
            boolean[] edges = edges(best.horizontal())[best.level()];
            java.util.Arrays.fill(edges, best.from(), best.to(), true);
            changed();
        }
        return best != null;
    }

    private static List<Cut> cuts(FoundCell cell) {
        List<Cut> cuts = new ArrayList<>();
        for (int level = cell.row0() + 1; level < cell.row1(); level++) {
            cuts.add(new Cut(cell, true, level));
        }
        for (int level = cell.column0() + 1; level < cell.column1(); level++) {
            cuts.add(new Cut(cell, false, level));
        }
        return cuts;
    }

    private static boolean isWithin(FoundCell c, FoundCell place) {
        return c.row0() >= place.row0()
                && c.row1() <= place.row1()
                && c.column0() >= place.column0()
                && c.column1() <= place.column1();
    }

    /** To be called when a stretch of line was put back by somebody else. */
    void changed() {
        cells = List.of();
    }

    private List<FoundCell> cells() {
        if (cells.isEmpty()) {
            cells = CellUnion.cells(across, down, across.length - 1, down.length - 1).stream()
                    .filter(c -> c.row1() - c.row0() > 1 || c.column1() - c.column0() > 1)
                    .toList();
        }
        return cells;
    }

    private boolean[][] edges(boolean horizontal) {
        return horizontal ? across : down;
    }

    private double[] levels(boolean horizontal) {
        return horizontal ? grid.ys() : grid.xs();
    }

    /** Whether no line runs inside the cell. */
    private boolean isWhole(FoundCell c) {
        for (int r = c.row0() + 1; r < c.row1(); r++) {
            for (int k = c.column0(); k < c.column1(); k++) {
                if (across[r][k]) {
                    return false;
                }
            }
        }
        for (int k = c.column0() + 1; k < c.column1(); k++) {
            for (int r = c.row0(); r < c.row1(); r++) {
                if (down[k][r]) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * More than 2 where a level is mostly ruled inside the cell and the rest of it is clear of print, the more the better print
     * stands in the middle of the cells that come of it; else 0.
     */
    private double worthByLines(Cut cut, int ahead) {
        boolean[] edges = edges(cut.horizontal())[cut.level()];
        double[] steps = levels(!cut.horizontal());
        double level = levels(cut.horizontal())[cut.level()];
        double ruled = 0;
        for (int s = cut.from(); s < cut.to(); s++) {
            if (edges[s]) {
                ruled++;
            } else if (!sight.isClear(cut.horizontal(), level, steps[s], steps[s + 1])) {
                return 0;
            }
        }
        double share = ruled / (cut.to() - cut.from());
        if (area(cut.cell()) > LARGEST || share < MOSTLY_RULED || share == 1) {
            return 0;
        }
        boolean[] before = edges.clone();
        java.util.Arrays.fill(edges, cut.from(), cut.to(), true);
        double misfit = spoils(cut.horizontal(), cut.level(), cut.from(), cut.to()) ? -1 : misfit(cut.cell(), ahead);
        System.arraycopy(before, 0, edges, 0, before.length);
        return misfit < 0 ? 0 : 2 + 1 / (1 + misfit);
    }

    private static int area(FoundCell c) {
        return (c.row1() - c.row0()) * (c.column1() - c.column0());
    }

    /** The misfit of a place, if it can be parted further after as many as {@code ahead} more cuts. */
    private double misfit(FoundCell place, int ahead) {
        double least = misfit(place);
        if (ahead == 0 || least < 1) {
            return least;
        }
        for (FoundCell c : CellUnion.cells(across, down, across.length - 1, down.length - 1)) {
            if (isWithin(c, place) && !isWhole(c)) {
                for (Cut cut : cuts(c)) {
                    double worth = worthByLines(cut, ahead - 1);
                    if (worth > 0) {
                        boolean[] edges = edges(cut.horizontal())[cut.level()];
                        boolean[] before = edges.clone();
                        java.util.Arrays.fill(edges, cut.from(), cut.to(), true);
                        least = Math.min(least, misfit(place, ahead - 1));
                        System.arraycopy(before, 0, edges, 0, before.length);
                    }
                }
            }
        }
        return least;
    }

    /** Whether print stands far from the middle of a cell that one of these stretches of a level bounds. */
    private boolean spoils(boolean horizontal, int level, int from, int to) {
        double[] levels = levels(horizontal);
        double far = FAR * MIDDLE_IN * sight.dpi();
        for (FoundCell c : CellUnion.cells(across, down, across.length - 1, down.length - 1)) {
            int low = horizontal ? c.row0() : c.column0();
            int high = horizontal ? c.row1() : c.column1();
            boolean along = (horizontal ? c.column0() : c.row0()) < to && (horizontal ? c.column1() : c.row1()) > from;
            if (along && (low == level || high == level) && isWhole(c)) {
                Extent print = prints.computeIfAbsent(c, this::print).between(horizontal, levels[low], levels[high]);
                if (!print.isEmpty() && print.off(levels[low], levels[high]) > far) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Sum over the cells within a place of how far their print is from their middle, 1 for as far as it may be; and something
     * for every cell, for the fewest lines that explain the print are the likeliest.
     */
    private double misfit(FoundCell place) {
        double near = MIDDLE_IN * sight.dpi();
        double sum = 0;
        int n = 0;
        for (FoundCell c : CellUnion.cells(across, down, across.length - 1, down.length - 1)) {
            if (isWithin(c, place)) {
                sum += isWhole(c) ? off(c) / near : MOST;
                n++;
            }
        }
        return n == 0 ? MOST : sum + CELL * n;
    }

    private double off(FoundCell c) {
        CellPrint print = prints.computeIfAbsent(c, this::print);
        double[] xs = grid.xs();
        double[] ys = grid.ys();
        Extent rows = print.between(true, ys[c.row0()], ys[c.row1()]);
        Extent columns = print.between(false, xs[c.column0()], xs[c.column1()]);
        return rows.isEmpty() || columns.isEmpty()
                ? 0
                : rows.off(ys[c.row0()], ys[c.row1()]) + columns.off(xs[c.column0()], xs[c.column1()]);
    }

    /** Between 0 and 1, the more the better its print fits two cells; 0 where it does not. */
    private double worthByPrint(Cut cut) {
        boolean beside = goesOn(cut, cut.from() - 1) && goesOn(cut, cut.to());
        boolean before = goesOn(cut, cut.from() - 1) || goesOn(cut, cut.from() - 2);
        boolean after = goesOn(cut, cut.to()) || goesOn(cut, cut.to() + 1);
        if (!before && !after) {
            return 0;
        }
        boolean both = before && after;
        // Titles and labels of groups stand at the first sides of a table, figures at its last.
        boolean ends = before && cut.to() == levels(!cut.horizontal()).length - 1;
        double[] levels = levels(cut.horizontal());
        double low = levels[cut.low()];
        double at = levels[cut.level()];
        double high = levels[cut.high()];
        double line = LINE_IN * sight.dpi();
        double clear = (cut.horizontal() ? CLEAR_IN : CLEAR_SIDE_IN) * sight.dpi();
        CellPrint print = prints.computeIfAbsent(cut.cell(), this::print);
        Extent first = print.between(cut.horizontal(), low, at - line);
        Extent second = print.between(cut.horizontal(), at + line, high);
        boolean isClear = print.between(cut.horizontal(), at - clear, at - line).isEmpty()
                && print.between(cut.horizontal(), at + line, at + clear).isEmpty();
        if (!isClear && (!isHinted(cut) || print.crosses(cut.horizontal(), at, line))) {
            return 0;
        }
        if (first.isEmpty() && second.isEmpty()) {
            boolean pair = cut.high() - cut.low() == 2 && cut.to() - cut.from() == 1;
            return pair && (beside || ends && isOfSingleCells(cut)) ? 0.1 : 0;
        }
        double fit = Math.max(first.isEmpty() ? 0 : first.off(low, at), second.isEmpty() ? 0 : second.off(at, high));
        double near = MIDDLE_IN * sight.dpi();
        if (fit > near) {
            return 0;
        }
        Extent all = print.between(cut.horizontal(), low, high);
        boolean asOne = all.off(low, high) <= 2 * fit + near;
        boolean two = !first.isEmpty() && !second.isEmpty();
        double gap = (cut.horizontal() ? APART_IN : APART_SIDE_IN) * sight.dpi();
        boolean apart = two && second.from() - first.to() >= gap;
        double inner = Math.max(
                print.widestGap(cut.horizontal(), low, at - line), print.widestGap(cut.horizontal(), at + line, high));
        if (two && !cut.horizontal() && !both && second.from() - first.to() < WIDER * inner) {
            return 0;
        }
        boolean words = two && Math.min(first.length(), second.length()) >= WORD_IN * sight.dpi();
        boolean enough = two
                ? !asOne || !isClear || apart && (cut.horizontal() || both || words || ends && cut.low() > 0)
                : !asOne && (both || ends);
        return enough ? 1 - 0.5 * fit / near : 0;
    }

    /** Whether remains of a line are seen at every step. */
    private boolean isHinted(Cut cut) {
        double[] steps = levels(!cut.horizontal());
        double level = levels(cut.horizontal())[cut.level()];
        for (int s = cut.from(); s < cut.to(); s++) {
            if (!sight.hints(cut.horizontal(), level, steps[s], steps[s + 1])) {
                return false;
            }
        }
        return true;
    }

    /** Whether a line at this stretch of a level would leave print far from the middle of a cell beside it. */
    boolean spoils(boolean horizontal, int level, int step) {
        boolean[] edges = edges(horizontal)[level];
        edges[step] = true;
        boolean spoils = spoils(horizontal, level, step, step + 1);
        edges[step] = false;
        return spoils;
    }

    private boolean goesOn(Cut cut, int step) {
        boolean[] edges = edges(cut.horizontal())[cut.level()];
        return step >= 0 && step < edges.length && edges[step];
    }

    /** Whether nearly every level across the cell's row or column of cells is ruled there. */
    private boolean isOfSingleCells(Cut cut) {
        boolean[][] edges = edges(cut.horizontal());
        int ruled = 0;
        for (int i = 1; i + 1 < edges.length; i++) {
            ruled += edges[i][cut.from()] ? 1 : 0;
        }
        return ruled >= SINGLE_CELLS * (edges.length - 2);
    }

    private CellPrint print(FoundCell c) {
        return sight.print(grid.xs()[c.column0()], grid.ys()[c.row0()], grid.xs()[c.column1()], grid.ys()[c.row1()]);
    }
}
