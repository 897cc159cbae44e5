package gouji.check;

import java.util.List;

/**
 * A weighted sum of cells that must be zero.
 *
 * @param name id and place
 * @param cells numbers of its cells, from 0
 * @param weights weight of each
 */
record Equation(String name, List<Integer> cells, List<Integer> weights) {
    Equation {
        cells = List.copyOf(cells);
        weights = List.copyOf(weights);
    }
}
