package gouji.check;

import gouji.profile.FigurePattern;
import gouji.profile.Identity;
import gouji.profile.Profile;
import gouji.profile.StatedSum;
import gouji.profile.Values;
import gouji.report.NarrativeFigure;
import gouji.report.Observation;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Figures stated in prose against the tables, and against each other. Of several statements of one figure, one that
 * agrees is enough. Figures may be rounded or cut off to the digits they are printed with.
 */
final class ProseCheck {
    private static final String TABLE_OF_STATEMENTS = "narrative";

    private final Profile profile;
    private final Agreement agreement;

    ProseCheck(Profile profile) {
        this.profile = profile;
        this.agreement = new Agreement(profile.values());
    }

    /** @param cells by code */
    List<CheckResult> within(List<NarrativeFigure> figures, Map<String, Observation> cells) {
        Map<String, List<NarrativeFigure>> stated = new LinkedHashMap<>();
        figures.stream()
                .filter(NarrativeFigure::check)
                .forEach(f ->
                        stated.computeIfAbsent(f.code(), c -> new ArrayList<>()).add(f));
        List<CheckResult> results = new ArrayList<>();
        stated.forEach((code, said) -> Optional.ofNullable(cells.get(code))
                .flatMap(cell -> cell(cell, said))
                .ifPresent(results::add));
        Set<String> done = new HashSet<>();
        for (FigurePattern f : profile.figures()) {
            List<NarrativeFigure> said = stated.getOrDefault(f.code(), List.of());
            boolean plain = f.sum().isEmpty() && f.ratio().isEmpty();
            if (said.isEmpty() || plain || !done.add(f.code())) {
                continue;
            }
            if (f.check() && !f.sum().isEmpty()) {
                sum(f, said, cells).ifPresent(results::add);
            }
            f.ratio()
                    .filter(r -> !r.acrossYears())
                    .map(r -> new ShareCheck(agreement).share(f, r, said, cells))
                    .ifPresent(results::add);
        }
        results.addAll(new StatedParts(profile, agreement).check(figures));
        profile.statedSums().forEach(s -> statedSum(s, figures, results).ifPresent(results::add));
        return results;
    }

    private Optional<CheckResult> cell(Observation cell, List<NarrativeFigure> said) {
        if (!sure(cell)) {
            return Optional.empty();
        }
        return Optional.of(best(
                "PROSE",
                new Spot(cell.table(), cell.row(), cell.column()),
                said,
                f -> agreement.inUnitOf(f, cell),
                f -> agreement.agrees(f, cell)));
    }

    /**
     * A figure stated for several cells together: suits are those without a review and those after one. One that says
     * what a single cell says may be about that cell alone, and is no conflict.
     */
    private Optional<CheckResult> sum(FigurePattern f, List<NarrativeFigure> said, Map<String, Observation> cells) {
        List<Observation> terms = f.sum().stream().map(cells::get).toList();
        if (!terms.stream().allMatch(o -> o != null && sure(o))) {
            return Optional.empty();
        }
        BigDecimal total = total(f.sum(), cells);
        List<NarrativeFigure> meant = said.stream()
                .filter(n -> n.value().signum() == 0
                        || n.value().compareTo(total) == 0
                        || terms.stream().noneMatch(o -> o.value().orElseThrow().compareTo(n.value()) == 0))
                .toList();
        Observation first = terms.get(0);
        Spot spot = f.row().isEmpty()
                ? new Spot(
                        first.table(), first.row(), f.code().substring(f.code().lastIndexOf('.') + 1))
                : new Spot(first.table(), f.row(), first.column());
        return meant.isEmpty()
                ? Optional.empty()
                : Optional.of(best("PROSE", spot, meant, n -> total, n -> agreement.agrees(n, total)));
    }

    /** Empty unless every figure is stated with one value, and where the same place has a result of the same id. */
    private Optional<CheckResult> statedSum(StatedSum sum, List<NarrativeFigure> figures, List<CheckResult> results) {
        Optional<BigDecimal> whole = stated(sum.whole(), figures);
        List<Optional<BigDecimal>> parts =
                sum.parts().stream().map(p -> stated(p, figures)).toList();
        boolean all = whole.isPresent() && parts.stream().allMatch(Optional::isPresent);
        Spot spot = Spot.of(sum.whole(), profile);
        boolean done = results.stream()
                .anyMatch(r -> r.check().equals(sum.id()) && new Spot(r.table(), r.row(), r.column()).equals(spot));
        if (!all || done) {
            return Optional.empty();
        }
        BigDecimal added = parts.stream().map(Optional::orElseThrow).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean holds = added.compareTo(whole.get()) == 0;
        return Optional.of(spot.result(sum.id(), whole, Optional.of(added), holds, sum.severity()));
    }

