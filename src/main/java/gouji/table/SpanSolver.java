package gouji.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides which atoms of a lattice are one cell.
 *
 * <p>A ruled edge is a border. An edge without a ruling usually lies inside a spanning cell, but may be a border whose
 * line is missing; which of the two is decided for a whole run of such edges at minimum cost: first along each row,
 * then down each strip of columns. What speaks for a border: a figure on either side, a clear gap between two texts,
 * text that is centred in its own field and not in the whole, lines further apart than this table's lines are. What
 * speaks against: a blank side, and above all text that crosses the edge. Last, cells that are no rectangles are cut
 * into rectangles at minimum cost.
 */
final class SpanSolver {
    private static final double UNRULED = 4;
    private static final double UNRULED_WHERE_NONE_IS_MISSING = 6;
    private static final double BLANK = 2;
    private static final double CROSSED = 20;
    private static final double RULED = 10;

    /** Lines nearer than this are lines of one text, wherever the rows are. */
    private static final double ROW_PITCH_EM = 1.45;

    private static final double SAME_PLACE_EM = 0.08;
    private static final double WELL_CENTRED_EM = 0.25;

    private final Lattice lattice;
    private final double ruledShare;
    private final int rows;
    private final int columns;
    /** Border on the vertical edge i of row r: [r][i]. */
    private final boolean[][] down;
    /** Border on the horizontal edge j of column c: [j][c]. */
    private final boolean[][] across;

    private final AtomInk[][] ink;
    private Borders ruled;
    /** Share of the rows in which the vertical edge is a border, as far as known. */
    private final double[] usual;

    private final double usualPitchEm;
    /** What a border costs where there is no rule. */
    private double unruled;

    private SpanSolver(Lattice lattice, double usualPitchEm, Tolerances near) {
        this.usualPitchEm = usualPitchEm;
        this.lattice = lattice;
        this.ruledShare = near.ruledShare();
        this.rows = lattice.rows();
        this.columns = lattice.columns();
        this.down = new boolean[rows][columns + 1];
        this.across = new boolean[rows + 1][columns];
        this.ink = new AtomInk[rows][columns];
        this.usual = new double[columns + 1];
    }

    /**
     * The cells by row, then column; together they cover the lattice.
     *
     * @param usualPitchEm distance of the lines in cells of several lines, NaN where not known
     */
    static List<Rect> cells(Lattice lattice, double usualPitchEm, Tolerances near) {
        SpanSolver solver = new SpanSolver(lattice, usualPitchEm, near);
        solver.measure();
        solver.decideAlongRows();
        solver.decideDownStrips();
        return solver.rectangles();
    }

