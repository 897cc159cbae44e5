package gouji.check;

import gouji.profile.Identity;
import gouji.report.Observation;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An identity at one column or row.
 *
 * @param identity the identity
 * @param row row the result is shown at, or empty
 * @param column column the result is shown at, or empty
 * @param left cells of the left side with their weights
 * @param right cells of the right side with their weights
 */
record IdentityAtPlace(Identity identity, String row, String column, List<Term> left, List<Term> right) {

    /** Before the code of a cell of the report for the year before. */
    static final String LAST_YEAR = "last:";

    /** A cell's full code and its weight. */
    record Term(int weight, String cell) {}

    static IdentityAtPlace inColumn(Identity identity, String column) {
        return new IdentityAtPlace(
                identity,
                identity.at(),
                column,
                terms(identity, identity.left(), r -> r + "." + column),
                terms(identity, identity.right(), r -> r + "." + column));
    }

    static IdentityAtPlace inRow(Identity identity, String row) {
        return new IdentityAtPlace(
                identity,
                row,
                identity.at(),
                terms(identity, identity.left(), c -> row + "." + c),
                terms(identity, identity.right(), c -> row + "." + c));
    }

    /** Below one group of columns: {@code upheld} within {@code review} is {@code review.upheld}. */
    static IdentityAtPlace inGroup(Identity identity, String row, String group) {
        String at = identity.at().isEmpty() ? group : group + "." + identity.at();
        UnaryOperator<String> place = c -> row + "." + group + "." + c;
        return new IdentityAtPlace(
                identity, row, at, terms(identity, identity.left(), place), terms(identity, identity.right(), place));
    }

    private static List<Term> terms(Identity identity, List<Identity.Term> terms, UnaryOperator<String> place) {
        return terms.stream()
                .map(t -> new Term(
                        t.weight(), (t.lastYear() ? LAST_YEAR : "") + identity.table() + "." + place.apply(t.code())))
                .toList();
    }

    List<String> codes() {
        List<String> codes = new ArrayList<>();
        left.forEach(t -> codes.add(t.cell()));
        right.forEach(t -> codes.add(t.cell()));
        return codes;
    }

    boolean allZero(Map<String, Observation> cells) {
        return codes().stream()
                .allMatch(c -> cells.get(c).value().map(v -> v.signum() == 0).orElse(true));
    }

    /** The result; blank cells are taken for zero only to say that they would make it hold. */
    CheckResult evaluate(Map<String, Observation> cells) {
        List<Observation> terms = codes().stream().map(cells::get).toList();
        boolean lacking = terms.stream().anyMatch(o -> o == null || o.state() == State.ABSENT);
        if (lacking) {
            boolean none = terms.stream().allMatch(o -> o == null || o.state() == State.ABSENT);
            return result(
                    Optional.empty(),
                    Optional.empty(),
                    none ? CheckResult.Result.NOT_APPLICABLE : CheckResult.Result.NOT_ASSESSABLE);
        }
        boolean unreadable = terms.stream().anyMatch(o -> o.value().isEmpty() && o.state() != State.BLANK);
        boolean blank = terms.stream().anyMatch(o -> o.state() == State.BLANK);
        if (unreadable) {
            return result(Optional.empty(), Optional.empty(), CheckResult.Result.NOT_ASSESSABLE);
        }
        BigDecimal l = sum(left, cells);
        BigDecimal r = sum(right, cells);
        boolean holds = holds(l.subtract(r));
        if (blank) {
            boolean nothing = terms.stream().allMatch(o -> o.value().isEmpty());
            return holds && !nothing
                    ? result(Optional.of(l), Optional.of(r), CheckResult.Result.HOLD_IF_BLANK_IS_ZERO)
                    : result(Optional.empty(), Optional.empty(), CheckResult.Result.NOT_ASSESSABLE);
        }
        return result(Optional.of(l), Optional.of(r), holds ? CheckResult.Result.HOLD : CheckResult.Result.FAIL);
    }

    /** The identity with its terms as they stand. */
    Arithmetic arithmetic(Map<String, Observation> cells) {
        return new Arithmetic(evaluate(cells), written(left, cells), written(right, cells));
    }

    private static List<Arithmetic.Term> written(List<Term> terms, Map<String, Observation> cells) {
        return terms.stream()
                .map(t -> new Arithmetic.Term(
                        t.weight(),
                        t.cell(),
                        Optional.ofNullable(cells.get(t.cell())).flatMap(Observation::value)))
                .toList();
    }

    private boolean holds(BigDecimal difference) {
        BigDecimal slack = BigDecimal.valueOf(identity.slack());
        return switch (identity.relation()) {
            case EQ -> difference.abs().compareTo(slack) <= 0;
            case GE -> difference.negate().compareTo(slack) <= 0;
            case LE -> difference.compareTo(slack) <= 0;
        };
    }

    private static BigDecimal sum(List<Term> terms, Map<String, Observation> cells) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : terms) {
            BigDecimal value = cells.get(term.cell()).value().orElse(BigDecimal.ZERO);
            sum = sum.add(value.multiply(BigDecimal.valueOf(term.weight())));
        }
        return sum;
    }

    /** It needs cells the other report's template lacks. */
    CheckResult notApplicable() {
        return result(Optional.empty(), Optional.empty(), CheckResult.Result.NOT_APPLICABLE);
    }

    /** It needs cells whose reading is in doubt. */
    CheckResult notAssessable() {
        return result(Optional.empty(), Optional.empty(), CheckResult.Result.NOT_ASSESSABLE);
    }

    private CheckResult result(Optional<BigDecimal> l, Optional<BigDecimal> r, CheckResult.Result result) {
        Optional<BigDecimal> difference = l.flatMap(a -> r.map(a::subtract));
        return new CheckResult(
                identity.id(),
                identity.table(),
                row,
                column,
                l,
                r,
                difference,
                result,
                identity.severity().name().toLowerCase(Locale.ROOT));
    }
}
