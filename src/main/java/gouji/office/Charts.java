package gouji.office;

import gouji.dataset.DatasetFolder;
import gouji.profile.Chart;
import gouji.profile.Profile;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of charts over a dataset: inputs by status, failed checks by kind, then the charts of the profiles its reports
 * were read by. One report of each body and year counts; blanks are counted, never added.
 */
public final class Charts {
    private static final int RANKED = 20;
    private static final Map<String, String> STATUS = new LinkedHashMap<>();

    static {
        STATUS.put("imported", "已读入");
        STATUS.put("duplicate", "重复文件");
        STATUS.put("container", "压缩包");
        STATUS.put("rejected", "不是年度报告");
        STATUS.put("quarantined", "待人工处理");
    }

    private final DatasetFolder dataset;
    private final List<Filing> filings;
    private final Cells cells;
    private final List<Profile> profiles;

    public Charts(DatasetFolder dataset, List<Profile> profiles) throws IOException {
        this.dataset = dataset;
        this.profiles = List.copyOf(profiles);
        Map<String, List<Filing>> grouped = new TreeMap<>();
        Filing.all(dataset).stream()
                .filter(f -> !f.year().isEmpty())
                .forEach(f -> grouped.computeIfAbsent(f.year() + "\n" + f.bodyKey(), k -> new ArrayList<>())
                        .add(f));
        this.filings = grouped.values().stream().map(Filing::best).toList();
        Set<String> ids = filings.stream().map(Filing::reportId).collect(Collectors.toSet());
        this.cells = Cells.of(dataset, ids);
    }

    /** The page: one HTML file, nothing fetched. */
    public String page() throws IOException {
        List<StackedBars> charts = new ArrayList<>();
        charts.add(counts("输入文件的处理结果", "每个输入文件恰好计一次，明细见 ledger.csv。", STATUS, "ledger", "status", r -> true));
        charts.add(counts(
                "未通过的勾稽核对（按种类）",
                "明细见 checks.csv 中 result 为 fail 的行；同一报告的不同格式分别计数。",
                Map.of(),
                "checks",
                "check",
                r -> r.get("result").equals("fail")));
        profiles.forEach(p -> charts.addAll(of(p)));
        return ChartPage.of(dataset.name(), charts);
    }

    private StackedBars counts(
            String title,
            String note,
            Map<String, String> names,
            String table,
            String column,
            java.util.function.Predicate<Map<String, String>> kept)
            throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        names.values().forEach(n -> counts.put(n, 0));
        dataset.forEachRow(table, row -> {
            if (kept.test(row)) {
                String word = row.get(column);
                counts.merge(names.getOrDefault(word, word), 1, Integer::sum);
            }
        });
        List<StackedBars.Bar> bars = counts.entrySet().stream()
                .map(e -> new StackedBars.Bar(e.getKey(), List.of(BigDecimal.valueOf(e.getValue()))))
                .toList();
        return new StackedBars(title, note, List.of("数量"), bars);
    }

    /** None where no report of the family has a sure figure in any of them. */
    private List<StackedBars> of(Profile profile) {
        List<Filing> its =
                filings.stream().filter(f -> f.profile().equals(profile.id())).toList();
        boolean any = its.stream()
                .anyMatch(f ->
                        profile.charts().stream().anyMatch(c -> figures(c, f).anyMatch(Cells.Cell::sure)));
        return any
                ? profile.charts().stream()
                        .map(c -> c.kind() == Chart.Kind.BY_YEAR ? byYear(c, its) : ranking(c, its))
                        .toList()
                : List.of();
    }

    private Stream<Cells.Cell> figures(Chart chart, Filing filing) {
        return cells.of(filing.reportId()).entrySet().stream()
                .filter(e -> chart.covers(
                        e.getKey().table(), e.getKey().row(), e.getKey().column()))
                .map(Map.Entry::getValue);
    }

    private StackedBars byYear(Chart chart, List<Filing> its) {
        Map<String, List<Filing>> years =
                its.stream().collect(Collectors.groupingBy(Filing::year, TreeMap::new, Collectors.toList()));
        List<StackedBars.Bar> bars = new ArrayList<>();
        long blanks = 0;
        for (Map.Entry<String, List<Filing>> year : years.entrySet()) {
            List<BigDecimal> sums = new ArrayList<>();
            for (Chart.Part part : chart.parts()) {
                sums.add(year.getValue().stream()
                        .flatMap(f -> figures(only(chart, part), f))
                        .filter(Cells.Cell::sure)
                        .map(Charts::height)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
            }
            blanks += year.getValue().stream()
                    .flatMap(f -> figures(chart, f))
                    .filter(c -> !c.sure() && !c.state().equals("absent"))
                    .count();
            bars.add(new StackedBars.Bar(year.getKey() + "年（" + year.getValue().size() + "家）", sums));
        }
        String note =
                (chart.note().isEmpty() ? "" : chart.note() + "；") + "括号内为报告家数，每家每年计一份。空白或存疑的" + blanks + "个单元格未计入。";
        return new StackedBars(
                chart.title(),
                note,
                chart.parts().stream().map(Chart.Part::label).toList(),
                bars);
    }

    private static Chart only(Chart c, Chart.Part part) {
        return new Chart(c.kind(), c.title(), c.note(), c.table(), c.column(), c.unit(), List.of(part));
    }

    /** No bar is drawn to the left. */
    private static BigDecimal height(Cells.Cell cell) {
        return cell.value().orElseThrow().max(BigDecimal.ZERO);
    }

    private StackedBars ranking(Chart chart, List<Filing> its) {
        record Ranked(String label, BigDecimal figure) {}
        List<Ranked> ranked = its.stream()
                .flatMap(f -> figures(chart, f)
                        .filter(Cells.Cell::sure)
                        .limit(1)
                        .map(c -> new Ranked(f.year() + " " + f.issuer(), height(c))))
                .sorted(Comparator.comparing(Ranked::figure).reversed().thenComparing(Ranked::label))
                .toList();
        List<StackedBars.Bar> bars = ranked.stream()
                .limit(RANKED)
                .map(r -> new StackedBars.Bar(r.label(), List.of(r.figure())))
                .toList();
        String note = (chart.note().isEmpty() ? "" : chart.note() + "；") + "有该项数据的报告" + ranked.size() + "份，列前"
                + bars.size() + "份；另有" + (its.size() - ranked.size()) + "份空白或存疑。";
        return new StackedBars(chart.title(), note, List.of(chart.unit()), bars);
    }
}
