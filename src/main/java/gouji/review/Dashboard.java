package gouji.review;

import gouji.office.ChartFigures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The charts as plain values; each figure has the group of the worklist that it counts. */
final class Dashboard {
    private static final int RANKED = 300;
    private static final String REGION = "region";

    private final ChartFigures figures;
    private final Map<String, Set<String>> reportsOfYear = new LinkedHashMap<>();
    private final Map<String, Object> page = new LinkedHashMap<>();

    Dashboard(ChartFigures figures) {
        this.figures = figures;
        figures.years().forEach(y -> reportsOfYear.put(y.year(), new HashSet<>(y.reports())));
        page.put("statuses", counts(figures.statuses(), "status:"));
        page.put("failures", counts(figures.failures(), "check:"));
        page.put("outcomes", ChartFigures.OUTCOMES);
        page.put("years", figures.years().stream().map(Dashboard::year).toList());
        page.put("rankings", rankings());
    }

    Map<String, Object> page() {
        return page;
    }

    /** Whether the report is one of those the charts count for the year. */
    boolean counts(String reportId, String year) {
        return reportsOfYear.getOrDefault(year, Set.of()).contains(reportId);
    }

    private static List<Map<String, Object>> counts(Map<String, Integer> counted, String prefix) {
        List<Map<String, Object>> bars = new ArrayList<>();
        counted.forEach((word, n) -> bars.add(Map.of("code", word, "value", n, "group", prefix + word)));
        return bars;
    }

    private static Map<String, Object> year(ChartFigures.Year y) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("year", y.year());
        m.put("group", "year:" + y.year());
        m.put("reports", y.reports().size());
        m.put("received", y.received());
        m.put("outcomes", y.outcomes());
        m.put("open", y.open());
        return m;
    }

    /** By year, the last first: regions by the requests of their own reports; all bodies where no report is a region's. */
    private List<Map<String, Object>> rankings() {
        boolean regions =
                figures.ranking().stream().anyMatch(r -> r.report().scope().equals(REGION));
        Map<String, List<ChartFigures.Ranked>> years = new LinkedHashMap<>();
        reportsOfYear.keySet().forEach(y -> years.put(y, new ArrayList<>()));
        figures.ranking().stream()
                .filter(r -> !regions || r.report().scope().equals(REGION))
                .forEach(r -> years.get(r.report().year()).add(r));
        List<Map<String, Object>> rankings = new ArrayList<>();
        years.forEach((year, ranked) -> rankings.add(
                0,
                Map.of(
                        "year", year,
                        "of", ranked.size(),
                        "bars",
                                ranked.stream()
                                        .limit(RANKED)
                                        .map(Dashboard::bar)
                                        .toList())));
        return rankings;
    }

    private static Map<String, Object> bar(ChartFigures.Ranked r) {
        return Map.of(
                "label", r.report().issuer(),
                "level", r.report().level(),
                "value", r.figure(),
                "group", "report:" + r.report().reportId());
    }
}
