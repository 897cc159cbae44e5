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
    private static final double MIDDLE_IN = 0.04;
    /** So many times further from the middle stands print that begins with a bracket, which fills half of its place. */
    private static final double PUNCTUATED = 1.5;
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
        split.close();
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

    /** Parts cells inside which lines end. */
    private void close() {
        List<LostLines.Cut> cuts = new ArrayList<>();
        for (FoundCell cell : cells()) {
            if (!isWhole(cell)) {
                cuts.addAll(new LostLines(grid, across, down, sight, c -> prints.computeIfAbsent(c, this::print))
                        .cuts(cell));
            }
        }
        for (LostLines.Cut cut : cuts) {
            java.util.Arrays.fill(edges(cut.horizontal())[cut.level()], cut.from(), cut.to(), true);
        }
        changed();
    }

    private boolean mendOne() {
        Cut best = null;
        double most = 0;
        for (FoundCell cell : cells()) {
            for (Cut cut : isWhole(cell) ? cuts(cell) : List.<Cut>of()) {
                double worth = worthByPrint(cut);
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
        if (print.isOverlaid()) {
            return 0;
        }
        Extent first = print.between(cut.horizontal(), low, at - line);
        Extent second = print.between(cut.horizontal(), at + line, high);
        boolean isClear = print.between(cut.horizontal(), at - clear, at - line).isEmpty()
                && print.between(cut.horizontal(), at + line, at + clear).isEmpty();
        if (!isClear && (!isHinted(cut) || print.crosses(cut.horizontal(), at, line))) {
            return 0;
        }
        if (first.isEmpty() && second.isEmpty()) {
            boolean two = cut.high() - cut.low() == 2 && cut.to() - cut.from() == 1;
            return two && beside || ends && isPair(cut) ? 0.1 : 0;
        }
        double fit = Math.max(first.isEmpty() ? 0 : first.off(low, at), second.isEmpty() ? 0 : second.off(at, high));
        double near = (both ? PUNCTUATED : 1) * MIDDLE_IN * sight.dpi();
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
                ? !asOne
                        || !isClear
                        || apart && (cut.horizontal() || both || words || ends && cut.low() > 0 || isPair(cut))
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

    /** Whether it would be the only cell over two steps, and over one, among single cells. */
    private boolean isPair(Cut cut) {
        return cut.high() - cut.low() == 2 && cut.to() - cut.from() == 1 && isOfSingleCells(cut);
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
