package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.body.csv.RegistryFiles;
import gouji.dataset.csv.CommonsCsv;
import gouji.dataset.csv.CommonsCsvSource;
import gouji.dataset.json.JacksonJson;
import gouji.review.Review;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A family in another language is a file, and nothing else: import, codebook, panel and charts of two made-up reports. */
class SecondFamilyTest {
    private static final String HEAD =
            "<tr><th>Agency / Component</th><th>Number of Requests Pending as of Start of Fiscal Year</th>"
                    + "<th>Number of Requests Received in Fiscal Year</th><th>Number of Requests Processed in Fiscal Year</th>"
                    + "<th>Number of Requests Pending as of End of Fiscal Year</th></tr>";
    private static final String DISPOSITIONS =
            "<tr><th rowspan=2>Agency / Component</th><th rowspan=2>Number of Full Grants</th>"
                    + "<th rowspan=2>Number of Partial Grants/Partial Denials</th>"
                    + "<th rowspan=2>Number of Full Denials Based on Exemptions</th>"
                    + "<th colspan=6>Number of Full Denials Based on Reasons Other than Exemptions</th><th rowspan=2>TOTAL</th></tr>"
                    + "<tr><th>No Records</th><th>All Records Referred to Another Component or Agency</th><th>Request Withdrawn</th>"
                    + "<th>Fee-Related Reason</th><th>Duplicate Request</th><th>Other *Explain in Chart Below</th></tr>";

    @TempDir
    static Path dir;

    private static String profile;

    @BeforeAll
    static void imports() throws IOException, URISyntaxException {
        profile = Path.of(SecondFamilyTest.class
                        .getResource("/gouji/profile/validSchema/us-foia-annual.yaml")
                        .toURI())
                .toString();
        Path inputs = Files.createDirectory(dir.resolve("in"));
        Files.writeString(
                inputs.resolve("2016.html"),
                page(
                        2016,
                        "The Office received 1,000 FOIA requests. 40% of requests were granted in full.",
                        row("Scales", 10, 600, 590, 20)
                                + row("Rulers", 5, 400, 375, 30)
                                + row("AGENCY OVERALL", 15, 1000, 965, 50),
                        row("AGENCY OVERALL", 386, 200, 79, 150, 50, 40, 20, 20, 20, 965)));
        Files.writeString(
                inputs.resolve("2017.html"),
                page(
                        2017,
                        "The Office received 1,250 FOIA requests. Requests received: requests increased by 25%.",
                        row("Scales", 20, 700, 690, 30)
                                + row("Rulers", 30, 550, 560, 20)
                                + row("AGENCY OVERALL", 50, 1250, 1250, 51),
                        row("AGENCY OVERALL", 500, 300, 150, 100, 60, 50, 40, 30, 20, 1250)));
        assertThat(gouji("import", inputs.toString(), "--profile", profile, "--out", data(), "--quiet"))
                .isZero();
    }

    @Test
    void readsIssuerYearAndEveryCell() throws IOException {
        assertThat(csv("reports.csv"))
                .extracting(r -> r.get("profile") + " " + r.get("template") + " " + r.get("year"))
                .containsExactlyInAnyOrder("us-foia-annual fy2017 2016", "us-foia-annual fy2017 2017");
        assertThat(csv("reports.csv")).allMatch(r -> r.get("issuer").equals("Office of Weights and Measures"));
        Map<String, String> cells = cells(2016);
        assertThat(cells)
                .containsEntry("processed.overall.received", "1000")
                .containsEntry("processed.overall.end", "50")
                .containsEntry("disposition.overall.nonex.no_records", "150")
                .containsEntry("disposition.overall.nonex.other", "20")
                .containsEntry("disposition.overall.total", "965");
        assertThat(cells)
                .as("rows of components, which no profile lists")
                .containsEntry("processed.local.Scales.received", "600")
                .containsEntry("processed.local.Rulers.processed", "375");
    }

    @Test
    void holdsItsIdentitiesAndItsProse() throws IOException {
        Map<String, String> first = checks(2016);
        assertThat(first)
                .containsEntry("FLOW", "hold")
                .containsEntry("VB1-SUM", "hold")
                .containsEntry("PROSE", "hold")
                .containsEntry("PROSE-SHARE", "hold");
        assertThat(checks(2017))
                .containsEntry("FLOW", "fail")
                .containsEntry("CARRY", "hold")
                .containsEntry("PROSE-CHANGE", "hold");
    }

