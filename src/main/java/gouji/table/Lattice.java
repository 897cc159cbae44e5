package gouji.table;

import gouji.document.Box;
import gouji.document.Glyph;
import gouji.document.Ruling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The finest grid a frame's rulings can mean: every column edge crossed with every row edge. Its fields are the atoms
 * of which cells are made; how far an atom's edges are really ruled is kept beside.
 */
final class Lattice {
    /** An open side without ink is at least this wide. */
    private static final double LEAST_BLANK_SIDE_PT = 12;

    private final double[] xs;
    private final double[] ys;
    /** Share of the vertical edge x[i] that is ruled within row r: [r][i]. */
    private final double[][] downShare;
    /** Share of the horizontal edge y[j] that is ruled within column c: [j][c]. */
    private final double[][] acrossShare;

    private final List<List<Glyph>> atoms;

    private Lattice(double[] xs, double[] ys, Frame frame) {
        this.xs = xs;
        this.ys = ys;
        this.downShare = transposed(shares(xs, ys, frame.verticals()));
        this.acrossShare = shares(ys, xs, frame.horizontals());
        this.atoms = new ArrayList<>(rows() * columns());
        for (int i = 0; i < rows() * columns(); i++) {
            atoms.add(new ArrayList<>(0));
        }
    }

    /** @param glyphs those within the frame; they decide whether an open side holds anything */
    static Lattice of(Frame frame, List<Glyph> glyphs, Tolerances near) {
        double[] xs = positions(frame.verticals(), near);
        double[] ys = positions(frame.horizontals(), near);
        xs = withOpenSides(xs, frame.box().x0(), frame.box().x1(), frame.horizontals(), glyphs, true, near);
        ys = withOpenSides(ys, frame.box().y0(), frame.box().y1(), frame.verticals(), glyphs, false, near);
        Lattice lattice = new Lattice(xs, ys, frame);
        if (lattice.rows() > 0 && lattice.columns() > 0) {
            lattice.place(glyphs);
        }
        return lattice;
    }

    int rows() {
        return ys.length - 1;
    }

    int columns() {
        return xs.length - 1;
    }

    double x(int edge) {
        return xs[edge];
    }

    double y(int edge) {
        return ys[edge];
    }

    double downShare(int row, int edge) {
        return downShare[row][edge];
    }

    double acrossShare(int edge, int column) {
        return acrossShare[edge][column];
    }

    List<Glyph> glyphs(int row, int column) {
        return atoms.get(row * columns() + column);
    }

    Box box() {
        return new Box(xs[0], ys[0], xs[columns()], ys[rows()]);
    }

    // ---- coordinates

    private static double[] positions(List<Ruling> byPosition, Tolerances near) {
        double[] at = new double[byPosition.size()];
        int count = 0;
        for (int i = 0; i < byPosition.size(); ) {
            double first = byPosition.get(i).at();
            double sum = 0;
            double weight = 0;
            for (; i < byPosition.size() && byPosition.get(i).at() - first <= near.sameRulePt(); i++) {
                sum += byPosition.get(i).at() * byPosition.get(i).lengthPt();
                weight += byPosition.get(i).lengthPt();
            }
            double mean = sum / weight;
            if (count > 0 && mean - at[count - 1] < near.sameRulePt()) {
                at[count - 1] = (at[count - 1] + mean) / 2;
            } else {
                at[count++] = mean;
            }
        }
        return Arrays.copyOf(at, count);
    }

    private static double[] withOpenSides(
            double[] at,
            double from,
            double to,
            List<Ruling> crossing,
            List<Glyph> glyphs,
            boolean columns,
            Tolerances near) {
        double[] wide = at;
        double first = at[0];
        double last = at[at.length - 1];
        if (first - from >= near.openSidePt()
                && (holdsInk(glyphs, from, first, columns) || reachesOver(crossing, from, first))) {
            wide = new double[wide.length + 1];
            wide[0] = from;
            System.arraycopy(at, 0, wide, 1, at.length);
        }
        if (to - last >= near.openSidePt()
                && (holdsInk(glyphs, last, to, columns) || reachesOver(crossing, to, last))) {
            wide = Arrays.copyOf(wide, wide.length + 1);
            wide[wide.length - 1] = to;
        }
        return wide;
    }

