package gouji.office;

import gouji.profile.Chart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The charts of a dataset laid out as a page. */
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

    private Charts() {}

    /** The page: one HTML file, nothing fetched. */
    public static String page(String name, ChartFigures figures) {
        List<StackedBars> charts = new ArrayList<>();
        charts.add(counts("输入文件的处理结果", "每个输入文件恰好计一次，明细见 ledger.csv。", STATUS, figures.statuses()));
        charts.add(counts(
                "未通过的勾稽核对（按种类）", "明细见 checks.csv 中 result 为 fail 的行；同一报告的不同格式分别计数。", Map.of(), figures.failures()));
        figures.charts().forEach(c -> charts.add(c.chart().kind() == Chart.Kind.BY_YEAR ? byYear(c) : ranking(c)));
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

    private static StackedBars byYear(BarChart chart) {
        Stream<StackedBars.Bar> bars = chart.bars().stream()
                .map(b -> new StackedBars.Bar(b.label() + "年（" + b.reports().size() + "家）", b.values()));
        return laidOut(chart, "括号内为报告家数，每家每年计一份。空白或存疑的" + chart.open() + "个单元格未计入。", bars);
    }

    private static StackedBars ranking(BarChart chart) {
        int with = chart.bars().size();
        Stream<StackedBars.Bar> bars = chart.bars().stream()
                .limit(RANKED)
                .map(b -> new StackedBars.Bar(b.year() + " " + b.label(), b.values()));
        return laidOut(
                chart,
                "有该项数据的报告" + with + "份，列前" + Math.min(RANKED, with) + "份；另有"
                        + chart.without().size() + "份空白或存疑。",
                bars);
    }

    private static StackedBars laidOut(BarChart chart, String counted, Stream<StackedBars.Bar> bars) {
        String note = chart.chart().note();
        return new StackedBars(
                chart.chart().title(), note.isEmpty() ? counted : note + "；" + counted, chart.parts(), bars.toList());
    }
}
