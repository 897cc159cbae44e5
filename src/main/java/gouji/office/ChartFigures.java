package gouji.office;

import gouji.dataset.DatasetFolder;
import gouji.profile.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The figures of charts over a dataset: inputs by status, failed checks by kind, and the charts of the profiles its reports
 * were read by. One report of each family, body and year counts; blanks are counted, never added.
 */
public final class ChartFigures {
    private final Map<String, Integer> statuses;
    private final Map<String, Integer> failures;
    private final List<BarChart> charts;
    private final List<RegionFigures> regions;

    /** Reads the dataset once; charts of profiles without reports in it are left out. */
    public ChartFigures(DatasetFolder dataset, List<Profile> profiles) throws IOException {
        this.statuses = counts(dataset, "ledger", "status", r -> true);
        this.failures = counts(dataset, "checks", "check", r -> r.get("result").equals("fail"));
        Map<String, List<Filing>> families = counted(dataset).stream().collect(Collectors.groupingBy(Filing::profile));
        List<Profile> present =
                profiles.stream().filter(p -> families.containsKey(p.id())).toList();
        Cells cells = Cells.of(dataset, ids(present, families), c -> isDrawn(c, present));
        this.charts = present.stream()
                .flatMap(p -> new FamilyCharts(p, families.get(p.id()), cells).all().stream())
                .toList();
        Labels labels = Labels.of(dataset);
        this.regions = present.stream()
                .map(p -> new FamilyRegions(p, cells, labels).of(families.get(p.id())))
                .toList();
    }

    /** Inputs by the word of the ledger. */
    public Map<String, Integer> statuses() {
        return statuses;
    }

    /** Failed checks by id. */
    public Map<String, Integer> failures() {
        return failures;
    }

    /** In the order of the profiles. */
    public List<BarChart> charts() {
        return charts;
    }

    /** By region, in the order of the profiles. */
    public List<RegionFigures> regions() {
        return regions;
    }

    private static List<Filing> counted(DatasetFolder dataset) throws IOException {
        Map<String, List<Filing>> grouped = new TreeMap<>();
        Filing.all(dataset).stream()
                .filter(f -> !f.year().isEmpty())
                .forEach(f -> grouped.computeIfAbsent(
                                f.year() + "\n" + f.bodyKey() + "\n" + f.profile(), k -> new ArrayList<>())
                        .add(f));
        return grouped.values().stream().map(Filing::best).toList();
    }

    private static Set<String> ids(List<Profile> present, Map<String, List<Filing>> families) {
        return present.stream()
                .flatMap(p -> families.get(p.id()).stream())
                .map(Filing::reportId)
                .collect(Collectors.toSet());
    }

    private static boolean isDrawn(Cells.Code code, List<Profile> profiles) {
        return profiles.stream()
                .flatMap(p -> p.charts().stream())
                .anyMatch(c -> c.covers(code.table(), code.row(), code.column()));
    }

    private static Map<String, Integer> counts(
            DatasetFolder dataset, String table, String column, Predicate<Map<String, String>> kept)
            throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        dataset.forEachRow(table, row -> {
            if (kept.test(row)) {
                counts.merge(row.get(column), 1, Integer::sum);
            }
        });
        return counts;
    }
}
