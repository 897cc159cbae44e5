package gouji.check;

import gouji.check.RepairSearch.Solution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Says which changes of the cheapest explanation of a table may be believed.
 *
 * <p>The figure must be possible on the page: among the readings kept of its cell and not much less likely than the first,
 * or there is print in the cell that could not be read at all. All equations through the cell must hold with it, and
 * every explanation without it must be dearer by a margin. It must be tested by at least one equation more
 * than it takes to find it: one that merely fits a single sum may as well be the page's own mistake in another cell. In a
 * table whose other equations stay broken no reading is exchanged for another: the page may not add up here either.
 */
final class RepairRule {
    /** Explanations without a change must be dearer by this. */
    static final double MARGIN = 2.5;
    /** Dearest reading to be believed: a fifth as likely as the first. */
    private static final double SEEN = Math.log(5);

    private final List<Equation> equations;
    private final long[] read;
    private final ReadingPrices prices;
    private final RepairSearch search;
    private final Set<Integer> doubtful = new TreeSet<>();
    private double next = Double.POSITIVE_INFINITY;

    /**
     * What came of it.
     *
     * @param changes value of each cell that may be believed to be misread
     * @param cost their price
     * @param next price, above that of the rest, of the cheapest explanation without one of them
     * @param doubtful cells that an explanation changes, but not beyond doubt
     */
    record Verdict(Map<Integer, Long> changes, double cost, double next, Set<Integer> doubtful) {
        static final Verdict NOTHING = new Verdict(Map.of(), 0, 0, Set.of());

        /** A nought and a dash are the same to the sums: where both are printed no figure becomes a nought. */
        Verdict withoutZeros() {
            Map<Integer, Long> kept = new TreeMap<>(changes);
            kept.values().removeIf(v -> v == 0);
            Set<Integer> open = new TreeSet<>(doubtful);
            changes.keySet().stream().filter(c -> !kept.containsKey(c)).forEach(open::add);
            return new Verdict(kept, cost, next, open);
        }
    }

    RepairRule(List<Equation> equations, long[] read, ReadingPrices prices) {
        this.equations = equations;
        this.read = read;
        this.prices = prices;
        this.search = new RepairSearch(equations, read, prices);
    }

    Verdict verdict() {
        Optional<Solution> cheapest = search.cheapest();
        if (cheapest.isEmpty()) {
            return Verdict.NOTHING;
        }
        Solution best = cheapest.get();
        Map<Integer, Long> believed = new TreeMap<>(best.changes());
        believed.keySet().removeIf(c -> !isUnique(best, c));
        keepSupported(believed);
        if (leavesBroken(believed)) {
            believed.keySet().removeIf(c -> prices.isListed(c, believed.get(c)));
            keepSupported(believed);
        }
        doubtful.addAll(best.changes().keySet());
        doubtful.removeAll(believed.keySet());
        double cost = believed.entrySet().stream()
                .mapToDouble(e -> prices.of(e.getKey(), e.getValue()))
                .sum();
        return new Verdict(believed, cost, next - (best.cost() - cost), doubtful);
    }

    /** What one change rested on may go with another. */
    private void keepSupported(Map<Integer, Long> believed) {
        boolean fewer = true;
        while (fewer) {
            fewer = believed.keySet().removeIf(c -> !isSupported(c, believed));
        }
    }

    private boolean leavesBroken(Map<Integer, Long> believed) {
        Sums sums = with(believed);
        return IntStream.range(0, sums.equations()).anyMatch(e -> !sums.holds(e));
    }

    private Sums with(Map<Integer, Long> believed) {
        Sums sums = new Sums(equations, read);
        believed.forEach(sums::set);
        return sums;
    }

    /** Whether a change is possible on the page, and without it nothing is nearly as likely. */
    private boolean isUnique(Solution best, int cell) {
        long value = best.changes().get(cell);
        boolean seen = prices.isListed(cell, value) ? prices.of(cell, value) <= SEEN : prices.isUnread(cell);
        if (!seen) {
            return false;
        }
        Optional<Solution> without = search.cheapestWithout(cell, value);
        if (without.isEmpty()) {
            boolean dearer = search.isAsDearWithout(cell, value, best.cost() + MARGIN);
            next = dearer ? Math.min(next, best.cost() + MARGIN) : next;
            return dearer;
        }
        boolean unique = without.get().cost() - best.cost() >= MARGIN;
        if (unique) {
            next = Math.min(next, without.get().cost());
        } else {
            doubtful.addAll(without.get().changes().keySet());
        }
        return unique;
    }

    private boolean isSupported(int cell, Map<Integer, Long> believed) {
        Sums sums = with(believed);
        if (Arrays.stream(sums.through(cell)).anyMatch(e -> !sums.holds(e))) {
            return false;
        }
        Set<Integer> together = new HashSet<>(Set.of(cell));
        Set<Integer> through = new HashSet<>();
        List<Integer> open = new ArrayList<>(together);
        while (!open.isEmpty()) {
            for (int e : sums.through(open.remove(open.size() - 1))) {
                if (through.add(e)) {
                    for (int other : sums.cells(e)) {
                        if (believed.containsKey(other) && together.add(other)) {
                            open.add(other);
                        }
                    }
                }
            }
        }
        return through.size() > together.size();
    }
}
