package gouji.report;

import gouji.profile.Identity;
import gouji.profile.Node;
import gouji.profile.TableTemplate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Settles in which columns the figures of a row stand whose blank cells a text dump leaves open, where among all placements
 * exactly one lets the sums of the table hold. A sum is tested where both its sides have a printed figure; a blank adds
 * nothing to it. Each figure placed must stand in a sum that holds and is not all zeros, and no printed figure changes.
 */
final class Placements {
    private static final int MOST = 1024;
    private static final int LEAST_SUMS = 2;

    private final List<Sum> sums = new ArrayList<>();

    /** A cell, {@code row.column}, and its weight. */
    private record Term(int weight, String cell) {}

    private record Sum(List<Term> left, List<Term> right) {
        boolean touches(Set<String> cells) {
            return left.stream().anyMatch(t -> cells.contains(t.cell()))
                    || right.stream().anyMatch(t -> cells.contains(t.cell()));
        }
    }

    Placements(List<Identity> identities, TableTemplate table) {
        for (Identity identity : identities) {
            if (identity.table().equals(table.id())
                    && identity.relation() == Identity.Relation.EQ
                    && identity.severity() == Identity.Severity.ERROR) {
                add(identity, table);
            }
        }
    }

    private void add(Identity identity, TableTemplate table) {
        boolean columns = identity.scope() == Identity.Scope.COLUMN;
        List<String> across = table.blocks().stream()
                .flatMap(b -> (columns ? b.leafColumns() : b.leafRows()).stream())
                .map(Node::code)
                .distinct()
                .toList();
        for (String at : across) {
            if (identity.within()) {
                identity.over().forEach(group -> add(identity, c -> at + "." + group + "." + c));
            } else if (identity.over().isEmpty() || identity.over().contains(at)) {
                add(identity, c -> columns ? c + "." + at : at + "." + c);
            }
        }
    }

    private void add(Identity identity, UnaryOperator<String> place) {
        sums.add(new Sum(terms(identity.left(), place), terms(identity.right(), place)));
    }

    private static List<Term> terms(List<Identity.Term> terms, UnaryOperator<String> place) {
        return terms.stream()
                .map(t -> new Term(t.weight(), place.apply(t.code())))
                .toList();
    }

    /**
     * The only placement of the doubtful rows with which the sums hold.
     *
     * @param fixed value of each cell of the other rows by {@code row.column}, empty for a blank
     * @param options for each doubtful row its possible placements
     * @return for each doubtful row the number of its placement; empty where not exactly one will do
     */
    Optional<List<Integer>> only(
            Map<String, Optional<BigDecimal>> fixed, List<List<Map<String, Optional<BigDecimal>>>> options) {
        long all = 1;
        for (List<?> row : options) {
            all = Math.min(MOST + 1L, all * row.size());
        }
        List<Integer> only = null;
        for (int n = 0; n < all && all <= MOST; n++) {
            List<Integer> choice = choice(n, options);
            if (holds(fixed, options, choice)) {
                if (only != null) {
                    return Optional.empty();
                }
                only = choice;
            }
        }
        return Optional.ofNullable(only);
    }

    /** Sums that hold and are not all zeros, and sums that fail, among those with a printed figure on both sides. */
    record Tally(int holding, int failing) {}

    /** @param cells value of each cell by {@code row.column}, empty where there is none */
    Tally tally(Map<String, Optional<BigDecimal>> cells) {
        int holding = 0;
        int failing = 0;
        for (Sum sum : sums) {
            if (isTested(sum, cells)) {
                BigDecimal left = value(sum.left(), cells);
                boolean holds = left.compareTo(value(sum.right(), cells)) == 0;
                holding += holds && left.signum() != 0 ? 1 : 0;
                failing += holds ? 0 : 1;
            }
        }
        return new Tally(holding, failing);
    }

    private static List<Integer> choice(int number, List<? extends List<?>> options) {
        List<Integer> choice = new ArrayList<>();
        int rest = number;
        for (List<?> row : options) {
            choice.add(rest % row.size());
            rest /= row.size();
        }
        return choice;
    }

    private boolean holds(
            Map<String, Optional<BigDecimal>> fixed,
            List<List<Map<String, Optional<BigDecimal>>>> options,
            List<Integer> choice) {
        Map<String, Optional<BigDecimal>> cells = new HashMap<>(fixed);
        Set<String> open = new HashSet<>();
        Set<String> toProve = new HashSet<>();
        for (int i = 0; i < choice.size(); i++) {
            Map<String, Optional<BigDecimal>> row = options.get(i).get(choice.get(i));
            cells.putAll(row);
            open.addAll(row.keySet());
            row.forEach((cell, value) -> value.filter(v -> v.signum() != 0).ifPresent(v -> toProve.add(cell)));
        }
        int holding = 0;
        for (Sum sum : sums) {
            if (sum.touches(open) && isTested(sum, cells)) {
                BigDecimal left = value(sum.left(), cells);
                if (left.compareTo(value(sum.right(), cells)) != 0) {
                    return false;
                }
                holding += left.signum() != 0 ? 1 : 0;
                sum.left().forEach(t -> toProve.remove(t.cell()));
                sum.right().forEach(t -> toProve.remove(t.cell()));
            }
        }
        return holding >= LEAST_SUMS && toProve.isEmpty();
    }

    private static boolean isTested(Sum sum, Map<String, Optional<BigDecimal>> cells) {
        boolean known = sum.left().stream().allMatch(t -> cells.containsKey(t.cell()))
                && sum.right().stream().allMatch(t -> cells.containsKey(t.cell()));
        return known && isPrinted(sum.left(), cells) && isPrinted(sum.right(), cells);
    }

    private static boolean isPrinted(List<Term> terms, Map<String, Optional<BigDecimal>> cells) {
        return terms.stream().anyMatch(t -> cells.get(t.cell()).isPresent());
    }

    private static BigDecimal value(List<Term> terms, Map<String, Optional<BigDecimal>> cells) {
        return terms.stream()
                .map(t -> cells.get(t.cell()).orElse(BigDecimal.ZERO).multiply(BigDecimal.valueOf(t.weight())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
