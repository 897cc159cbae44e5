package gouji.office;

import gouji.dataset.DatasetFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link ChartFigures} as a page of charts. */
public final class Charts {
    private static final int RANKED = 20;
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

    private final String name;
    private final ChartFigures figures;

    public Charts(DatasetFolder dataset) throws IOException {
        this.name = dataset.name();
        this.figures = new ChartFigures(dataset);
    }

    /** The page: one HTML file, nothing fetched. */
    public String page() {
        List<StackedBars> charts = new ArrayList<>();
        charts.add(counts("输入文件的处理结果", "每个输入文件恰好计一次，明细见 ledger.csv。", STATUS, figures.statuses()));
        charts.add(counts(
                "未通过的勾稽核对（按种类）", "明细见 checks.csv 中 result 为 fail 的行；同一报告的不同格式分别计数。", Map.of(), figures.failures()));
        if (!figures.ranking().isEmpty()) {
            charts.add(byYear());
            charts.add(ranking());
        }
        return ChartPage.of(name, charts);
    }

    private static StackedBars counts(
            String title, String note, Map<String, String> names, Map<String, Integer> counted) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        names.values().forEach(n -> counts.put(n, 0));
        counted.forEach((word, n) -> counts.merge(names.getOrDefault(word, word), n, Integer::sum));
        List<StackedBars.Bar> bars = counts.entrySet().stream()
                .map(e -> new StackedBars.Bar(e.getKey(), List.of(BigDecimal.valueOf(e.getValue()))))
                .toList();
        return new StackedBars(title, note, List.of("数量"), bars);
    }

    private StackedBars byYear() {
        List<StackedBars.Bar> bars = new ArrayList<>();
        int blanks = 0;
        for (ChartFigures.Year year : figures.years()) {
            blanks += year.open();
            String label = year.year() + "年（" + year.reports().size() + "家）";
            bars.add(new StackedBars.Bar(label, List.copyOf(year.outcomes().values())));
        }
        String note = "各机关报告“总计”列办理结果之和；括号内为报告家数，每家每年计一份。空白或存疑的" + blanks + "个单元格未计入。";
        return new StackedBars("申请办理结果（按年度）", note, List.copyOf(OUTCOMES.values()), bars);
    }

    private StackedBars ranking() {
        List<ChartFigures.Ranked> ranked = figures.ranking();
        List<StackedBars.Bar> bars = ranked.stream()
                .limit(RANKED)
                .map(r -> new StackedBars.Bar(r.label(), List.of(r.figure())))
                .toList();
        String note = "有该项数据的报告" + ranked.size() + "份，列前" + bars.size() + "份；另有" + (figures.counted() - ranked.size())
                + "份空白或存疑。";
        return new StackedBars("本年新收申请数量（总计）排序", note, List.of("件"), bars);
    }
}
