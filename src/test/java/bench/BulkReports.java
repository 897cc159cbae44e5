package bench;

import degraded.Degradation;
import degraded.DegradedReport;
import gouji.document.Document;
import gouji.source.Input;
import gouji.written.Formats;
import gouji.written.WrittenReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes made reports of mixed formats, each of another body or year: 98 in 100 born digital, in the formats by turns, 2 in
 * 100 scanned. A larger number gives the same reports and more.
 *
 * <p>Arguments: {@code FOLDER COUNT}.
 */
final class BulkReports {
    private static final int SCAN_EVERY = 50;
    private static final List<String> REGIONS =
            List.of("云岭县", "青石县", "白河县", "临水县", "东平县", "安丰县", "新田县", "长林县", "石桥县", "金沙县");
    private static final List<String> OFFICES = List.of(
            "林业局",
            "教育局",
            "财政局",
            "民政局",
            "水利局",
            "统计局",
            "审计局",
            "司法局",
            "交通运输局",
            "农业农村局",
            "卫生健康局",
            "应急管理局",
            "医疗保障局",
            "市场监督管理局",
            "住房和城乡建设局",
            "发展和改革局",
            "自然资源局",
            "文化和旅游局",
            "生态环境局",
            "退役军人事务局");
    private static final List<Degradation> SCANS =
            List.of(Degradation.FAINT, Degradation.DOTTED, Degradation.HOLES, Degradation.THICK);
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("html of Word", "html"),
            Map.entry("html of Word in UTF-16", "html"),
            Map.entry("html of divs", "html"),
            Map.entry("flat odt", "fodt"),
            Map.entry("Word 2003 XML", "xml"),
            Map.entry("text with tabs", "txt"),
            Map.entry("text with bars", "txt"),
            Map.entry("text in GB18030", "txt"));

    private BulkReports() {}

    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), 0, Integer.parseInt(args[1]));
    }

    /** Writes the reports from a number on, counted from 0, into a folder for each format. */
    static void write(Path folder, int from, int to) throws IOException {
        List<Map.Entry<String, Function<Document, byte[]>>> formats =
                new ArrayList<>(Formats.all().entrySet());
        for (int n = from; n < to; n++) {
            if (n % SCAN_EVERY == SCAN_EVERY - 1) {
                Degradation degradation = SCANS.get(n / SCAN_EVERY % SCANS.size());
                Input scan = DegradedReport.of(degradation, n, true).input();
                put(folder, "scan", n + "-" + scan.name(), scan.bytes());
            } else {
                Map.Entry<String, Function<Document, byte[]>> format = formats.get(n % formats.size());
                String ending = ENDINGS.getOrDefault(format.getKey(), format.getKey());
                put(
                        folder,
                        format.getKey(),
                        n + "." + ending,
                        format.getValue().apply(report(n).document()));
            }
        }
    }

    /** A body for each number modulo 200, six years back; then the regions are numbered. */
    private static WrittenReport report(int n) {
        int body = n / 6;
        String region = REGIONS.get(body / OFFICES.size() % REGIONS.size());
        int again = body / OFFICES.size() / REGIONS.size();
        String issuer = region + (again == 0 ? "" : "第" + again + "区") + OFFICES.get(body % OFFICES.size());
        return WrittenReport.made(n % 5 == 0 ? "format-2019" : "format-2021", n, issuer, 2019 + n % 6);
    }

    private static void put(Path folder, String format, String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(format.replace(' ', '-')).resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
