package gouji.table;

/**
 * Which edges of a lattice's atoms are borders by their rulings, gaps in them closed.
 *
 * <p>A cell is a rectangle. Where atoms that are open to each other have a rule along most of one side, the rest of that
 * side is a border whose rule is missing: without it they would be no rectangle. The surest gap is closed first, because
 * closing one can show that another is none.
 */
final class Borders {
    /** A finer lattice is taken as it is ruled. */
    private static final int MOST_ATOMS = 5_000;

    private static final int MOST_GAPS = 300;
    /** Share of a side that must be ruled for the rest to be a gap. */
    private static final double LEAST_SHARE = 0.4;

    private static final double CENTRED = 0.4;
    private static final double CENTRED_ALONE = 0.2;
    private static final double ONE_BLANK = 0.3;

    /** What text says against a border. */
    interface Text {
        /** Whether text lies on the vertical edge i within row r. */
        boolean isOnDown(int r, int i);

        /** Whether text lies on the horizontal edge j within column c. */
        boolean isOnAcross(int j, int c);

        /** Whether there is no text in the atoms of rows r0 to r1 and columns c0 to c1. */
        boolean isBlank(int r0, int r1, int c0, int c1);

        /** Whether there is text in the atoms of column c from row r0 to row r1, and it is centred in their height. */
        boolean isCentredDown(int r0, int r1, int c);

        /** Whether there is text in the atoms of row r from column c0 to column c1, and it is centred in their width. */
        boolean isCentredAcross(int r, int c0, int c1);
    }

    /** @param weight what speaks for a border there; 0 for no gap */
    private record Gap(boolean down, int at, int along, double weight) {}

    private final Lattice lattice;
    private final Text text;
    private final int rows;
    private final int columns;
    /** Border on the vertical edge i of row r: [r][i]. */
    private final boolean[][] down;
    /** Border on the horizontal edge j of column c: [j][c]. */
    private final boolean[][] across;

    private Borders(Lattice lattice, Text text, double ruledShare) {
        this.lattice = lattice;
        this.text = text;
        this.rows = lattice.rows();
        this.columns = lattice.columns();
        this.down = new boolean[rows][columns + 1];
        this.across = new boolean[rows + 1][columns];
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i <= columns; i++) {
                down[r][i] = lattice.downShare(r, i) >= ruledShare;
            }
        }
        for (int j = 0; j <= rows; j++) {
            for (int c = 0; c < columns; c++) {
                across[j][c] = lattice.acrossShare(j, c) >= ruledShare;
            }
        }
    }

    static Borders of(Lattice lattice, Text text, double ruledShare) {
        Borders borders = new Borders(lattice, text, ruledShare);
        if (lattice.rows() * lattice.columns() <= MOST_ATOMS) {
            borders.closeGaps();
        }
        return borders;
    }

    /** Whether the vertical edge i is a border in row r. */
    boolean down(int r, int i) {
        return down[r][i];
    }

    /** Whether the horizontal edge j is a border in column c. */
    boolean across(int j, int c) {
        return across[j][c];
    }

    private void closeGaps() {
        for (int n = 0; n < MOST_GAPS; n++) {
            Gap surest = surest();
            if (surest.weight() <= 0) {
                return;
            }
            if (surest.down()) {
                down[surest.along()][surest.at()] = true;
            } else {
                across[surest.at()][surest.along()] = true;
            }
        }
    }

    private Gap surest() {
        Gap best = new Gap(true, 0, 0, 0);
        for (int r = 0; r < rows; r++) {
            for (int i = 1; i < columns; i++) {
                if (!down[r][i] && !text.isOnDown(r, i)) {
                    double share = Math.max(downShare(r, i, i - 1), downShare(r, i, i));
                    best = share >= LEAST_SHARE && share - againstDown(r, i) > best.weight()
                            ? new Gap(true, i, r, share - againstDown(r, i))
                            : best;
                }
            }
        }
        for (int j = 1; j < rows; j++) {
            for (int c = 0; c < columns; c++) {
                if (!across[j][c] && !text.isOnAcross(j, c)) {
                    double share = Math.max(acrossShare(j, c, j - 1), acrossShare(j, c, j));
                    best = share >= LEAST_SHARE && share - againstAcross(j, c) > best.weight()
                            ? new Gap(false, j, c, share - againstAcross(j, c))
                            : best;
                }
            }
        }
        return best;
    }

    /**
     * What speaks against a border on a vertical edge: text that is centred in the atoms on both sides, or a blank on one
     * side only.
     */
    private double againstDown(int row, int edge) {
        int from = left(row, edge);
        int to = right(row, edge);
        boolean blank = text.isBlank(row, row + 1, from, edge) != text.isBlank(row, row + 1, edge, to);
        return text.isCentredAcross(row, from, to) ? CENTRED : blank ? ONE_BLANK : 0;
    }

    private double againstAcross(int edge, int column) {
        int from = top(edge, column);
        int to = foot(edge, column);
        boolean above = text.isBlank(from, edge, column, column + 1);
        boolean below = text.isBlank(edge, to, column, column + 1);
        if (text.isCentredDown(from, to, column)) {
            return CENTRED;
        }
        boolean ownCentre = text.isCentredDown(from, edge, column) || text.isCentredDown(edge, to, column);
        return above == below ? 0 : ownCentre ? -CENTRED_ALONE : ONE_BLANK;
    }

    private int left(int row, int from) {
        int c = from;
        do {
            c--;
        } while (c > 0 && !down[row][c]);
        return c;
    }

    private int right(int row, int from) {
        int c = from + 1;
        while (c < columns && !down[row][c]) {
            c++;
        }
        return c;
    }

    private int top(int from, int column) {
        int r = from;
        do {
            r--;
        } while (r > 0 && !across[r][column]);
        return r;
    }

    private int foot(int from, int column) {
        int r = from + 1;
        while (r < rows && !across[r][column]) {
            r++;
        }
        return r;
    }

    /** How much of the vertical edge is ruled beside the atoms of a column that are open to the one in the row. */
    private double downShare(int row, int edge, int column) {
        int from = top(row + 1, column);
        int to = foot(row, column);
        double ruled = 0;
        for (int r = from; r < to; r++) {
            ruled += down[r][edge] ? lattice.y(r + 1) - lattice.y(r) : 0;
        }
        return ruled / (lattice.y(to) - lattice.y(from));
    }

    private double acrossShare(int edge, int column, int row) {
        int from = left(row, column + 1);
        int to = right(row, column);
        double ruled = 0;
        for (int c = from; c < to; c++) {
            ruled += across[edge][c] ? lattice.x(c + 1) - lattice.x(c) : 0;
        }
        return ruled / (lattice.x(to) - lattice.x(from));
    }
}
