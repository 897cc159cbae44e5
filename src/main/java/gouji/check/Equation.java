package gouji.check;

import java.math.BigDecimal;
import java.util.List;

/**
 * A weighted sum of cells that must be zero.
 *
 * @param name id and place
 * @param cells numbers of its cells
 * @param weights weight of each
 */
record Equation(String name, List<Integer> cells, List<Integer> weights) {
    BigDecimal residual(BigDecimal[] values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < cells.size(); i++) {
            sum = sum.add(values[cells.get(i)].multiply(BigDecimal.valueOf(weights.get(i))));
        }
        return sum;
    }

    int weightOf(int cell) {
        return weights.get(cells.indexOf(cell));
    }
}
