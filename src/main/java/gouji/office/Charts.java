package gouji.office;

import gouji.profile.Chart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The charts of a dataset laid out as a page, in the language of its reports. */
public final class Charts {
    private static final int RANKED = 20;

    private final ChartWords words;

    private Charts(ChartWords words) {
        this.words = words;
    }

    /** The page: one HTML file, nothing fetched. */
    public static String page(String name, ChartFigures figures) {
        ChartWords words = ChartWords.of(figures);
        return ChartPage.of(name, words, new Charts(words).all(figures));
    }

    private List<StackedBars> all(ChartFigures figures) {
        List<StackedBars> charts = new ArrayList<>();
        charts.add(counts(words.statuses, words.statusesNote, words.statusWords(), figures.statuses()));
        charts.add(counts(words.failures, words.failuresNote, Map.of(), figures.failures()));
        figures.charts().forEach(c -> charts.add(c.chart().kind() == Chart.Kind.BY_YEAR ? byYear(c) : ranking(c)));
        return charts;
    }

    private StackedBars counts(String title, String note, Map<String, String> names, Map<String, Integer> counted) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        names.values().forEach(n -> counts.put(n, 0));
        counted.forEach((word, n) -> counts.merge(names.getOrDefault(word, word), n, Integer::sum));
        List<StackedBars.Bar> bars = counts.entrySet().stream()
                .map(e -> new StackedBars.Bar(e.getKey(), List.of(BigDecimal.valueOf(e.getValue()))))
                .toList();
        return new StackedBars(title, note, List.of(words.number), bars);
    }

    private StackedBars byYear(BarChart chart) {
        Stream<StackedBars.Bar> bars = chart.bars().stream()
                .map(b -> new StackedBars.Bar(words.year(b.label(), b.reports().size()), b.values()));
        return laidOut(chart, words.open(chart.open()), bars);
    }

    private StackedBars ranking(BarChart chart) {
        int with = chart.bars().size();
        Stream<StackedBars.Bar> bars = chart.bars().stream()
                .limit(RANKED)
                .map(b -> new StackedBars.Bar(b.year() + " " + b.label(), b.values()));
        return laidOut(
                chart,
                words.ranked(with, Math.min(RANKED, with), chart.without().size()),
                bars);
    }

    private StackedBars laidOut(BarChart chart, String counted, Stream<StackedBars.Bar> bars) {
        String note = chart.chart().note();
        return new StackedBars(
                chart.chart().title(),
                note.isEmpty() ? counted : note + words.and + counted,
                chart.parts(),
                bars.toList());
    }
}