    /** Whether the first and the last ruling go from the open side to beyond the outermost crossing rule. */
    private static boolean reachesOver(List<Ruling> crossing, double open, double outermost) {
        double width = Math.abs(open - outermost);
        return width >= LEAST_BLANK_SIDE_PT
                && crossing.size() > 1
                && reachesOver(crossing.get(0), open, outermost)
                && reachesOver(crossing.get(crossing.size() - 1), open, outermost);
    }

    private static boolean reachesOver(Ruling r, double open, double outermost) {
        return Math.min(Math.abs(r.from() - open), Math.abs(r.to() - open)) <= 1
                && r.lengthPt() > Math.abs(open - outermost) + 1;
    }

    private static boolean holdsInk(List<Glyph> glyphs, double from, double to, boolean columns) {
        for (Glyph g : glyphs) {
            double middle = columns ? Ink.middleX(g) : Ink.middleY(g);
            if (middle > from && middle < to && !Ink.isBlank(g)) {
                return true;
            }
        }
        return false;
    }

    // ---- evidence of rulings

    /** For each position and each step between two neighbours of {@code steps}, the share covered: [position][step]. */
    private static double[][] shares(double[] positions, double[] steps, List<Ruling> rulings) {
        double[][] shares = new double[positions.length][steps.length - 1];
        double[] reach = new double[positions.length];
        Arrays.fill(reach, Double.NEGATIVE_INFINITY);
        List<Ruling> byStart = new ArrayList<>(rulings);
        byStart.sort((a, b) -> Double.compare(a.from(), b.from()));
        for (Ruling r : byStart) {
            int p = nearest(positions, r.at());
            addCover(shares[p], steps, Math.max(r.from(), reach[p]), r.to());
            reach[p] = Math.max(reach[p], r.to());
        }
        return shares;
    }

    private static void addCover(double[] shares, double[] steps, double from, double to) {
        for (int s = 0; s < shares.length && steps[s] < to; s++) {
            double common = Math.min(to, steps[s + 1]) - Math.max(from, steps[s]);
            if (common > 0) {
                shares[s] += common / (steps[s + 1] - steps[s]);
            }
        }
    }

    private static int nearest(double[] sorted, double value) {
        int i = field(sorted, value);
        return i + 1 < sorted.length && sorted[i + 1] - value < value - sorted[i] ? i + 1 : i;
    }

    /** Index of the last edge not beyond the value, within the fields there are. */
    private static int field(double[] sorted, double value) {
        int i = Arrays.binarySearch(sorted, value);
        int at = i >= 0 ? i : -i - 2;
        return Math.max(0, Math.min(at, sorted.length - 1));
    }

    private static double[][] transposed(double[][] m) {
        double[][] t = new double[m.length == 0 ? 0 : m[0].length][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[i].length; j++) {
                t[j][i] = m[i][j];
            }
        }
        return t;
    }

    // ---- glyphs

    /** Each glyph to the atom its middle lies in; a word or figure that reaches over an edge stays whole. */
    private void place(List<Glyph> glyphs) {
        for (int i = 0; i < glyphs.size(); ) {
            int end = endOfWord(glyphs, i);
            double x = (glyphs.get(i).box().x0() + glyphs.get(end - 1).box().x1()) / 2;
            int column = end - i > 1 ? columnAt(x) : columnAt(Ink.middleX(glyphs.get(i)));
            for (; i < end; i++) {
                glyphs(rowAt(Ink.middleY(glyphs.get(i))), column).add(glyphs.get(i));
            }
        }
    }

    /** The column that holds x, the nearest for an x outside. */
    int columnAt(double x) {
        return Math.min(field(xs, x), columns() - 1);
    }

    /** The row that holds y, the nearest for a y outside. */
    int rowAt(double y) {
        return Math.min(field(ys, y), rows() - 1);
    }

    private static int endOfWord(List<Glyph> glyphs, int from) {
        int i = from;
        while (i + 1 < glyphs.size() && isSameWord(glyphs.get(i), glyphs.get(i + 1))) {
            i++;
        }
        return i + 1;
    }

    private static boolean isOfWord(Glyph g) {
        int c = g.text().codePointAt(0);
        return !Script.isSpace(c) && !Script.isHan(c);
    }

    /** Whether two glyphs painted one after the other belong to one word or figure. */
    static boolean isSameWord(Glyph a, Glyph b) {
        return a.angle() == 0
                && b.angle() == 0
                && isOfWord(a)
                && isOfWord(b)
                && Math.abs(a.baseline() - b.baseline()) < 0.1
                && Math.abs(b.box().x0() - a.box().x1()) < 0.1 * a.sizePt();
    }
}
