package gouji.review;

import gouji.office.BarChart;
import gouji.office.ChartFigures;
import gouji.office.RegionFigures;
import gouji.profile.Chart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/** The charts as plain values; each figure has the group of the worklist that it counts. */
final class Dashboard {
    private static final int RANKED = 20;
    private static final String ALL = "*";

    private final Map<String, Set<String>> reports = new HashMap<>();
    private final BinaryOperator<String> names;
    private final Map<String, Object> page = new LinkedHashMap<>();

    /** @param names name of a region of a family, empty where there is none */
    Dashboard(ChartFigures figures, BinaryOperator<String> names) {
        this.names = names;
        page.put("statuses", counts(figures.statuses(), "status:"));
        page.put("failures", counts(figures.failures(), "check:"));
        page.put("charts", figures.charts().stream().map(this::chart).toList());
        page.put("regions", figures.regions().stream().map(this::regions).toList());
    }

    Map<String, Object> page() {
        return page;
    }

    /** Ids of the reports of {@code year:YEAR FAMILY} or {@code without:FAMILY TITLE}; none where no chart counts them. */
    Set<String> reports(String group) {
        return reports.getOrDefault(group, Set.of());
    }

    private static List<Map<String, Object>> counts(Map<String, Integer> counted, String prefix) {
        List<Map<String, Object>> bars = new ArrayList<>();
        counted.forEach((word, n) -> {
            Map<String, Object> m = new LinkedHashMap<>();
            m.put("code", word);
            m.put("value", n);
            m.put("group", prefix + word);
            bars.add(m);
        });
        return bars;
    }

    private Map<String, Object> chart(BarChart c) {
        boolean ranking = c.chart().kind() == Chart.Kind.RANKING;
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("kind", c.chart().kind().name().toLowerCase(Locale.ROOT));
        m.put("language", c.language());
        m.put("title", c.chart().title());
        m.put("note", c.chart().note());
        m.put("unit", c.chart().unit());
        m.put("parts", c.parts());
        m.put("without", c.without().size());
        m.put("withoutGroup", group("without:" + c.family() + " " + c.chart().title(), c.without()));
        Map<Kin, Integer> kins = new LinkedHashMap<>();
        List<Map<String, Object>> bars = new ArrayList<>();
        for (BarChart.Bar b : c.bars()) {
            if (kins.merge(Kin.of(b), 1, Integer::sum) <= RANKED || !ranking) {
                bars.add(bar(
                        b,
                        ranking
                                ? "report:" + b.reports().get(0)
                                : group("year:" + b.year() + " " + c.family(), b.reports())));
            }
        }
        m.put("bars", bars);
        m.put(
                "counts",
                kins.entrySet().stream()
                        .map(e -> e.getKey().counted(e.getValue()))
                        .toList());
        return m;
    }

    private Map<String, Object> regions(RegionFigures figures) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("family", figures.family());
        m.put("language", figures.language());
        m.put("columns", figures.columns());
        m.put(
                "rows",
                figures.rows().stream().map(r -> region(figures.family(), r)).toList());
        return m;
    }

    /** A report counts in its region's year and scope, in the year, in the scope, and in all. */
    private Map<String, Object> region(String family, RegionFigures.Row r) {
        for (String year : List.of(r.year(), ALL)) {
            for (String scope : List.of(r.scope(), ALL)) {
                reports.computeIfAbsent(
                                "region:" + String.join(" ", r.region(), year, scope, family), k -> new HashSet<>())
                        .addAll(r.reports());
            }
        }
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("region", r.region());
        m.put("name", names.apply(family, r.region()));
        m.put("year", r.year());
        m.put("scope", r.scope());
        m.put("reports", r.reports().size());
        m.put("failed", r.failed());
        m.put("values", r.values());
        return m;
    }

    private String group(String group, List<String> ids) {
        reports.put(group, Set.copyOf(ids));
        return group;
    }

    private static Map<String, Object> bar(BarChart.Bar b, String group) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("label", b.label());
        m.put("year", b.year());
        m.put("level", b.level());
        m.put("scope", b.scope());
        m.put("values", b.values());
        m.put("open", b.open());
        m.put("reports", b.reports().size());
        m.put("group", group);
        return m;
    }

    /** What bars are chosen by: the first of every choice are among the first of each kin. */
    private record Kin(String year, String level, String scope) {
        static Kin of(BarChart.Bar b) {
            return new Kin(b.year(), b.level(), b.scope());
        }

        Map<String, Object> counted(int bars) {
            Map<String, Object> m = new LinkedHashMap<>();
            m.put("year", year);
            m.put("level", level);
            m.put("scope", scope);
            m.put("bars", bars);
            return m;
        }
    }
}
