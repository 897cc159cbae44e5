package gouji.check;

import gouji.document.Alternative;
import gouji.report.Observation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Signs that lost the same stroke are misread alike: where a 52 and the total 52 are both read as 32 the sum holds, and
 * says nothing. Then another reading of the cell is made up for by another reading of a cell in the same sum.
 */
final class SameMistake {
    /** A reading this much less likely than the best is none that counts. */
    private static final double COUNTS = 0.1;

    private SameMistake() {}

    /**
     * Whether another reading of the cell would leave every identity through it holding.
     *
     * @param through identities that hold
     * @param cells observations by code
     */
    static boolean isPossible(Observation o, List<IdentityAtPlace> through, Map<String, Observation> cells) {
        return !through.isEmpty()
                && others(o).anyMatch(d -> through.stream().allMatch(i -> isMadeUpFor(o, d, i, cells)));
    }

    private static boolean isMadeUpFor(
            Observation o, BigDecimal difference, IdentityAtPlace identity, Map<String, Observation> cells) {
        BigDecimal moved = difference.multiply(weight(o.code(), identity));
        return identity.codes().stream()
                .filter(c -> !c.equals(o.code()))
                .anyMatch(c -> Optional.ofNullable(cells.get(c)).stream()
                        .flatMap(SameMistake::others)
                        .anyMatch(
                                d -> d.multiply(weight(c, identity)).add(moved).signum() == 0));
    }

    /** Weight of a cell, those on the right negative. */
    private static BigDecimal weight(String code, IdentityAtPlace identity) {
        int left = identity.left().stream()
                .filter(t -> t.cell().equals(code))
                .mapToInt(IdentityAtPlace.Term::weight)
                .sum();
        int right = identity.right().stream()
                .filter(t -> t.cell().equals(code))
                .mapToInt(IdentityAtPlace.Term::weight)
                .sum();
        return BigDecimal.valueOf((long) left - right);
    }

    /** By how much its other readings differ from its value. */
    private static Stream<BigDecimal> others(Observation o) {
        if (o.value().isEmpty() || o.alternatives().isEmpty()) {
            return Stream.of();
        }
        double best = o.alternatives().get(0).score();
        return o.alternatives().stream()
                .filter(a -> a.score() >= COUNTS * best)
                .map(Alternative::text)
                .filter(t -> t.matches("[0-9]{1,12}"))
                .map(t -> new BigDecimal(t).subtract(o.value().orElseThrow()))
                .filter(d -> d.signum() != 0);
    }
}
