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
import java.util.stream.Collectors;

/**
 * A page of charts over a dataset: inputs by status, failed checks by kind, requests and their outcomes by year, bodies by
 * requests received. One report of each body and year counts; blanks are counted, never added. The requests are those of the
 * codes {@code requests.received_new} and {@code requests.result.…}; a family without them has the first two charts.
 */
public final class Charts {
    private static final int RANKED = 20;
    private static final String TABLE = "requests";
    private static final String TOTAL = "total";
    private static final String RECEIVED = "received_new";
    private static final Map<String, String> STATUS = new LinkedHashMap<>();
    private static final Map<String, String> OUTCOMES = new LinkedHashMap<>();

    static {
        STATUS.put("imported", "已读入");
        STATUS.put("duplicate", "重复文件");
        STATUS.put("container", "压缩包");
        STATUS.put("rejected", "不是年度报告");
        STATUS.put("quarantined", "待人工处理");
        OUTCOMES.put("result.granted", "予以公开");
        OUTCOMES.put("result.granted_partly", "部分公开");
        OUTCOMES.put("result.denied", "不予公开");
        OUTCOMES.put("result.unavailable", "无法提供");
        OUTCOMES.put("result.not_processed", "不予处理");
        OUTCOMES.put("result.other", "其他处理");
    }

    private final DatasetFolder dataset;
    private final List<Filing> filings;
    private final Cells cells;

    public Charts(DatasetFolder dataset) throws IOException {
        this.dataset = dataset;
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
        if (filings.stream().anyMatch(f -> received(f).isPresent())) {
            charts.add(byYear());
            charts.add(ranking());
        }
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

    private StackedBars byYear() {
        Map<String, List<Filing>> years =
                filings.stream().collect(Collectors.groupingBy(Filing::year, TreeMap::new, Collectors.toList()));
        List<StackedBars.Bar> bars = new ArrayList<>();
        int blanks = 0;
        for (Map.Entry<String, List<Filing>> year : years.entrySet()) {
            Map<String, BigDecimal> sums = new LinkedHashMap<>();
            OUTCOMES.keySet().forEach(o -> sums.put(o, BigDecimal.ZERO));
            for (Filing f : year.getValue()) {
                blanks += add(f, sums);
            }
            String label = year.getKey() + "年（" + year.getValue().size() + "家）";
            bars.add(new StackedBars.Bar(label, List.copyOf(sums.values())));
        }
        String note = "各机关报告“总计”列办理结果之和；括号内为报告家数，每家每年计一份。空白或存疑的" + blanks + "个单元格未计入。";
        return new StackedBars("申请办理结果（按年度）", note, List.copyOf(OUTCOMES.values()), bars);
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
        if (!code.table().equals(TABLE) || !code.column().equals(TOTAL)) {
            return Optional.empty();
        }
        return OUTCOMES.keySet().stream()
                .filter(o -> o.startsWith("result.granted")
                        ? code.row().equals(o)
                        : code.row().startsWith(o + "."))
                .findFirst();
    }

    private Optional<BigDecimal> received(Filing filing) {
        return cells.of(filing.reportId()).entrySet().stream()
                .filter(e -> e.getKey().table().equals(TABLE)
                        && e.getKey().row().equals(RECEIVED)
                        && e.getKey().column().equals(TOTAL)
                        && e.getValue().sure())
                .findFirst()
                .flatMap(e -> e.getValue().value());
    }

    private StackedBars ranking() {
        record Ranked(String label, BigDecimal figure) {}
        List<Ranked> ranked = filings.stream()
                .filter(f -> received(f).isPresent())
                .map(f -> new Ranked(
                        f.year() + " " + f.issuer(), received(f).orElseThrow().max(BigDecimal.ZERO)))
                .sorted(Comparator.comparing(Ranked::figure).reversed().thenComparing(Ranked::label))
                .toList();
        List<StackedBars.Bar> bars = ranked.stream()
                .limit(RANKED)
                .map(r -> new StackedBars.Bar(r.label(), List.of(r.figure())))
                .toList();
        String note = "有该项数据的报告" + ranked.size() + "份，列前" + bars.size() + "份；另有" + (filings.size() - ranked.size())
                + "份空白或存疑。";
        return new StackedBars("本年新收申请数量（总计）排序", note, List.of("件"), bars);
    }
}