    private static Optional<BigDecimal> stated(String code, List<NarrativeFigure> figures) {
        List<BigDecimal> values = figures.stream()
                .filter(f -> f.code().equals(code) && f.period() == NarrativeFigure.Period.THIS_YEAR)
                .map(f -> f.value().stripTrailingZeros())
                .distinct()
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    static CheckResult best(
            String id,
            Spot spot,
            List<NarrativeFigure> said,
            Function<NarrativeFigure, BigDecimal> right,
            java.util.function.Predicate<NarrativeFigure> agrees) {
        NarrativeFigure chosen = said.stream().filter(agrees).findFirst().orElse(said.get(0));
        return spot.result(
                id,
                Optional.of(chosen.value()),
                Optional.of(right.apply(chosen)),
                agrees.test(chosen),
                Identity.Severity.WARNING);
    }

    static boolean sure(Observation cell) {
        return cell.value().isPresent() && cell.state() != State.SUSPECT;
    }

    static BigDecimal total(List<String> codes, Map<String, Observation> cells) {
        return codes.stream().map(c -> cells.get(c).value().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Where a result is shown. */
    record Spot(String table, String row, String column) {
        /** A cell's code taken apart; a code of the profile's own stands under {@code narrative}. */
        static Spot of(String code, Profile profile) {
            return profile.templates().stream()
                    .flatMap(t -> t.tables().stream())
                    .flatMap(t -> t.blocks().stream()
                            .flatMap(b -> b.leafRows().stream()
                                    .flatMap(r ->
                                            b.leafColumns().stream().map(c -> new Spot(t.id(), r.code(), c.code())))))
                    .filter(s -> code.equals(s.table() + "." + s.row() + "." + s.column()))
                    .findFirst()
                    .orElse(new Spot(
                            TABLE_OF_STATEMENTS,
                            code.startsWith(TABLE_OF_STATEMENTS + ".")
                                    ? code.substring(TABLE_OF_STATEMENTS.length() + 1)
                                    : code,
                            ""));
        }

        CheckResult result(
                String id,
                Optional<BigDecimal> left,
                Optional<BigDecimal> right,
                boolean holds,
                Identity.Severity severity) {
            return new CheckResult(
                    id,
                    table,
                    row,
                    column,
                    left,
                    right,
                    left.flatMap(l -> right.map(l::subtract)),
                    holds ? CheckResult.Result.HOLD : CheckResult.Result.FAIL,
                    severity.name().toLowerCase(java.util.Locale.ROOT));
        }

        CheckResult open(String id, Optional<BigDecimal> left, CheckResult.Result result, String note) {
            return new CheckResult(
                    id,
                    table,
                    row,
                    column,
                    left,
                    Optional.empty(),
                    Optional.empty(),
                    result,
                    Identity.Severity.WARNING.name().toLowerCase(java.util.Locale.ROOT),
                    note);
        }
    }

    /** When a stated figure says what a cell says. */
    record Agreement(Values values) {
        /** Rounded, or cut off, to the digits it is printed with. */
        boolean agrees(NarrativeFigure said, BigDecimal exact) {
            return near(said.value(), exact, said.step());
        }

        /** In another unit the digits of the cell count as well: 230元 is 0.02万元. */
        boolean agrees(NarrativeFigure said, Observation cell) {
            BigDecimal exact = inUnitOf(said, cell);
            Optional<BigDecimal> factor = factor(said.unit(), cell.unit());
            BigDecimal ulp = cell.value().orElseThrow().ulp().multiply(factor.orElse(BigDecimal.ONE));
            return near(
                    said.value(),
                    exact,
                    factor.isEmpty() ? said.step() : said.step().max(ulp));
        }

        BigDecimal inUnitOf(NarrativeFigure said, Observation cell) {
            BigDecimal value = cell.value().orElseThrow();
            return factor(said.unit(), cell.unit())
                    .map(f -> value.multiply(f).stripTrailingZeros())
                    .map(v -> v.scale() < 0 ? v.setScale(0) : v)
                    .orElse(value);
        }

        /** From the cell's unit to that of the statement; empty where they are the same or no factor is known. */
        private Optional<BigDecimal> factor(String stated, String ofCell) {
            BigDecimal to = values.unitFactor().get(stated);
            BigDecimal from = values.unitFactor().get(ofCell);
            boolean known = to != null && from != null && to.compareTo(from) != 0;
            return known ? Optional.of(from.divide(to, java.math.MathContext.DECIMAL64)) : Optional.empty();
        }

        private static boolean near(BigDecimal said, BigDecimal exact, BigDecimal step) {
            BigDecimal over = exact.subtract(said);
            BigDecimal half = step.divide(BigDecimal.valueOf(2), java.math.MathContext.DECIMAL64);
            return over.compareTo(half.negate()) >= 0 && over.compareTo(step) < 0;
        }
    }
}
