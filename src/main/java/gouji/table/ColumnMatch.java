package gouji.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the columns of two parts lie over each other: the edges of one are all among those of the other.
 *
 * @param xs the finer edges
 * @param first index in {@code xs} of each column edge of the first part
 * @param second index in {@code xs} of each column edge of the second part
 */
record ColumnMatch(List<Double> xs, List<Integer> first, List<Integer> second) {

    /** Tries the parts as they stand, then with left edges aligned, then with right edges aligned. */
    static Optional<ColumnMatch> find(List<Double> first, List<Double> second, double tolerancePt) {
        double left = first.get(0) - second.get(0);
        double right = first.get(first.size() - 1) - second.get(second.size() - 1);
        for (double shift : new double[] {0, left, right}) {
            Optional<ColumnMatch> match = find(first, second, shift, tolerancePt);
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }

    private static Optional<ColumnMatch> find(List<Double> first, List<Double> second, double shift, double near) {
        if (first.size() >= second.size()) {
            return indexes(first, second, shift, near).map(at -> new ColumnMatch(first, counted(first.size()), at));
        }
        return indexes(second, first, -shift, near).map(at -> new ColumnMatch(second, at, counted(second.size())));
    }

    private static Optional<List<Integer>> indexes(List<Double> fine, List<Double> coarse, double shift, double near) {
        List<Integer> at = new ArrayList<>();
        int i = 0;
        for (double x : coarse) {
            while (i < fine.size() && fine.get(i) < x + shift - near) {
                i++;
            }
            if (i == fine.size() || fine.get(i) > x + shift + near) {
                return Optional.empty();
            }
            at.add(i++);
        }
        return Optional.of(at);
    }

    private static List<Integer> counted(int n) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            all.add(i);
        }
        return all;
    }

    Part first(Part part) {
        return onto(part, first);
    }

    Part second(Part part) {
        return onto(part, second);
    }

    private Part onto(Part part, List<Integer> at) {
        List<Cell> cells = new ArrayList<>(part.cells().size());
        for (Cell c : part.cells()) {
            int from = at.get(c.column());
            int to = at.get(c.column() + c.columnSpan());
            cells.add(new Cell(
                    c.row(), from, c.rowSpan(), to - from, c.text(), c.place(), c.confidence(), c.alternatives()));
        }
        return new Part(xs, part.rows(), cells, part.exact(), part.regions(), part.rowPages(), part.asides());
    }
}
