package gouji.check;

import gouji.profile.FigurePattern;
import gouji.profile.Identity;
import gouji.profile.Profile;
import gouji.report.NarrativeFigure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code PROSE-PARTS}: 收取信息处理费2950元,其中市公安局420元… Parts are figures behind the whole in the same paragraph; two
 * or more in the same unit are taken for all.
 */
final class StatedParts {
    private final Map<String, String> wholeOf = new HashMap<>();
    private final Profile profile;
    private final ProseCheck.Agreement agreement;

    StatedParts(Profile profile, ProseCheck.Agreement agreement) {
        this.profile = profile;
        this.agreement = agreement;
        for (FigurePattern f : profile.figures()) {
            if (!f.partOf().isEmpty()) {
                wholeOf.put(f.code(), f.partOf());
            }
        }
    }

    List<CheckResult> check(List<NarrativeFigure> figures) {
        Map<String, CheckResult> results = new java.util.LinkedHashMap<>();
        for (int i = 0; i < figures.size(); i++) {
            NarrativeFigure whole = figures.get(i);
            if (wholeOf.containsValue(whole.code())) {
                List<NarrativeFigure> parts = parts(figures, i);
                if (parts.size() >= 2) {
                    results.putIfAbsent(whole.code(), result(whole, parts));
                }
            }
        }
        return List.copyOf(results.values());
    }

    private List<NarrativeFigure> parts(List<NarrativeFigure> figures, int at) {
        NarrativeFigure whole = figures.get(at);
        List<NarrativeFigure> parts = new ArrayList<>();
        for (NarrativeFigure f : figures.subList(at + 1, figures.size())) {
            if (f.code().equals(whole.code()) || !f.place().equals(whole.place())) {
                break;
            }
            boolean part =
                    whole.code().equals(wholeOf.get(f.code())) && f.unit().equals(whole.unit());
            if (part && f.period() == whole.period()) {
                parts.add(f);
            }
        }
        return parts;
    }

    private CheckResult result(NarrativeFigure whole, List<NarrativeFigure> parts) {
        BigDecimal sum = parts.stream().map(NarrativeFigure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return ProseCheck.Spot.of(whole.code(), profile)
                .result(
                        "PROSE-PARTS",
                        Optional.of(whole.value()),
                        Optional.of(sum),
                        agreement.agrees(whole, sum),
                        Identity.Severity.WARNING);
    }
}
