package gouji.office;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Sentences of the chart page in the language of the reports: Chinese, or English for all others. */
enum ChartWords {
    CHINESE(
            "zh-Hans",
            "政府信息公开工作年度报告汇总图表：%s",
            "无",
            "数量",
            Map.of(
                    "imported", "已读入",
                    "duplicate", "重复文件",
                    "container", "压缩包",
                    "rejected", "不是年度报告",
                    "quarantined", "待人工处理"),
            "输入文件的处理结果",
            "每个输入文件恰好计一次，明细见 ledger.csv。",
            "未通过的勾稽核对（按种类）",
            "明细见 checks.csv 中 result 为 fail 的行；同一报告的不同格式分别计数。",
            "%s年（%d家）",
            "括号内为报告家数，每家每年计一份。空白或存疑的%d个单元格未计入。",
            "有该项数据的报告%d份，列前%d份；另有%d份空白或存疑。",
            "；"),
    ENGLISH(
            "en",
            "Charts of reports: %s",
            "none",
            "Number",
            Map.of(
                    "imported", "imported",
                    "duplicate", "duplicate",
                    "container", "archive",
                    "rejected", "no report",
                    "quarantined", "quarantined"),
            "Inputs by status",
            "Each input counts once; ledger.csv names them.",
            "Failed checks by kind",
            "Rows of checks.csv whose result is fail; each format of a report counts.",
            "%s (reports: %d)",
            "One report of each body and year. %d cells that are blank or in doubt are not counted.",
            "%d reports have the figure, the first %d are shown; in %d others it is blank or in doubt.",
            "; ");

    private static final String[] STATUSES = {"imported", "duplicate", "container", "rejected", "quarantined"};

    final String language;
    final String none;
    final String number;
    final String statuses;
    final String statusesNote;
    final String failures;
    final String failuresNote;
    final String and;
    private final String page;
    private final Map<String, String> words;
    private final String year;
    private final String open;
    private final String ranked;

    ChartWords(
            String language,
            String page,
            String none,
            String number,
            Map<String, String> words,
            String statuses,
            String statusesNote,
            String failures,
            String failuresNote,
            String year,
            String open,
            String ranked,
            String and) {
        this.language = language;
        this.page = page;
        this.none = none;
        this.number = number;
        this.words = words;
        this.statuses = statuses;
        this.statusesNote = statusesNote;
        this.failures = failures;
        this.failuresNote = failuresNote;
        this.year = year;
        this.open = open;
        this.ranked = ranked;
        this.and = and;
    }

    /** Chinese where all reports are. */
    static ChartWords of(ChartFigures figures) {
        return figures.regions().stream().allMatch(r -> r.language().startsWith("zh")) ? CHINESE : ENGLISH;
    }

    /** Words of the ledger, in its order. */
    Map<String, String> statusWords() {
        Map<String, String> inOrder = new LinkedHashMap<>();
        for (String status : STATUSES) {
            inOrder.put(status, words.get(status));
        }
        return inOrder;
    }

    String page(String name) {
        return String.format(Locale.ROOT, page, name);
    }

    String year(String label, int reports) {
        return String.format(Locale.ROOT, year, label, reports);
    }

    String open(int cells) {
        return String.format(Locale.ROOT, open, cells);
    }

    String ranked(int with, int shown, int without) {
        return String.format(Locale.ROOT, ranked, with, shown, without);
    }
}
