package bench;

import gouji.check.Checker;
import gouji.dataset.DatasetWriter;
import gouji.dataset.Extracted;
import gouji.dataset.Filed;
import gouji.dataset.LedgerRow;
import gouji.dataset.OutputFolder;
import gouji.dataset.csv.CommonsCsv;
import gouji.dataset.json.JacksonJson;
import gouji.panel.Drafts;
import gouji.panel.Filings;
import gouji.report.Report;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * A dataset of made-up reports of real counties, 200 cells each, written by the product's own writer. Every tenth report has a
 * suspect cell, every twentieth a failed check.
 */
final class LargeDataset {
    private static final int YEARS = 4;

    private final int reports;
    private final List<String> counties;

    LargeDataset(int reports) throws IOException {
        this.reports = reports;
        this.counties = counties();
    }

    static String id(int i) {
        return String.format(Locale.ROOT, "%016x", i + 1);
    }

    void write(Path folder) throws IOException {
        Filings filings = new Filings(List.of(Drafts.PROFILE));
        for (int i = 0; i < reports; i++) {
            Report report = report(i);
            filings.add(Drafts.FILER.file(id(i), id(i), report), report);
        }
        OutputFolder output = new OutputFolder(folder);
        output.prepare();
        Checker checker = new Checker(Drafts.PROFILE);
        try (DatasetWriter writer =
                new DatasetWriter(output, new CommonsCsv(), new JacksonJson(), List.of(Drafts.PROFILE))) {
            for (int i = 0; i < reports; i++) {
                Extracted extracted =
                        new Extracted("html", checker.check(report(i)).with(filings.checks(id(i))));
                Filed filed = new Filed(filings.get(id(i)), filings.edition(id(i)));
                writer.report(id(i), id(i) + ".html", sha256(i), List.of(), filed, extracted);
                writer.ledger(new LedgerRow(
                        new LedgerRow.Name(id(i) + ".html", "", ""),
                        sha256(i),
                        1,
                        LedgerRow.Status.IMPORTED,
                        "",
                        "",
                        id(i),
                        Optional.empty(),
                        LedgerRow.Counts.NONE));
            }
            writer.finish();
        }
    }

    private static String sha256(int i) {
        return id(i).repeat(4);
    }

    private Report report(int i) {
        Random random = new Random(i);
        int received = 1 + random.nextInt(500);
        int total = i % 20 == 7 ? received + 1 : received;
        Drafts draft = Drafts.of("format-2021", counties.get(i / YEARS % counties.size()), 2021 + i % YEARS)
                .with("requests.received_new.natural_person", "" + received)
                .with("requests.received_new.total", "" + total)
                .with("requests.result.granted.natural_person", "" + received)
                .with("requests.result.granted.total", "" + received)
                .with("requests.result.total.natural_person", "" + received)
                .with("requests.result.total.total", "" + received);
        if (i % 10 == 3) {
            draft.suspect("disclosure.licenses.decisions_this_year");
        }
        return draft.report();
    }

    private static List<String> counties() throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        LargeDataset.class.getResourceAsStream("/gouji/registry/cn-divisions/divisions.csv")),
                StandardCharsets.UTF_8))) {
            in.lines().skip(1).map(l -> l.split(",", -1)).forEach(rows::add);
        }
        return rows.stream()
                .filter(r -> r[2].equals("county") && r[4].isEmpty() && r[5].isEmpty())
                .map(r -> r[1] + "人民政府")
                .distinct()
                .toList();
    }
}