    private void measure() {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                ink[r][c] = AtomInk.of(lattice.glyphs(r, c));
            }
        }
        ruled = Borders.of(lattice, new InkOnEdges(), ruledShare);
        unruled = missesBorders() ? UNRULED : UNRULED_WHERE_NONE_IS_MISSING;
    }

    // ---- along the rows

    private void decideAlongRows() {
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i <= columns; i++) {
                down[r][i] = i == 0 || i == columns || ruled.down(r, i);
            }
        }
        continueDown();
        Arrays.fill(usual, 0);
        cutRows();
        // Once more, now that it is known which edges are borders in most rows.
        for (int i = 1; i < columns; i++) {
            usual[i] = shareOfRows(i);
        }
        cutRows();
    }

    /**
     * A cell that reaches into the next row has the same edges there: where its edge is ruled in one row and missing in
     * the other, it is a border in both, or the cell would be no rectangle.
     */
    private void continueDown() {
        for (int r = 1; r < rows; r++) {
            for (int i = 1; i < columns; i++) {
                down[r][i] |= down[r - 1][i] && isInsideTall(r, i) && !isCrossed(r, i);
            }
        }
        for (int r = rows - 2; r >= 0; r--) {
            for (int i = 1; i < columns; i++) {
                down[r][i] |= down[r + 1][i] && isInsideTall(r, i) && !isCrossed(r, i);
            }
        }
    }

    /** Whether row r lies inside a cell that reaches over both its edges, on either side of the vertical edge i. */
    private boolean isInsideTall(int r, int i) {
        return isOpen(r, i - 1) && isOpen(r + 1, i - 1) || isOpen(r, i) && isOpen(r + 1, i);
    }

    private boolean isOpen(int j, int c) {
        return !ruled.across(j, c);
    }

    private boolean isCrossed(int r, int i) {
        return ink[r][i - 1].runsInto(ink[r][i], lattice.x(i));
    }

    private double shareOfRows(int edge) {
        int borders = 0;
        for (int r = 0; r < rows; r++) {
            borders += down[r][edge] ? 1 : 0;
        }
        return (double) borders / rows;
    }

    private void cutRows() {
        for (int r = 0; r < rows; r++) {
            for (int from = 0; from < columns; ) {
                int to = from + 1;
                while (!down[r][to]) {
                    to++;
                }
                if (to - from > 1) {
                    cutRow(r, from, to);
                }
                from = to;
            }
        }
    }

    private void cutRow(int r, int from, int to) {
        if (holdsText(r, r + 1, from, to)) {
            int row = r;
            for (int cut : Cuts.cheapest(from, to, (a, b) -> rowPieceCost(row, a, b), i -> rowCutCost(row, i))) {
                down[r][cut] = true;
            }
        }
    }

    private boolean holdsText(int r0, int r1, int c0, int c1) {
        for (int r = r0; r < r1; r++) {
            for (int c = c0; c < c1; c++) {
                if (!ink[r][c].isBlank()) {
                    return true;
                }
            }
        }
        return false;
    }

    private double rowCutCost(int r, int edge) {
        double unruled = UNRULED * (1 - lattice.downShare(r, edge) / ruledShare / 2) * (1 - 0.75 * usual[edge]);
        return unruled + (ink[r][edge - 1].runsInto(ink[r][edge], lattice.x(edge)) ? CROSSED : 0);
    }

    private double rowPieceCost(int r, int from, int to) {
        AtomInk all = AtomInk.EMPTY;
        AtomInk last = AtomInk.EMPTY;
        double cost = 0;
        for (int c = from; c < to; c++) {
            AtomInk next = ink[r][c];
            if (!next.isBlank()) {
                cost += last.isBlank() ? 0 : TextPrices.sideBySide(last, next, lattice.x(c));
                last = next;
            }
            all = all.with(next);
        }
        if (all.isBlank()) {
            return BLANK;
        }
        return to - from == 1 ? 0 : cost + TextPrices.offCentreAcross(all, lattice.x(from), lattice.x(to));
    }

    // ---- down the strips

    private void decideDownStrips() {
        for (int j = 0; j <= rows; j++) {
            for (int c = 0; c < columns; c++) {
                across[j][c] = j == 0 || j == rows || ruled.across(j, c);
            }
        }
        continueAcross();
        boolean[][] done = new boolean[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; ) {
                int end = stripEnd(r, c);
                if (!done[r][c]) {
                    cutStrip(r, c, end, done);
                }
                c = end;
            }
        }
    }

    /** As {@link #continueDown}, for cells that reach into the next column. */
    private void continueAcross() {
        for (int j = 1; j < rows; j++) {
            for (int c = 1; c < columns; c++) {
                across[j][c] |= across[j][c - 1] && isInsideWide(j, c) && !isStraddled(j, c);
            }
            for (int c = columns - 2; c >= 0; c--) {
                across[j][c] |= across[j][c + 1] && isInsideWide(j, c) && !isStraddled(j, c);
            }
        }
    }

    private boolean isInsideWide(int j, int c) {
        return !down[j - 1][c] && !down[j - 1][c + 1] || !down[j][c] && !down[j][c + 1];
    }

    private boolean isStraddled(int j, int c) {
        return ink[j - 1][c].straddles(lattice.y(j)) || ink[j][c].straddles(lattice.y(j));
    }

    private int stripEnd(int r, int c) {
        int end = c + 1;
        while (!down[r][end]) {
            end++;
        }
        return end;
    }

    private void cutStrip(int top, int from, int to, boolean[][] done) {
        int bottom = top + 1;
        done[top][from] = true;
        while (bottom < rows && isOpen(bottom, from, to) && down[bottom][from] && stripEnd(bottom, from) == to) {
            done[bottom++][from] = true;
        }
        if (bottom - top == 1 || !holdsText(top, bottom, from, to)) {
            return;
        }
        for (int cut :
                Cuts.cheapest(top, bottom, (a, b) -> stripPieceCost(a, b, from, to), j -> stripCutCost(j, from, to))) {
            Arrays.fill(across[cut], from, to, true);
        }
    }

    private boolean isOpen(int edge, int from, int to) {
        for (int c = from; c < to; c++) {
            if (across[edge][c]) {
                return false;
            }
        }
        return true;
    }

    /** What the ink says to {@link Borders}. */
    private final class InkOnEdges implements Borders.Text {
        @Override
        public boolean isOnDown(int r, int i) {
            return isCrossed(r, i);
        }

        @Override
        public boolean isOnAcross(int j, int c) {
            return isStraddled(j, c);
        }

        @Override
        public boolean isBlank(int r0, int r1, int c0, int c1) {
            return !holdsText(r0, r1, c0, c1);
        }

        @Override
        public boolean isCentredDown(int r0, int r1, int c) {
            AtomInk all = inkOf(r0, r1, c, c + 1);
            double above = all.y0() - lattice.y(r0);
            double below = lattice.y(r1) - all.y1();
            return !all.isBlank() && Math.abs(above - below) / 2 <= WELL_CENTRED_EM * all.sizePt();
        }

        @Override
        public boolean isCentredAcross(int r, int c0, int c1) {
            AtomInk all = inkOf(r, r + 1, c0, c1);
            double left = all.x0() - lattice.x(c0);
            double right = lattice.x(c1) - all.x1();
            return !all.isBlank() && Math.abs(left - right) / 2 <= WELL_CENTRED_EM * all.sizePt();
        }
    }

    private AtomInk inkOf(int r0, int r1, int c0, int c1) {
        AtomInk all = AtomInk.EMPTY;
        for (int r = r0; r < r1; r++) {
            for (int c = c0; c < c1; c++) {
                all = all.with(ink[r][c]);
            }
        }
        return all;
    }

    /** Whether the lattice has borders that must be missing: figures side by side or one above the other without a rule. */
    private boolean missesBorders() {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                boolean right = c + 1 < columns && isFigure(r, c + 1) && lattice.downShare(r, c + 1) < ruledShare;
                boolean below = r + 1 < rows && isFigure(r + 1, c) && lattice.acrossShare(r + 1, c) < ruledShare;
                if (isFigure(r, c) && (right || below)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isFigure(int r, int c) {
        return !ink[r][c].isBlank() && ink[r][c].isFigure();
    }

    private double stripCutCost(int edge, int from, int to) {
        for (int c = from; c < to; c++) {
            if (ink[edge - 1][c].straddles(lattice.y(edge)) || ink[edge][c].straddles(lattice.y(edge))) {
                return UNRULED + CROSSED;
            }
        }
        return unruled;
    }

    private double stripPieceCost(int top, int bottom, int from, int to) {
        AtomInk all = AtomInk.EMPTY;
        AtomInk last = AtomInk.EMPTY;
        double cost = 0;
        for (int r = top; r < bottom; r++) {
            AtomInk row = inkOf(r, r + 1, from, to);
            if (!all.isBlank() && !row.isBlank()) {
                cost += TextPrices.oneAboveOther(all, row, eachInItsRow(last, row, r), usualPitchEm);
            }
            last = row.isBlank() ? AtomInk.EMPTY : row;
            all = all.with(row);
        }
        if (all.isBlank()) {
            return BLANK;
        }
        return bottom - top == 1 ? 0 : cost + TextPrices.offCentreDown(all, lattice.y(top), lattice.y(bottom));
    }

    /** Whether two lines stand in two rows, one below the other, each in the same place of its row. */
    private boolean eachInItsRow(AtomInk upper, AtomInk lower, int row) {
        double em = lower.sizePt();
        if (upper.isBlank()
                || upper.lastBaseline() - upper.firstBaseline() > 0.1
                || lower.lastBaseline() - lower.firstBaseline() > 0.1
                || lower.lastBaseline() - upper.lastBaseline() < ROW_PITCH_EM * em) {
            return false;
        }
        double top = (lower.y0() - lattice.y(row)) - (upper.y0() - lattice.y(row - 1));
        double foot = (lattice.y(row + 1) - lower.y1()) - (lattice.y(row) - upper.y1());
        return Math.min(Math.abs(top), Math.min(Math.abs(foot), Math.abs(top - foot) / 2)) < SAME_PLACE_EM * em;
    }

    // ---- rectangles

    private List<Rect> rectangles() {
        List<Rect> cells = new ArrayList<>();
        ClosedAreas closed = new ClosedAreas(down, across);
        for (Rect area : closed.areas()) {
            boolean one = closed.isOneCell(area);
            cells.addAll(one ? List.of(area) : new Guillotine(area, down, across, this::keepCost).parts());
        }
        cells.sort((a, b) -> a.row0() != b.row0() ? a.row0() - b.row0() : a.column0() - b.column0());
        return cells;
    }

    /** What it costs to leave a border out ({@code border}) or to put one where none was found. */
    private double keepCost(boolean vertical, int row, int column, boolean border) {
        double share = vertical ? lattice.downShare(row, column) : lattice.acrossShare(row, column);
        if (border) {
            return Math.max(UNRULED, RULED * share);
        }
        boolean crossed = vertical
                ? ink[row][column - 1].runsInto(ink[row][column], lattice.x(column))
                : ink[row - 1][column].straddles(lattice.y(row)) || ink[row][column].straddles(lattice.y(row));
        return crossed ? CROSSED : UNRULED - 1;
    }
}