    @Test
    void becomesAPanelWithItsOwnCodebook() throws Exception {
        assertThat(gouji("panel", data(), "--profile", profile)).isZero();
        assertThat(csv("panel/panel.csv").stream()
                        .filter(r -> r.get("concept").equals("processed.overall.received"))
                        .map(r -> r.get("year") + "=" + r.get("value")))
                .containsExactly("2016=1000", "2017=1250");
        String codebook = Files.readString(dir.resolve("data/panel/codebook.md"));
        assertThat(codebook)
                .contains("# Codebook of us-foia-annual")
                .contains("`FLOW`")
                .doesNotContain("cn-disclosure");
        Path page = dir.resolve("chart.html");
        assertThat(gouji("chart", data(), "--profile", profile, "--out", page.toString()))
                .isZero();
        assertThat(Files.readString(page))
                .contains("Requests processed by year", ">965<", ">1,250<", "2017 Office of")
                .contains("<html lang=\"en\">", "Charts of reports: ", "Inputs by status", "2016 (reports: 1)")
                .as("no sentence of another language")
                .doesNotContainPattern("\\p{IsHan}");
        Review review = new Review(
                Path.of(data()),
                new CommonsCsv(),
                new CommonsCsvSource(),
                new JacksonJson(),
                List.of(Wiring.load(Path.of(profile))),
                RegistryFiles::builtIn,
                new ReviewPictures(List.of()));
        assertThat(review.dashboard().toString())
                .contains("title=Requests processed by year")
                .contains("label=2016, year=2016, level=, scope=, values=[965]")
                .contains("title=Requests received")
                .contains("values=[1250]", "group=report:" + id(2017))
                .doesNotContain("requests.", "result.");
        assertThat(review.worklist(new Review.Query("report", "year:2017 us-foia-annual", "", false, 0)))
                .containsEntry("found", 1);
        assertThat(gouji("codebook", profile)).isZero();
        assertThat(gouji("profile", "check", profile)).isZero();
    }

    private static String page(int year, String prose, String processed, String dispositions) {
        return "<html><head><title>FOIA</title></head><body><h1>Office of Weights and Measures Annual Freedom of Information"
                + " Act Report Fiscal Year " + year + "</h1><p>October 1, " + (year - 1) + " through September 30, "
                + year
                + "</p><h2>V. FOIA REQUESTS</h2><p>" + prose
                + "</p><p>V.A. Received, processed and pending requests</p><table>"
                + HEAD + processed + "</table><p>V.B.(1) Disposition of requests</p><table>" + DISPOSITIONS
                + dispositions
                + "</table></body></html>";
    }

    private static String row(String label, int... figures) {
        StringBuilder row = new StringBuilder("<tr><td>").append(label).append("</td>");
        for (int figure : figures) {
            row.append("<td>")
                    .append(String.format(java.util.Locale.ROOT, "%,d", figure))
                    .append("</td>");
        }
        return row.append("</tr>").toString();
    }

    private static Map<String, String> cells(int year) throws IOException {
        String id = id(year);
        return csv("observations.csv").stream()
                .filter(r -> r.get("report_id").equals(id))
                .collect(Collectors.toMap(
                        r -> r.get("table") + "." + r.get("row") + "." + r.get("column"), r -> r.get("value")));
    }

    private static Map<String, String> checks(int year) throws IOException {
        String id = id(year);
        return csv("checks.csv").stream()
                .filter(r -> r.get("report_id").equals(id))
                .collect(Collectors.toMap(r -> r.get("check"), r -> r.get("result")));
    }

    private static String id(int year) throws IOException {
        return csv("reports.csv").stream()
                .filter(r -> r.get("year").equals(String.valueOf(year)))
                .findFirst()
                .orElseThrow()
                .get("report_id");
    }

    private static String data() {
        return dir.resolve("data").toString();
    }

    private static int gouji(String... arguments) {
        CommandLine command = Gouji.commandLine(Wiring::engine);
        command.setOut(new PrintWriter(new StringWriter()));
        return command.execute(List.of(arguments).toArray(String[]::new));
    }

    private static List<CSVRecord> csv(String file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(dir.resolve("data").resolve(file), StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }
}
