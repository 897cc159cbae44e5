package gouji.office;

import gouji.profile.Chart;
import gouji.profile.Profile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Adds a family's figures up by region. */
final class FamilyRegions {
    private final Profile profile;
    private final Cells cells;
    private final Labels labels;

    /** A part of a chart by year. */
    private record Part(Chart chart, Chart.Part part) {}

    FamilyRegions(Profile profile, Cells cells, Labels labels) {
        this.profile = profile;
        this.cells = cells;
        this.labels = labels;
    }

    RegionFigures of(List<Filing> filings) {
        List<Part> parts = profile.charts().stream()
                .filter(c -> c.kind() == Chart.Kind.BY_YEAR)
                .flatMap(c -> c.parts().stream().map(p -> new Part(c, p)))
                .toList();
        Map<String, List<Filing>> groups = filings.stream()
                .collect(Collectors.groupingBy(
                        f -> f.region() + "\n" + f.year() + "\n" + f.scope(), TreeMap::new, Collectors.toList()));
        return new RegionFigures(
                profile.id(),
                profile.language(),
                parts.stream().map(this::column).toList(),
                groups.values().stream().map(g -> row(g, parts)).toList());
    }

    private RegionFigures.Column column(Part p) {
        String label = p.part().label();
        return new RegionFigures.Column(
                label.isEmpty() ? labels.row(p.chart().table(), p.part().row()) : label,
                p.chart().unit());
    }

    private RegionFigures.Row row(List<Filing> group, List<Part> parts) {
        List<Optional<BigDecimal>> values = new ArrayList<>();
        parts.forEach(p -> values.add(sum(group, p)));
        Filing one = group.get(0);
        return new RegionFigures.Row(
                one.region(),
                one.year(),
                one.scope(),
                group.stream().map(Filing::reportId).toList(),
                group.stream().mapToInt(Filing::checksFailed).sum(),
                values);
    }

    private Optional<BigDecimal> sum(List<Filing> group, Part p) {
        return group.stream()
                .flatMap(f -> cells.of(f.reportId()).entrySet().stream())
                .filter(e -> e.getValue().sure())
                .filter(e -> e.getKey().table().equals(p.chart().table())
                        && e.getKey().column().equals(p.chart().column())
                        && p.part().covers(e.getKey().row()))
                .map(e -> e.getValue().value().orElseThrow())
                .reduce(BigDecimal::add);
    }
}
