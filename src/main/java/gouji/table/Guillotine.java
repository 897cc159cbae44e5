package gouji.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts an area of atoms that is no proper cell into rectangles, straight through, at minimum cost: a border inside a
 * rectangle costs as much as it is ruled, a cut costs where no border was found.
 */
final class Guillotine {
    /** A larger tangle is left in one piece. */
    private static final int MOST_ATOMS = 2_000;

    /** What it costs to decide otherwise than found. */
    interface Cost {
        double of(boolean vertical, int row, int column, boolean border);
    }

    private record Way(double cost, int cutRow, int cutColumn) {}

    private final Rect area;

    private final double[][] cutDown;
    private final double[][] cutAcross;
    private final Map<Rect, Way> ways = new HashMap<>();

    Guillotine(Rect area, boolean[][] down, boolean[][] across, Cost cost) {
        this.area = area;
        int rows = area.rowSpan();
        int columns = area.columnSpan();
        // [r][c]: borders left out on the left and upper edges of the atoms above and left of (r, c) are split in two
        // sums, because the outer edges of a rectangle do not count.
        this.cutDown = new double[rows + 1][columns + 1];
        this.cutAcross = new double[rows + 1][columns + 1];
        this.dropDown = new double[rows + 1][columns + 1];
        this.dropAcross = new double[rows + 1][columns + 1];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int row = area.row0() + r;
                int column = area.column0() + c;
                boolean v = down[row][column];
                boolean h = across[row][column];
                double vCost = c == 0 ? 0 : cost.of(true, row, column, v);
                double hCost = r == 0 ? 0 : cost.of(false, row, column, h);
                dropDown[r + 1][c] = dropDown[r][c] + (v ? vCost : 0);
                cutDown[r + 1][c] = cutDown[r][c] + (v ? 0 : vCost);
                dropAcross[r][c + 1] = dropAcross[r][c] + (h ? hCost : 0);
                cutAcross[r][c + 1] = cutAcross[r][c] + (h ? 0 : hCost);
            }
        }
    }

    private final double[][] dropDown;
    private final double[][] dropAcross;

    List<Rect> parts() {
        Rect whole = new Rect(0, 0, area.rowSpan(), area.columnSpan());
        if (area.rowSpan() * area.columnSpan() > MOST_ATOMS) {
            return List.of(area);
        }
        List<Rect> parts = new ArrayList<>();
        collect(whole, parts);
        return parts;
    }

    private void collect(Rect r, List<Rect> parts) {
        Way way = best(r);
        if (way.cutRow() > 0) {
            collect(new Rect(r.row0(), r.column0(), way.cutRow(), r.column1()), parts);
            collect(new Rect(way.cutRow(), r.column0(), r.row1(), r.column1()), parts);
        } else if (way.cutColumn() > 0) {
            collect(new Rect(r.row0(), r.column0(), r.row1(), way.cutColumn()), parts);
            collect(new Rect(r.row0(), way.cutColumn(), r.row1(), r.column1()), parts);
        } else {
            parts.add(new Rect(
                    area.row0() + r.row0(), area.column0() + r.column0(),
                    area.row0() + r.row1(), area.column0() + r.column1()));
        }
    }

    private Way best(Rect r) {
        Way known = ways.get(r);
        if (known != null) {
            return known;
        }
        Way best = new Way(wholeCost(r), 0, 0);
        for (int j = r.row0() + 1; j < r.row1() && best.cost() > 0; j++) {
            double cut = cutAcross[j][r.column1()] - cutAcross[j][r.column0()];
            if (cut < best.cost()) {
                double cost = cut
                        + best(new Rect(r.row0(), r.column0(), j, r.column1())).cost()
                        + best(new Rect(j, r.column0(), r.row1(), r.column1())).cost();
                best = cost < best.cost() ? new Way(cost, j, 0) : best;
            }
        }
        for (int i = r.column0() + 1; i < r.column1() && best.cost() > 0; i++) {
            double cut = cutDown[r.row1()][i] - cutDown[r.row0()][i];
            if (cut < best.cost()) {
                double cost = cut
                        + best(new Rect(r.row0(), r.column0(), r.row1(), i)).cost()
                        + best(new Rect(r.row0(), i, r.row1(), r.column1())).cost();
                best = cost < best.cost() ? new Way(cost, 0, i) : best;
            }
        }
        ways.put(r, best);
        return best;
    }

    private double wholeCost(Rect r) {
        double cost = 0;
        for (int i = r.column0() + 1; i < r.column1(); i++) {
            cost += dropDown[r.row1()][i] - dropDown[r.row0()][i];
        }
        for (int j = r.row0() + 1; j < r.row1(); j++) {
            cost += dropAcross[j][r.column1()] - dropAcross[j][r.column0()];
        }
        return cost;
    }
}
