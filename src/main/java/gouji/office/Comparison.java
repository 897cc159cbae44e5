package gouji.office;

import gouji.dataset.DatasetFolder;
import gouji.dataset.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Each body's figures beside those of the year before. */
public final class Comparison {
    private static final List<String> HEADER = List.of(
            "body",
            "issuer",
            "table",
            "row",
            "column",
            "row_label",
            "column_label",
            "unit",
            "year",
            "previous_year",
            "value",
            "previous",
            "change",
            "percent",
            "flag");
    /** A figure this many times the other is not plausible … */
    private static final BigDecimal TIMES = BigDecimal.valueOf(5);
    /** … where they differ by as many. */
    private static final BigDecimal LEAST = BigDecimal.valueOf(50);

    private static final List<BigDecimal> SLIPS =
            List.of(BigDecimal.valueOf(100), BigDecimal.valueOf(1_000), BigDecimal.valueOf(10_000));
    private static final BigDecimal NEAR = new BigDecimal("0.02");

    private final CodedReports reports;
    private final List<List<Value>> rows = new ArrayList<>();
    private int pairs;
    private int flagged;

    public Comparison(DatasetFolder dataset) throws IOException {
        this.reports = CodedReports.of(
                dataset, f -> !f.year().isEmpty() && !f.bodyKey().isEmpty());
    }

    /** Pairs of consecutive years that were compared. */
    public int pairs() {
        return pairs;
    }

    /** Rows that jump or may be in another unit. */
    public int flagged() {
        return flagged;
    }

    /**
     * A row for each cell that both years have, blank ones too. {@code percent} to one decimal, empty where the figure
     * before is 0; {@code flag} {@code jump} (five times and 50 more or less, zeros counted as one), {@code unit} (an amount
     * about 100, 1,000 or 10,000 times the other: perhaps another unit), {@code blank-now}, {@code blank-before}, or empty.
     */
    public Sheet sheet() {
        Map<String, Map<Integer, List<Filing>>> bodies = new TreeMap<>();
        for (Filing f : reports.filings()) {
            bodies.computeIfAbsent(f.bodyKey(), k -> new TreeMap<>())
                    .computeIfAbsent(Integer.parseInt(f.year()), k -> new ArrayList<>())
                    .add(f);
        }
        bodies.values()
                .forEach(years -> years.forEach((year, now) -> {
                    if (years.containsKey(year - 1)) {
                        pairs++;
                        compare(year, Filing.best(now), Filing.best(years.get(year - 1)));
                    }
                }));
        return new Sheet(HEADER, rows);
    }

    private void compare(int year, Filing now, Filing before) {
        Map<Cells.Code, Cells.Cell> these = reports.cells().of(now.reportId());
        Map<Cells.Code, Cells.Cell> those = reports.cells().of(before.reportId());
        Set<Cells.Code> both =
                these.keySet().stream().filter(those::containsKey).collect(Collectors.toCollection(TreeSet::new));
        both.forEach(code -> add(year, now, code, these.get(code), those.get(code)));
    }

    private void add(int year, Filing now, Cells.Code code, Cells.Cell cell, Cells.Cell last) {
        Optional<BigDecimal> value = cell.value();
        Optional<BigDecimal> previous = last.value();
        Optional<BigDecimal> change = value.flatMap(v -> previous.map(v::subtract));
        Optional<BigDecimal> percent = change.filter(c -> previous.orElseThrow().signum() != 0)
                .map(c -> c.multiply(BigDecimal.valueOf(100))
                        .divide(previous.orElseThrow().abs(), 1, RoundingMode.HALF_UP));
        String flag = flag(value, previous, code.unit());
        flagged += flag.equals("jump") || flag.equals("unit") ? 1 : 0;
        List<Value> row = new ArrayList<>(List.of(Value.of(now.bodyKey()), Value.of(now.issuer())));
        row.addAll(reports.columns(code));
        row.addAll(List.of(
                Value.of(year),
                Value.of(year - 1),
                Value.of(value),
                Value.of(previous),
                Value.of(change),
                Value.of(percent),
                Value.of(flag)));
        rows.add(row);
    }

    static String flag(Optional<BigDecimal> value, Optional<BigDecimal> previous, String unit) {
        if (value.isEmpty() || previous.isEmpty()) {
            return value.isPresent() ? "blank-before" : previous.isPresent() ? "blank-now" : "";
        }
        BigDecimal large = value.get().abs().max(previous.get().abs());
        BigDecimal small = value.get().abs().min(previous.get().abs());
        if (value.get().subtract(previous.get()).abs().compareTo(LEAST) < 0) {
            return "";
        }
        if (unit.contains("元")
                && small.signum() > 0
                && SLIPS.stream().anyMatch(s -> isAbout(large, small.multiply(s)))) {
            return "unit";
        }
        return large.compareTo(small.max(BigDecimal.ONE).multiply(TIMES)) >= 0 ? "jump" : "";
    }

    private static boolean isAbout(BigDecimal a, BigDecimal b) {
        return a.subtract(b).abs().compareTo(b.multiply(NEAR)) <= 0;
    }
}
