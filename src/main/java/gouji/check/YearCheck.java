package gouji.check;

import gouji.profile.FigurePattern;
import gouji.profile.Identity;
import gouji.profile.Profile;
import gouji.profile.Ratio;
import gouji.profile.TableTemplate;
import gouji.profile.Template;
import gouji.report.NarrativeFigure;
import gouji.report.Observation;
import gouji.report.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A profile's identities that need more than the report: that for the year before, or the rank of its body. */
public final class YearCheck {
    private final Profile profile;
    private final Set<String> cells = new HashSet<>();

    public YearCheck(Profile profile) {
        this.profile = profile;
        for (Template template : profile.templates()) {
            for (TableTemplate table : template.tables()) {
                for (IdentityAtPlace identity : identities(template, table, i -> !i.isWithinReport())) {
                    identity.codes().forEach(c -> cells.add(bare(c)));
                }
            }
        }
        profile.figures().stream()
                .flatMap(f -> f.ratio().stream())
                .filter(Ratio::acrossYears)
                .forEach(r -> cells.addAll(r.part()));
    }

    /** Of figures stated in prose, those that are held against last year's report. */
    public List<NarrativeFigure> kept(List<NarrativeFigure> figures) {
        return figures.stream()
                .filter(NarrativeFigure::check)
                .filter(f -> changes().anyMatch(c -> c.code().equals(f.code())))
                .toList();
    }

    private Stream<FigurePattern> changes() {
        return profile.figures().stream()
                .filter(f -> f.ratio().filter(Ratio::acrossYears).isPresent());
    }

    /**
     * Changes stated in prose, one for each figure.
     *
     * @param before cells of last year's report; none where there is no such report
     */
    public List<CheckResult> changes(List<NarrativeFigure> figures, List<Observation> now, List<Observation> before) {
        ShareCheck check = new ShareCheck(new ProseCheck.Agreement(profile.values()));
        Map<String, CheckResult> results = new java.util.LinkedHashMap<>();
        changes().forEach(f -> {
            List<NarrativeFigure> said =
                    figures.stream().filter(n -> n.code().equals(f.code())).toList();
            if (!said.isEmpty()) {
                results.computeIfAbsent(
                        f.code(), c -> check.change(f, f.ratio().orElseThrow(), said, byCode(now), byCode(before)));
            }
        });
        return List.copyOf(results.values());
    }

    private static Map<String, Observation> byCode(List<Observation> cells) {
        Map<String, Observation> byCode = new HashMap<>();
        cells.forEach(o -> byCode.put(o.code(), o));
        return byCode;
    }

    /** Codes of all cells that any of the identities needs: what has to be kept of a report. */
    public Set<String> cells() {
        return Set.copyOf(cells);
    }

    /**
     * Evaluates.
     *
     * @param now the cells of the later report, at least {@link #cells}
     * @param before the same of the report for the year before
     */
    public List<CheckResult> check(List<Observation> now, List<Observation> before) {
        return check(now, before, Identity::acrossYears);
    }

    /**
     * Evaluates what bodies of a rank are asked.
     *
     * @param level {@code county}
     */
    public List<CheckResult> ofLevel(String level, List<Observation> now) {
        return check(now, List.of(), i -> !i.acrossYears() && i.levels().contains(level));
    }

    private List<CheckResult> check(List<Observation> now, List<Observation> before, Predicate<Identity> asked) {
        Map<String, Observation> known = new HashMap<>();
        Map<String, String> templates = new java.util.TreeMap<>();
        for (Observation o : now) {
            known.put(o.code(), o);
            templates.putIfAbsent(o.table(), o.template());
        }
        before.forEach(o -> known.put(IdentityAtPlace.LAST_YEAR + o.code(), o));
        List<CheckResult> results = new ArrayList<>();
        templates.forEach((id, templateId) -> {
            Template template = profile.template(templateId);
            template.findTable(id)
                    .ifPresent(table -> identities(template, table, asked)
                            .forEach(identity -> results.add(evaluate(identity, known))));
        });
        return results;
    }

    private static CheckResult evaluate(IdentityAtPlace identity, Map<String, Observation> known) {
        if (!known.keySet().containsAll(identity.codes())) {
            return identity.notApplicable();
        }
        boolean doubtful = identity.codes().stream().anyMatch(c -> known.get(c).state() == State.SUSPECT);
        return doubtful ? identity.notAssessable() : identity.evaluate(known);
    }

    private static List<IdentityAtPlace> identities(Template template, TableTemplate table, Predicate<Identity> asked) {
        return template.identities().stream()
                .filter(asked)
                .filter(i -> i.table().equals(table.id()))
                .flatMap(i -> Checker.at(i, table).stream())
                .toList();
    }

    private static String bare(String code) {
        return code.startsWith(IdentityAtPlace.LAST_YEAR) ? code.substring(IdentityAtPlace.LAST_YEAR.length()) : code;
    }
}
