package gouji.check;

import gouji.profile.FigurePattern;
import gouji.profile.Ratio;
import gouji.report.NarrativeFigure;
import gouji.report.Observation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Percentages stated in prose, computed again: {@code PROSE-SHARE} from the tables, {@code PROSE-CHANGE} with last year's. */
record ShareCheck(ProseCheck.Agreement agreement) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 12;

    CheckResult share(FigurePattern f, Ratio ratio, List<NarrativeFigure> said, Map<String, Observation> cells) {
        String id = "PROSE-SHARE";
        ProseCheck.Spot spot = spot(f, ratio.part().get(0), cells);
        Optional<BigDecimal> first = Optional.of(said.get(0).value());
        Stream<String> parts = ratio.part().stream();
        if (!parts.allMatch(cells::containsKey)
                || ratio.of().stream().noneMatch(of -> cells.keySet().containsAll(of))) {
            return spot.open(id, first, CheckResult.Result.NOT_APPLICABLE, "");
        }
        List<List<String>> wholes = ratio.of().stream()
                .filter(of -> cells.keySet().containsAll(of))
                .filter(of -> sure(of, cells) && ProseCheck.total(of, cells).signum() > 0)
                .toList();
        if (!sure(ratio.part(), cells) || wholes.size() < ratio.of().size()) {
            return spot.open(
                    id,
                    first,
                    CheckResult.Result.NOT_ASSESSABLE,
                    "a figure it is computed from is blank, 0 or in doubt");
        }
        BigDecimal part = ProseCheck.total(ratio.part(), cells);
        List<BigDecimal> shares = wholes.stream()
                .map(of -> percent(part, ProseCheck.total(of, cells)))
                .toList();
        return best(id, spot, said, shares);
    }

    /** @param before cells of the report for the year before */
    CheckResult change(
            FigurePattern f,
            Ratio ratio,
            List<NarrativeFigure> said,
            Map<String, Observation> now,
            Map<String, Observation> before) {
        String id = "PROSE-CHANGE";
        ProseCheck.Spot spot = spot(f, ratio.part().get(0), now);
        Optional<BigDecimal> first = Optional.of(said.get(0).value());
        if (!now.keySet().containsAll(ratio.part())) {
            return spot.open(id, first, CheckResult.Result.NOT_APPLICABLE, "");
        }
        if (before.isEmpty()) {
            return spot.open(id, first, CheckResult.Result.NOT_ASSESSABLE, "no report for the year before");
        }
        if (!before.keySet().containsAll(ratio.part())) {
            return spot.open(id, first, CheckResult.Result.NOT_APPLICABLE, "");
        }
        boolean known = sure(ratio.part(), now) && sure(ratio.part(), before);
        BigDecimal last = known ? ProseCheck.total(ratio.part(), before) : BigDecimal.ZERO;
        if (last.signum() == 0) {
            return spot.open(
                    id,
                    first,
                    CheckResult.Result.NOT_ASSESSABLE,
                    "a figure it is computed from is blank, 0 or in doubt");
        }
        BigDecimal rise = ProseCheck.total(ratio.part(), now).subtract(last);
        BigDecimal said100 = percent(ratio.direction() == Ratio.Direction.FALL ? rise.negate() : rise, last);
        return best(id, spot, said, List.of(said100));
    }

    private CheckResult best(String id, ProseCheck.Spot spot, List<NarrativeFigure> said, List<BigDecimal> exact) {
        Map<NarrativeFigure, BigDecimal> nearest = new HashMap<>();
        for (NarrativeFigure f : said) {
            nearest.put(
                    f,
                    exact.stream()
                            .filter(e -> agreement.agrees(f, e))
                            .findFirst()
                            .orElse(exact.get(0)));
        }
        return ProseCheck.best(
                id,
                spot,
                said,
                f -> nearest.get(f).setScale(f.value().scale() + 2, RoundingMode.HALF_UP),
                f -> agreement.agrees(f, nearest.get(f)));
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, DIGITS, RoundingMode.HALF_UP);
    }

    private static boolean sure(List<String> codes, Map<String, Observation> cells) {
        return codes.stream().allMatch(c -> ProseCheck.sure(cells.get(c)));
    }

    private static ProseCheck.Spot spot(FigurePattern f, String cell, Map<String, Observation> cells) {
        Optional<Observation> first = Optional.ofNullable(cells.get(cell));
        return first.map(o -> new ProseCheck.Spot(o.table(), f.row().isEmpty() ? o.row() : f.row(), o.column()))
                .orElse(new ProseCheck.Spot("narrative", f.code(), ""));
    }
}
