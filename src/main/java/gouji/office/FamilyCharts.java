package gouji.office;

import gouji.profile.Chart;
import gouji.profile.Profile;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The charts of a family over its reports; no bar is drawn to the left: what is below 0 counts as 0. */
final class FamilyCharts {
    private final Profile profile;
    private final List<Filing> filings;
    private final Cells cells;

    FamilyCharts(Profile profile, List<Filing> filings, Cells cells) {
        this.profile = profile;
        this.filings = filings;
        this.cells = cells;
    }

    /** None where no report has a sure figure in any of them. */
    List<BarChart> all() {
        boolean any = profile.charts().stream()
                .anyMatch(c -> filings.stream()
                        .flatMap(f -> found(c, f))
                        .anyMatch(e -> e.getValue().sure()));
        return any
                ? profile.charts().stream()
                        .map(c -> c.kind() == Chart.Kind.BY_YEAR ? byYear(c) : ranking(c))
                        .toList()
                : List.of();
    }

    private BarChart byYear(Chart chart) {
        Map<String, List<Filing>> years =
                filings.stream().collect(Collectors.groupingBy(Filing::year, TreeMap::new, Collectors.toList()));
        List<BarChart.Bar> bars = years.entrySet().stream()
                .filter(e -> e.getValue().stream()
                        .flatMap(f -> found(chart, f))
                        .anyMatch(c -> c.getValue().sure()))
                .map(e -> year(chart, e.getKey(), e.getValue()))
                .toList();
        return chart(chart, bars);
    }

    private BarChart.Bar year(Chart chart, String year, List<Filing> reports) {
        List<Map.Entry<Cells.Code, Cells.Cell>> found =
                reports.stream().flatMap(f -> found(chart, f)).toList();
        List<BigDecimal> sums = chart.parts().stream()
                .map(p -> found.stream()
                        .filter(e -> e.getValue().sure() && p.covers(e.getKey().row()))
                        .map(e -> height(e.getValue()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .toList();
        long open = found.stream()
                .filter(e -> !e.getValue().sure() && !e.getValue().state().equals("absent"))
                .count();
        List<String> ids = reports.stream().map(Filing::reportId).toList();
        return new BarChart.Bar(year, year, "", "", sums, (int) open, ids);
    }

    private BarChart ranking(Chart chart) {
        List<BarChart.Bar> bars = filings.stream()
                .flatMap(f -> found(chart, f)
                        .map(Map.Entry::getValue)
                        .filter(Cells.Cell::sure)
                        .limit(1)
                        .map(c -> ranked(f, height(c))))
                .sorted(Comparator.comparing((BarChart.Bar b) -> b.values().get(0))
                        .reversed()
                        .thenComparing(BarChart.Bar::year)
                        .thenComparing(BarChart.Bar::label))
                .toList();
        return chart(chart, bars);
    }

    private static BarChart.Bar ranked(Filing f, BigDecimal figure) {
        return new BarChart.Bar(f.issuer(), f.year(), f.level(), f.scope(), List.of(figure), 0, List.of(f.reportId()));
    }

    private BarChart chart(Chart chart, List<BarChart.Bar> bars) {
        List<String> without = filings.stream()
                .filter(f -> found(chart, f).noneMatch(e -> e.getValue().sure()))
                .map(Filing::reportId)
                .toList();
        return new BarChart(profile.id(), profile.language(), chart, bars, without);
    }

    private Stream<Map.Entry<Cells.Code, Cells.Cell>> found(Chart chart, Filing filing) {
        return cells.of(filing.reportId()).entrySet().stream()
                .filter(e -> chart.covers(
                        e.getKey().table(), e.getKey().row(), e.getKey().column()));
    }

    private static BigDecimal height(Cells.Cell cell) {
        return cell.value().orElseThrow().max(BigDecimal.ZERO);
    }
}
