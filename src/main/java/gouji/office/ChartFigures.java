package gouji.office;

import gouji.dataset.DatasetFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The figures of charts over a dataset: inputs by status, failed checks by kind, requests and their outcomes by year, bodies
 * by requests received. One report of each body and year counts; blanks are counted, never added. The requests are those of
 * the codes {@code requests.received_new} and {@code requests.result.…}; a family without them has the first two only.
 */
public final class ChartFigures {
    /** Codes of the outcomes, in the order of the template. */
    public static final List<String> OUTCOMES = List.of(
            "result.granted",
            "result.granted_partly",
            "result.denied",
            "result.unavailable",
            "result.not_processed",
            "result.other");

    private static final String TABLE = "requests";
    private static final String TOTAL = "total";
    private static final String RECEIVED = "received_new";

    private final Map<String, Integer> statuses;
    private final Map<String, Integer> failures;
    private final List<Filing> filings;
    private final Cells cells;

    public ChartFigures(DatasetFolder dataset) throws IOException {
        this.statuses = counts(dataset, "ledger", "status", r -> true);
        this.failures = counts(dataset, "checks", "check", r -> r.get("result").equals("fail"));
        Map<String, List<Filing>> grouped = new TreeMap<>();
        Filing.all(dataset).stream()
                .filter(f -> !f.year().isEmpty())
                .forEach(f -> grouped.computeIfAbsent(f.year() + "\n" + f.bodyKey(), k -> new ArrayList<>())
                        .add(f));
        this.filings = grouped.values().stream().map(Filing::best).toList();
        Set<String> ids = filings.stream().map(Filing::reportId).collect(Collectors.toSet());
        this.cells = Cells.of(
                dataset,
                ids,
                c -> c.table().equals(TABLE)
                        && c.column().equals(TOTAL)
                        && (c.row().equals(RECEIVED) || outcome(c).isPresent()));
    }

    /**
     * A year.
     *
     * @param reports ids of those that count
     * @param received sum of the requests received
     * @param outcomes sums by code, every one of {@link #OUTCOMES}
     * @param open cells without a sure figure
     */
    public record Year(
            String year, List<String> reports, BigDecimal received, Map<String, BigDecimal> outcomes, int open) {}

    /** A report with its requests received. */
    public record Ranked(Filing report, BigDecimal figure) {
        String label() {
            return report.year() + " " + report.issuer();
        }
    }

    /** Inputs by the word of the ledger. */
    public Map<String, Integer> statuses() {
        return statuses;
    }

    /** Failed checks by id. */
    public Map<String, Integer> failures() {
        return failures;
    }

    /** Number of reports that count. */
    public int counted() {
        return filings.size();
    }

    /** By year, the first first. */
    public List<Year> years() {
        Map<String, List<Filing>> years =
                filings.stream().collect(Collectors.groupingBy(Filing::year, TreeMap::new, Collectors.toList()));
        return years.entrySet().stream()
                .map(e -> year(e.getKey(), e.getValue()))
                .toList();
    }

    /** Those with a sure figure, the greatest first. */
    public List<Ranked> ranking() {
        return filings.stream()
                .flatMap(f -> received(f).map(n -> new Ranked(f, n.max(BigDecimal.ZERO))).stream())
                .sorted(Comparator.comparing(Ranked::figure).reversed().thenComparing(Ranked::label))
                .toList();
    }

    private Year year(String year, List<Filing> ofYear) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        OUTCOMES.forEach(o -> sums.put(o, BigDecimal.ZERO));
        int open = 0;
        for (Filing f : ofYear) {
            open += add(f, sums);
        }
        BigDecimal received = ofYear.stream()
                .flatMap(f -> received(f).stream())
                .map(n -> n.max(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Year(year, ofYear.stream().map(Filing::reportId).toList(), received, sums, open);
    }

    /** Adds the outcomes of a report, and says how many cells have no sure figure. */
    private int add(Filing filing, Map<String, BigDecimal> sums) {
        int open = 0;
        for (Map.Entry<Cells.Code, Cells.Cell> cell :
                cells.of(filing.reportId()).entrySet()) {
            Optional<String> outcome = outcome(cell.getKey());
            if (outcome.isPresent() && cell.getValue().sure()) {
                sums.merge(outcome.get(), cell.getValue().value().orElseThrow().max(BigDecimal.ZERO), BigDecimal::add);
            } else if (outcome.isPresent() && !cell.getValue().state().equals("absent")) {
                open++;
            }
        }
        return open;
    }

    /** The group of a leaf of the results; printed subtotals, which bear the group's own code, are none. */
    private static Optional<String> outcome(Cells.Code code) {
        return OUTCOMES.stream()
                .filter(o -> o.startsWith("result.granted")
                        ? code.row().equals(o)
                        : code.row().startsWith(o + "."))
                .findFirst();
    }

    private Optional<BigDecimal> received(Filing filing) {
        return cells.of(filing.reportId()).entrySet().stream()
                .filter(e -> e.getKey().row().equals(RECEIVED) && e.getValue().sure())
                .findFirst()
                .flatMap(e -> e.getValue().value());
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
