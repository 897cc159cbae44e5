package gouji.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the cheapest explanation of a table whose equations do not all hold: figures that were misread, each at the price
 * of its reading, and equations that the page itself breaks, each at {@link #PRINTED_BROKEN}. No figure of an equation
 * that the page breaks is taken for misread.
 *
 * <p>Depth-first branch and bound. It branches on the shortest broken equation: one of its cells says something else (a
 * reading that was kept, or the value that settles a broken equation), or the page breaks it. Whatever broken equations
 * have no cell in common cost at least their cheapest cells together, which bounds the rest. Equal states reached in
 * another order are visited once, and a budget of states, not of time, ends the search.
 */
final class RepairSearch {
    /** Price of an equation that the page itself breaks. */
    static final double PRINTED_BROKEN = 5;

    private static final int MOST_CHANGES = 16;
    private static final int BUDGET = 20_000;
    private static final double SAME = 1e-9;

    private final Sums sums;
    private final Prices prices;
    private final long[] read;
    private final boolean[] changed;
    private final boolean[] givenUp;
    private final Set<Long> seen = new HashSet<>();
    private final TreeMap<Integer, Long> changes = new TreeMap<>();
    private Optional<Change> forbidden = Optional.empty();
    private Solution best;
    private int visits;

    /** What it costs to believe that a cell says something else than was read. */
    interface Prices {
        /** Values that were seen as possible readings. */
        List<Long> readings(int cell);

        /** Price of a value; infinite where it cannot be. */
        double of(int cell, long value);

        /** No other value than the one read is cheaper. */
        double least(int cell);
    }

    /** A cell and another value than was read. */
    record Change(int cell, long value) {}

    /**
     * An explanation.
     *
     * @param changes new value of each cell misread
     * @param broken number of equations that the page breaks
     * @param cost its price
     */
    record Solution(Map<Integer, Long> changes, int broken, double cost) {}

    /** @param promise its price and what the equations it leaves broken may cost; the least is tried first */
    private record Step(int cell, long value, double price, double promise) {}

    RepairSearch(List<Equation> equations, long[] values, Prices prices) {
        this.sums = new Sums(equations, values);
        this.prices = prices;
        this.read = values.clone();
        this.changed = new boolean[values.length];
        this.givenUp = new boolean[equations.size()];
    }

    /** The cheapest explanation; empty when the budget ran out. */
    Optional<Solution> cheapest() {
        return search(Optional.empty());
    }

    /** The cheapest explanation in which the cell does not say this; empty when the budget ran out. */
    Optional<Solution> cheapestWithout(int cell, long value) {
        return search(Optional.of(new Change(cell, value)));
    }

    /** Whether every explanation in which the cell does not say this costs as much; false when the budget ran out. */
    boolean isAsDearWithout(int cell, long value, double cost) {
        return search(Optional.of(new Change(cell, value)), cost)
                .filter(s -> s.cost() >= cost)
                .isPresent();
    }

    private Optional<Solution> search(Optional<Change> without) {
        return search(without, Double.POSITIVE_INFINITY);
    }

    /** @param most only what is cheaper is looked for */
    private Optional<Solution> search(Optional<Change> without, double most) {
        forbidden = without;
        seen.clear();
        visits = 0;
        int broken = broken().size();
        best = new Solution(Map.of(), broken, Math.min(most, PRINTED_BROKEN * broken));
        visit(0, 0, 0);
        return visits > BUDGET ? Optional.empty() : Optional.of(best);
    }

    private List<Integer> broken() {
        List<Integer> broken = new ArrayList<>();
        for (int e = 0; e < sums.equations(); e++) {
            if (!givenUp[e] && !sums.holds(e)) {
                broken.add(e);
            }
        }
        return broken;
    }

    /** @param state what was changed and given up, hashed so that the order does not matter */
    private void visit(double cost, int given, long state) {
        if (!seen.add(state) || ++visits > BUDGET) {
            return;
        }
        List<Integer> broken = broken();
        if (broken.isEmpty()) {
            if (cost < best.cost() - SAME) {
                best = new Solution(Map.copyOf(changes), given, cost);
            }
            return;
        }
        if (cost + least(broken) >= best.cost() - SAME) {
            return;
        }
        int shortest = broken.stream()
                .min(Comparator.comparingInt(e -> sums.cells(e).length))
                .orElseThrow();
        for (Step step : steps(shortest)) {
            if (cost + step.price() < best.cost() - SAME) {
                change(step, cost, given, state);
            }
        }
        if (canBeGivenUp(shortest)) {
            givenUp[shortest] = true;
            visit(cost + PRINTED_BROKEN, given + 1, state ^ mixed(-1 - shortest, 0));
            givenUp[shortest] = false;
        }
    }

    private void change(Step step, double cost, int given, long state) {
        changes.put(step.cell(), step.value());
        changed[step.cell()] = true;
        sums.set(step.cell(), step.value());
        visit(cost + step.price(), given, state ^ mixed(step.cell(), step.value()));
        sums.set(step.cell(), read[step.cell()]);
        changed[step.cell()] = false;
        changes.remove(step.cell());
    }

    /** What the cells of an equation may say instead, most promising first. */
    private List<Step> steps(int equation) {
        List<Step> steps = new ArrayList<>();
        if (changes.size() == MOST_CHANGES) {
            return steps;
        }
        for (int cell : sums.cells(equation)) {
            if (isFree(cell)) {
                Set<Long> values = new HashSet<>(sums.settling(cell));
                values.addAll(prices.readings(cell));
                values.remove(read[cell]);
                values.stream()
                        .filter(v -> !forbidden.equals(Optional.of(new Change(cell, v))))
                        .map(v -> step(cell, v))
                        .filter(s -> Double.isFinite(s.price()))
                        .forEach(steps::add);
            }
        }
        steps.sort(Comparator.comparingDouble(Step::promise)
                .thenComparingInt(Step::cell)
                .thenComparingLong(Step::value));
        return steps;
    }

    private Step step(int cell, long value) {
        sums.set(cell, value);
        long broken =
                Arrays.stream(sums.through(cell)).filter(e -> !sums.holds(e)).count();
        sums.set(cell, read[cell]);
        long before =
                Arrays.stream(sums.through(cell)).filter(e -> !sums.holds(e)).count();
        double price = prices.of(cell, value);
        return new Step(cell, value, price, price + PRINTED_BROKEN * (broken - before));
    }

    private boolean isFree(int cell) {
        return !changed[cell] && Arrays.stream(sums.through(cell)).noneMatch(e -> givenUp[e]);
    }

    private boolean canBeGivenUp(int equation) {
        return Arrays.stream(sums.cells(equation)).noneMatch(c -> changed[c]);
    }

    /** No explanation of these equations is cheaper. */
    private double least(List<Integer> broken) {
        List<Integer> backwards = new ArrayList<>(broken);
        java.util.Collections.reverse(backwards);
        return Math.max(leastApart(broken), leastApart(backwards));
    }

    private double leastApart(List<Integer> broken) {
        boolean[] counted = new boolean[read.length];
        double sum = 0;
        for (int e : broken) {
            double least = canBeGivenUp(e) ? PRINTED_BROKEN : Double.POSITIVE_INFINITY;
            boolean apart = true;
            for (int cell : sums.cells(e)) {
                if (isFree(cell)) {
                    least = Math.min(least, prices.least(cell));
                    apart &= !counted[cell];
                }
            }
            if (apart) {
                sum += least;
                for (int cell : sums.cells(e)) {
                    counted[cell] = true;
                }
            }
        }
        return sum;
    }

    /** Spreads a pair over 64 bits (the finisher of SplitMix64, Steele and others 2014). */
    private static long mixed(int kind, long value) {
        long z = (kind * 0x9E3779B97F4A7C15L) ^ (value * 0xD1342543DE82EF95L + 0x632BE59BD9B4E019L);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
