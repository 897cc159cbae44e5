package gouji.panel;

import gouji.check.CheckResult;
import gouji.profile.Comparison.MemberSum;
import gouji.profile.Profile;
import gouji.report.Observation;
import gouji.report.Report;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Region against the sum of its members, cell by cell; names the members that would explain a difference. */
final class MemberSums {
    private static final int MOST_NAMED = 3;

    private final Map<String, List<MemberSum>> sums = new HashMap<>();
    private final Function<String, Report> reports;

    /** @param reports the report of an id */
    MemberSums(List<Profile> profiles, Function<String, Report> reports) {
        profiles.forEach(p -> sums.put(p.id(), p.comparison().members()));
        this.reports = reports;
    }

    /**
     * The checks of a region's report.
     *
     * @param counts the report that counts, of {@code body, profile, year} joined by line ends
     */
    List<CheckResult> checks(Filing region, List<Members.Member> all, Function<String, Optional<Filing>> counts) {
        if (all.isEmpty() || sums.get(region.profile()).isEmpty()) {
            return List.of();
        }
        Map<String, Map<String, Observation>> members = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Members.Member member : all) {
            counts.apply(member.body() + "\n" + region.profile() + "\n"
                            + region.year().orElseThrow())
                    .ifPresentOrElse(
                            f -> members.put(member.name(), cells(f.reportId())), () -> missing.add(member.name()));
        }
        List<CheckResult> results = new ArrayList<>();
        for (MemberSum sum : sums.get(region.profile())) {
            for (Observation cell : cells(region.reportId()).values()) {
                if (sum.tables().contains(cell.table())) {
                    results.add(missing.isEmpty() ? check(sum, cell, members) : lacking(sum, cell, missing));
                }
            }
        }
        return results;
    }

    private Map<String, Observation> cells(String reportId) {
        Map<String, Observation> cells = new LinkedHashMap<>();
        reports.apply(reportId).observations().forEach(o -> cells.put(o.code(), Filings.bare(o)));
        return cells;
    }

    private static CheckResult lacking(MemberSum sum, Observation cell, List<String> missing) {
        String first = String.join(", ", missing.subList(0, Math.min(MOST_NAMED, missing.size())));
        return result(sum, cell, Optional.empty(), CheckResult.Result.NOT_ASSESSABLE)
                .withNote(missing.size() + " members have no report for this year: " + first);
    }

    private static CheckResult check(MemberSum sum, Observation cell, Map<String, Map<String, Observation>> members) {
        if (members.values().stream().noneMatch(m -> m.containsKey(cell.code()))) {
            return result(sum, cell, Optional.empty(), CheckResult.Result.NOT_APPLICABLE);
        }
        BigDecimal total = BigDecimal.ZERO;
        List<String> open = new ArrayList<>();
        for (Map.Entry<String, Map<String, Observation>> member : members.entrySet()) {
            Optional<Observation> its = Optional.ofNullable(member.getValue().get(cell.code()));
            Optional<BigDecimal> value = its.flatMap(Observation::value);
            if (value.isEmpty() || its.get().state() == State.SUSPECT) {
                open.add(member.getKey());
            } else {
                total = total.add(value.get());
            }
        }
        if (!open.isEmpty() || cell.value().isEmpty() || cell.state() == State.SUSPECT) {
            String why = open.isEmpty()
                    ? "the region's own figure is blank or in doubt"
                    : "no sure figure of " + open.get(0)
                            + (open.size() > 1 ? " and " + (open.size() - 1) + " more" : "");
            return result(sum, cell, Optional.empty(), CheckResult.Result.NOT_ASSESSABLE)
                    .withNote(why);
        }
        boolean holds = total.compareTo(cell.value().get()) == 0;
        return result(sum, cell, Optional.of(total), holds ? CheckResult.Result.HOLD : CheckResult.Result.FAIL)
                .withNote(
                        holds
                                ? members.size() + " members"
                                : culprits(cell, total.subtract(cell.value().get()), members));
    }

    /** Members whose figure is the difference, or that contradict themselves there. */
    private static String culprits(
            Observation cell, BigDecimal surplus, Map<String, Map<String, Observation>> members) {
        List<String> same = new ArrayList<>();
        List<String> contradicted = new ArrayList<>();
        members.forEach((name, cells) -> {
            Observation its = cells.get(cell.code());
            if (surplus.signum() > 0 && its.value().orElseThrow().compareTo(surplus) == 0) {
                same.add(name);
            }
            if (its.state() == State.CONTRADICTED) {
                contradicted.add(name);
            }
        });
        if (!same.isEmpty()) {
            return "the difference is the figure of " + first(same);
        }
        return contradicted.isEmpty()
                ? "no single member explains it"
                : "contradicts itself there: " + first(contradicted);
    }

    private static String first(List<String> names) {
        return String.join(" or ", names.subList(0, Math.min(MOST_NAMED, names.size())));
    }

    private static CheckResult result(
            MemberSum sum, Observation cell, Optional<BigDecimal> total, CheckResult.Result result) {
        Optional<BigDecimal> own = total.isPresent() ? cell.value() : Optional.empty();
        return new CheckResult(
                sum.id(),
                cell.table(),
                cell.row(),
                cell.column(),
                own,
                total,
                own.flatMap(o -> total.map(o::subtract)),
                result,
                sum.severity().name().toLowerCase(Locale.ROOT));
    }
}
