package gouji.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lists the cheapest explanations of a table whose equations do not all hold: figures that were misread, each at the price
 * of its reading, and equations that the page itself breaks, each at {@link #PRINTED_BROKEN}. Branches on the shortest
 * broken equation; a cell takes its kept readings, or the value that settles a broken equation. Branch and bound with a
 * budget, so that the answer never depends on time.
 */
final class RepairSearch {
    /** Price of an equation that the page itself breaks. */
    static final double PRINTED_BROKEN = 5;
    /** Explanations nearer than this to the best are listed. */
    static final double MARGIN = 2.5;

    private static final int MOST_CHANGES = 8;
    private static final int BUDGET = 10_000;

    private final List<Equation> equations;
    private final List<List<Equation>> through;
    private final BigDecimal[] values;
    private final Prices prices;
    private final Map<Integer, BigDecimal> changes = new TreeMap<>();
    private final Set<Equation> givenUp = new LinkedHashSet<>();
    private final List<Solution> found = new ArrayList<>();
    private double best;
    private int visits;

    /** What it costs to believe that a cell says something else than was read. */
    interface Prices {
        /** Values that were seen as possible readings. */
        List<BigDecimal> readings(int cell);

        /** Price of a value; infinite where it cannot be. */
        double of(int cell, BigDecimal value);
    }

    /**
     * An explanation.
     *
     * @param changes new value of each cell misread
     * @param broken equations left broken
     * @param cost its price
     */
    record Solution(Map<Integer, BigDecimal> changes, int broken, double cost) {}

    RepairSearch(List<Equation> equations, BigDecimal[] values, Prices prices) {
        this.equations = equations;
        this.values = values.clone();
        this.prices = prices;
        this.through = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            int cell = i;
            through.add(equations.stream().filter(e -> e.cells().contains(cell)).toList());
        }
    }

    /** The explanations, cheapest first; empty when the budget ran out. */
    List<Solution> solutions() {
        best = PRINTED_BROKEN * broken().size();
        visit(0);
        if (visits > BUDGET) {
            return List.of();
        }
        found.sort(Comparator.comparingDouble(Solution::cost)
                .thenComparing(s -> s.changes().toString()));
        return found.stream().filter(s -> s.cost() < best + MARGIN).distinct().toList();
    }

    private List<Equation> broken() {
        return equations.stream()
                .filter(e -> !givenUp.contains(e) && e.residual(values).signum() != 0)
                .toList();
    }

    private void visit(double cost) {
        if (++visits > BUDGET || cost >= best + MARGIN) {
            return;
        }
        List<Equation> broken = broken();
        if (broken.isEmpty()) {
            double all = cost;
            best = Math.min(best, all);
            found.add(new Solution(new TreeMap<>(changes), givenUp.size(), all));
            return;
        }
        Equation shortest = broken.stream()
                .min(Comparator.comparingInt(e -> e.cells().size()))
                .orElseThrow();
        if (changes.size() < MOST_CHANGES) {
            for (int cell : shortest.cells()) {
                if (!changes.containsKey(cell) && through.get(cell).stream().noneMatch(givenUp::contains)) {
                    change(cell, broken, cost);
                }
            }
        }
        if (shortest.cells().stream().noneMatch(changes::containsKey)) {
            givenUp.add(shortest);
            visit(cost + PRINTED_BROKEN);
            givenUp.remove(shortest);
        }
    }

    private void change(int cell, List<Equation> broken, double cost) {
        BigDecimal old = values[cell];
        Set<BigDecimal> candidates = new LinkedHashSet<>();
        for (Equation e : broken) {
            if (e.cells().contains(cell)) {
                int weight = e.weightOf(cell);
                BigDecimal r = e.residual(values);
                if (Math.abs(weight) == 1) {
                    candidates.add(plain(weight == 1 ? old.subtract(r) : old.add(r)));
                }
            }
        }
        prices.readings(cell).forEach(v -> candidates.add(plain(v)));
        for (BigDecimal value : candidates) {
            double price = value.compareTo(old) == 0 ? Double.POSITIVE_INFINITY : prices.of(cell, value);
            if (cost + price < best + MARGIN) {
                changes.put(cell, value);
                values[cell] = value;
                visit(cost + price);
                values[cell] = old;
                changes.remove(cell);
            }
        }
    }

    private static BigDecimal plain(BigDecimal v) {
        BigDecimal s = v.stripTrailingZeros();
        return s.scale() < 0 ? s.setScale(0) : s;
    }

    @Override
    public String toString() {
        return equations.size() + " equations over " + Arrays.toString(values);
    }
}
