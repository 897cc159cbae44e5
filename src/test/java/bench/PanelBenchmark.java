package bench;

import gouji.check.Checker;
import gouji.dataset.DatasetWriter;
import gouji.dataset.Extracted;
import gouji.dataset.Filed;
import gouji.dataset.OutputFolder;
import gouji.dataset.PanelFiles;
import gouji.dataset.csv.CommonsCsv;
import gouji.dataset.json.JacksonJson;
import gouji.panel.Drafts;
import gouji.panel.Filings;
import gouji.report.Report;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;

/**
 * Generated reports of counties over years as a dataset, and that as a panel: time and the most memory in use.
 *
 * <p>Arguments: how many reports (10000), folder. Every twentieth report breaks the carry-over; what is printed says
 * whether just these were found.
 */
public final class PanelBenchmark {
    private static final List<String> TEMPLATES = List.of("stats-2014", "format-2019", "format-2021");
    private static final int YEARS = 10;

    private final Random random = new Random(20210929);
    private final JacksonJson json = new JacksonJson();
    private final CommonsCsv csv = new CommonsCsv();
    private int planted;

    public static void main(String[] arguments) throws IOException {
        int reports = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("panel-benchmark");
        new PanelBenchmark().run(reports, folder);
    }

    private void run(int reports, Path folder) throws IOException {
        List<String> counties = counties();
        long begun = System.nanoTime();
        Filings filings = new Filings(List.of(Drafts.PROFILE));
        for (int i = 0; i < reports; i++) {
            Report report = report(i, counties);
            filings.add(Drafts.FILER.file(id(i), id(i), report), report);
        }
        say("filed", begun);
        begun = System.nanoTime();
        int broken = write(reports, folder, counties, filings);
        say("checked and written", begun);
        System.out.printf(Locale.ROOT, "carry-over planted %d, found %d%n", planted, broken);
        begun = System.nanoTime();
        PanelFiles.Written written =
                new PanelFiles(folder, csv, json, List.of(Drafts.PROFILE)).write(folder.resolve("panel"));
        say("panel", begun);
        System.out.println(written);
    }

    private int write(int reports, Path folder, List<String> counties, Filings filings) throws IOException {
        OutputFolder output = new OutputFolder(folder);
        output.prepare();
        Checker checker = new Checker(Drafts.PROFILE);
        int broken = 0;
        planted = 0;
        try (DatasetWriter writer = new DatasetWriter(output, csv, json, List.of(Drafts.PROFILE))) {
            for (int i = 0; i < reports; i++) {
                var checks = filings.checks(id(i));
                broken += checks.stream()
                                .anyMatch(c -> c.check().equals("Y-CARRY")
                                        && c.result().word().equals("fail"))
                        ? 1
                        : 0;
                Report report = report(i, counties);
                Extracted extracted =
                        new Extracted("html", checker.check(report).with(checks));
                Filed filed = new Filed(filings.get(id(i)), filings.edition(id(i)));
                writer.report(id(i), id(i), id(i), List.of(), filed, extracted);
            }
            writer.finish();
        }
        return broken;
    }

    private static String id(int i) {
        return String.format(Locale.ROOT, "%016x", i + 1);
    }

    /** The i-th report, always the same one: a county for each ten, a year for each of these. */
    private Report report(int i, List<String> counties) {
        int year = 2015 + i % YEARS;
        String template = TEMPLATES.get(year < 2019 ? 0 : year < 2021 ? 1 : 2);
        Drafts draft = Drafts.of(template, counties.get(i / YEARS % counties.size()), year);
        random.setSeed(i);
        if (!template.equals("stats-2014")) {
            boolean breaks = year > 2019 && i % 20 == 9;
            planted += breaks ? 1 : 0;
            draft.with("requests.carried_out.total", "4").with("requests.carried_in.total", breaks ? "3" : "4");
        }
        for (int p = 0; p < 6; p++) {
            draft.saying(prose(200));
        }
        return draft.report();
    }

    private String prose(int letters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            text.append((char) (0x4e00 + 100 + random.nextInt(1500)));
        }
        return text.append('。').toString();
    }

    private static List<String> counties() throws IOException {
        List<String> names = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        PanelBenchmark.class.getResourceAsStream("/gouji/registry/cn-divisions/divisions.csv")),
                StandardCharsets.UTF_8))) {
            in.lines().skip(1).map(l -> l.split(",", -1)).forEach(rows::add);
        }
        for (String[] r : rows) {
            boolean steady = r[2].equals("county") && r[4].isEmpty() && r[5].isEmpty();
            rows.stream()
                    .filter(p -> steady && p[0].equals(r[3]) && p[4].isEmpty() && p[5].isEmpty())
                    .forEach(p -> names.add(p[1] + r[1] + "人民政府"));
        }
        return names;
    }

    private static void say(String what, long begun) {
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(
                Locale.ROOT, "%-20s %6.1f s, %4d MB kept%n", what, (System.nanoTime() - begun) / 1e9, used / 1_000_000);
    }
}
