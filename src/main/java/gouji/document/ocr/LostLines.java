package gouji.document.ocr;

import gouji.document.ocr.CellPrint.Extent;
import gouji.document.ocr.FoundGrid.FoundCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Parts a place whose inner lines do not close because stretches of them were lost. Of all ways to part it from side to side,
 * again and again, until no line ends inside a cell, it takes the one that puts back the fewest stretches and best leaves print
 * in the middle of its cells: dynamic programming over rectangles, as a place parted has two places that know nothing of each
 * other.
 */
final class LostLines {
    /** Steps that a place may cover. */
    private static final int LARGEST = 1000;
    /** Rectangles looked at before a place is given up. */
    private static final int MOST = 4000;
    /** What a stretch put back costs, in parts of the distance from its middle that print may have. */
    private static final double STRETCH = 1;
    /** What a stretch that is no line, but strokes of print, costs. */
    private static final double STROKE = 3;
    /** What a cell more costs. */
    private static final double CELL = 0.2;

    private static final double MIDDLE_IN = 0.04;
    /** So many times further from the middle print stands in no cell. */
    private static final double FAR = 3;

    private static final Parting NONE = new Parting(Double.POSITIVE_INFINITY, List.of());

    private final FoundGrid grid;
    private final boolean[][] across;
    private final boolean[][] down;
    private final EdgeSight sight;
    private final Function<FoundCell, CellPrint> prints;
    private final Map<FoundCell, Parting> known = new HashMap<>();

    /**
     * @param across [row level][column step]
     * @param down [column level][row step]
     */
    LostLines(
            FoundGrid grid,
            boolean[][] across,
            boolean[][] down,
            EdgeSight sight,
            Function<FoundCell, CellPrint> prints) {
        this.grid = grid;
        this.across = across;
        this.down = down;
        this.sight = sight;
        this.prints = prints;
    }

    /** A line from side to side: its level, and the steps from and to, the end exclusive. */
    record Cut(boolean horizontal, int level, int from, int to) {}

    /** The cuts of a place, and what they cost. */
    private record Parting(double cost, List<Cut> cuts) {}

    /** How to part the place; empty where print stands against every way. */
    List<Cut> cuts(FoundCell place) {
        int area = (place.row1() - place.row0()) * (place.column1() - place.column0());
        return area > LARGEST ? List.of() : best(place).cuts();
    }

    private Parting best(FoundCell place) {
        Parting before = known.get(place);
        if (before != null || known.size() >= MOST) {
            return before == null ? NONE : before;
        }
        known.put(place, NONE);
        int inside = inside(place);
        Parting asCell = new Parting(costAsCell(place) + STROKE * inside, List.of());
        Parting best = inside == 0 ? asCell : parted(place, asCell);
        known.put(place, best);
        return best;
    }

    private Parting parted(FoundCell place, Parting asCell) {
        Parting best = asCell;
        for (Cut cut : ways(place)) {
            int lost = lost(cut);
            if (lost < 0 || STRETCH * lost >= best.cost()) {
                continue;
            }
            Parting first = best(side(place, cut, true));
            Parting second = first == NONE ? NONE : best(side(place, cut, false));
            double cost = STRETCH * lost + first.cost() + second.cost();
            if (cost < best.cost()) {
                List<Cut> cuts = new ArrayList<>(List.of(cut));
                cuts.addAll(first.cuts());
                cuts.addAll(second.cuts());
                best = new Parting(cost, cuts);
            }
        }
        return best;
    }

    /** A whole line from side to side where there is one: there is nothing to choose. */
    private List<Cut> ways(FoundCell place) {
        List<Cut> all = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            boolean horizontal = side == 0;
            int from = horizontal ? place.column0() : place.row0();
            int to = horizontal ? place.column1() : place.row1();
            int low = horizontal ? place.row0() : place.column0();
            int high = horizontal ? place.row1() : place.column1();
            for (int level = low + 1; level < high; level++) {
                Cut cut = new Cut(horizontal, level, from, to);
                if (isRuled(horizontal, level, from, to)) {
                    return List.of(cut);
                }
                all.add(cut);
            }
        }
        return all;
    }

    private boolean[][] edges(boolean horizontal) {
        return horizontal ? across : down;
    }

    private double[] levels(boolean horizontal) {
        return horizontal ? grid.ys() : grid.xs();
    }

    private boolean isRuled(boolean horizontal, int level, int from, int to) {
        for (int s = from; s < to; s++) {
            if (!edges(horizontal)[level][s]) {
                return false;
            }
        }
        return true;
    }

    /** Stretches that the cut puts back; -1 where nothing of it is there or print stands in its way. */
    private int lost(Cut cut) {
        double[] steps = levels(!cut.horizontal());
        double level = levels(cut.horizontal())[cut.level()];
        boolean[] edges = edges(cut.horizontal())[cut.level()];
        int lost = 0;
        for (int s = cut.from(); s < cut.to(); s++) {
            lost += edges[s] ? 0 : 1;
        }
        if (lost == cut.to() - cut.from()) {
            return -1;
        }
        for (int s = cut.from(); s < cut.to(); s++) {
            if (!edges[s] && !sight.isClear(cut.horizontal(), level, steps[s], steps[s + 1])) {
                return -1;
            }
        }
        return lost;
    }

    private static FoundCell side(FoundCell c, Cut cut, boolean first) {
        return cut.horizontal()
                ? new FoundCell(
                        first ? c.row0() : cut.level(), c.column0(), first ? cut.level() : c.row1(), c.column1())
                : new FoundCell(
                        c.row0(), first ? c.column0() : cut.level(), c.row1(), first ? cut.level() : c.column1());
    }

    /** Stretches of lines inside it. */
    private int inside(FoundCell c) {
        int n = 0;
        for (int r = c.row0() + 1; r < c.row1(); r++) {
            for (int k = c.column0(); k < c.column1(); k++) {
                n += across[r][k] ? 1 : 0;
            }
        }
        for (int k = c.column0() + 1; k < c.column1(); k++) {
            for (int r = c.row0(); r < c.row1(); r++) {
                n += down[k][r] ? 1 : 0;
            }
        }
        return n;
    }

    /** How far its print is from its middle; infinite where a line put back at its sides would leave it far from there. */
    private double costAsCell(FoundCell c) {
        double[] xs = grid.xs();
        double[] ys = grid.ys();
        double near = MIDDLE_IN * sight.dpi();
        CellPrint print = prints.apply(c);
        Extent rows = print.between(true, ys[c.row0()], ys[c.row1()]);
        Extent columns = print.between(false, xs[c.column0()], xs[c.column1()]);
        if (rows.isEmpty() || columns.isEmpty()) {
            return CELL;
        }
        double high = rows.off(ys[c.row0()], ys[c.row1()]) / near;
        double wide = columns.off(xs[c.column0()], xs[c.column1()]) / near;
        boolean mendedAcross = !isRuled(true, c.row0(), c.column0(), c.column1())
                || !isRuled(true, c.row1(), c.column0(), c.column1());
        boolean mendedDown =
                !isRuled(false, c.column0(), c.row0(), c.row1()) || !isRuled(false, c.column1(), c.row0(), c.row1());
        return mendedAcross && high > FAR || mendedDown && wide > FAR ? Double.POSITIVE_INFINITY : CELL + high + wide;
    }
}
