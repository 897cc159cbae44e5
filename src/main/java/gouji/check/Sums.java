package gouji.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Equations over figures that change one at a time: each equation's residual (the sum that must be zero) is kept up to
 * date, so that a change costs no more than the equations through its cell. Figures are whole multiples of one step.
 */
final class Sums {
    private static final int[] NONE = {};

    private final int[][] cells;
    private final int[][] weights;
    private final int[][] through;
    private final long[] values;
    private final long[] residuals;

    Sums(List<Equation> equations, long[] values) {
        this.cells = new int[equations.size()][];
        this.weights = new int[equations.size()][];
        this.through = new int[values.length][];
        this.values = values.clone();
        this.residuals = new long[equations.size()];
        Arrays.fill(through, NONE);
        for (int e = 0; e < cells.length; e++) {
            cells[e] = ints(equations.get(e).cells());
            weights[e] = ints(equations.get(e).weights());
            for (int i = 0; i < cells[e].length; i++) {
                int cell = cells[e][i];
                through[cell] = Arrays.copyOf(through[cell], through[cell].length + 1);
                through[cell][through[cell].length - 1] = e;
                residuals[e] += weights[e][i] * values[cell];
            }
        }
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    int equations() {
        return cells.length;
    }

    /** Cells of an equation; not to be written to. */
    int[] cells(int equation) {
        return cells[equation];
    }

    /** Equations through a cell; not to be written to. */
    int[] through(int cell) {
        return through[cell];
    }

    long value(int cell) {
        return values[cell];
    }

    boolean holds(int equation) {
        return residuals[equation] == 0;
    }

    void set(int cell, long value) {
        long more = value - values[cell];
        for (int e : through[cell]) {
            residuals[e] += weight(e, cell) * more;
        }
        values[cell] = value;
    }

    /** Values of a cell each of which would make a broken equation through it hold, without repeats. */
    List<Long> settling(int cell) {
        List<Long> settling = new ArrayList<>();
        for (int e : through[cell]) {
            int weight = weight(e, cell);
            if (residuals[e] != 0 && residuals[e] % weight == 0) {
                long value = values[cell] - residuals[e] / weight;
                if (!settling.contains(value)) {
                    settling.add(value);
                }
            }
        }
        return settling;
    }

    private int weight(int equation, int cell) {
        int i = 0;
        while (cells[equation][i] != cell) {
            i++;
        }
        return weights[equation][i];
    }
}
