package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.dataset.json.JacksonJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Decisions on what is no cell, from the page to the dataset: a report whose issuer no division is called after, two editions of
 * 宿迁市's report for 2024 with other figures, its report for 2023, and a file that is quarantined.
 */
class SettlementsTest {
    private static final Path FIXTURES = Path.of("fixtures", "cn-disclosure", "format-2021");
    private static final String HEADER = "kind,subject,before,after,reason,who,when,decision\n";

    @TempDir
    static Path once;

    @TempDir
    Path folder;

    Path out;
    ReviewSession session;

    @BeforeAll
    static void importOnce() throws IOException {
        Path inputs = Files.createDirectories(once.resolve("inputs"));
        write(inputs);
        ReviewSession.importTo(once.resolve("out"), inputs);
    }

    /** The inputs; the second edition of 2024 prints one coercive measure (行政强制) more. */
    static void write(Path inputs) throws IOException {
        String text = Files.readString(FIXTURES.resolve("suqian-2024").resolve("report.txt"));
        String changed = text.replace("29,351", "29,352");
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(inputs.resolve("first.txt"), text);
        Files.writeString(inputs.resolve("second.txt"), changed.replace("2025-03-18", "2025-03-20"));
        Files.copy(FIXTURES.resolve("suqian-2023").resolve("report.txt"), inputs.resolve("before.txt"));
        Files.copy(FIXTURES.resolve("lincheng-housing-2024").resolve("report.txt"), inputs.resolve("unknown.txt"));
        Files.write(inputs.resolve("broken.pdf"), "%PDF-1.4 nothing".getBytes(StandardCharsets.US_ASCII));
    }

    @BeforeEach
    void begin() throws Exception {
        out = folder.resolve("out");
        ReviewSession.copy(once.resolve("out"), out);
        session = new ReviewSession(out, once.resolve("inputs"));
    }

    @AfterEach
    void end() {
        session.close();
    }

    @Test
    void aBodyIsChosenAndStaysChosen() throws Exception {
        String id = report("unknown.txt").get("report_id");
        assertThat(report("unknown.txt")).containsEntry("issuer_code", "").containsEntry("issuer_level", "");
        assertThat(open()).contains("\"body\":1");
        assertThat(get("/api/divisions?report=" + id + "&q=3213")).contains("\"code\":\"321302\"", "宿迁市宿城区");

        HttpResponse<String> kept = settle("body", id, "settle", "321302", 0);

        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        assertThat(kept.body()).contains("\"named\":\"321302 江苏省宿迁市宿城区\"");
        assertThat(open()).contains("\"body\":0");
        importAgain();
        assertThat(report("unknown.txt"))
                .containsEntry("issuer_code", "321302")
                .containsEntry("issuer_level", "county")
                .containsEntry("issuer_evidence", "person");
        assertThat(report("unknown.txt").get("body")).startsWith("321302-");
        assertThat(open()).contains("\"body\":0");
        assertThat(get("/api/worklist?kind=body&settled=yes")).contains(id);
        Map<String, String> first = bytes();
        importAgain();
        assertThat(bytes()).isEqualTo(first);

        assertThat(settle("body", id, "undo", "", 1).statusCode()).isEqualTo(200);
        assertThat(open()).contains("\"body\":1");
        importAgain();
        assertThat(report("unknown.txt")).containsEntry("issuer_code", "").containsEntry("issuer_evidence", "");
    }

    @Test
    void theEditionThatStandsIsTheOneThatCounts() throws Exception {
        String first = report("first.txt").get("report_id");
        String second = report("second.txt").get("report_id");
        String subject = "2024 cn-disclosure " + report("first.txt").get("body");
        assertThat(report("second.txt")).containsEntry("edition_kind", "conflicting");
        assertThat(get("/api/matters?kind=edition&subject=" + subject.replace(" ", "%20")))
                .contains("\"code\":\"disclosure.coercive_measures.", first, second);

        assertThat(settle("edition", subject, "settle", second, 0).statusCode()).isEqualTo(200);

        assertThat(open()).contains("\"conflict\":0");
        importAgain();
        assertThat(open()).contains("\"conflict\":0");
        assertThat(report("second.txt")).containsEntry("edition_kind", "standing");
        assertThat(report("first.txt")).containsEntry("edition_kind", "set-aside");
        assertThat(get("/api/worklist?group=year:2024%20cn-disclosure&kind=report"))
                .as("the charts count the one chosen")
                .contains(second)
                .doesNotContain(first);
        assertThat(settle("edition", subject, "settle", first, 1).statusCode()).isEqualTo(200);
        importAgain();
        assertThat(report("first.txt")).containsEntry("edition_kind", "standing");
    }

    @Test
    void anEditionNobodySawOpensTheQuestionAgain() throws Exception {
        String first = report("first.txt").get("report_id");
        String subject = "2024 cn-disclosure " + report("first.txt").get("body");
        settle("edition", subject, "settle", first, 0);
        Path more = Files.createDirectories(folder.resolve("more"));
        String text = Files.readString(once.resolve("inputs").resolve("first.txt"));
        Files.writeString(more.resolve("third.txt"), text.replace("29,351", "29,353"));
        Files.writeString(more.resolve("copy.txt"), text + "\n\n");

        ReviewSession.importTo(out, once.resolve("inputs"), more);

        assertThat(open()).contains("\"conflict\":1");
        assertThat(report("third.txt")).containsEntry("edition_kind", "conflicting");
        assertThat(Files.readString(out.resolve("reports").resolve(first + ".json")))
                .contains("SETTLEMENT_CONFLICT");
        Files.delete(more.resolve("third.txt"));
        ReviewSession.importTo(out, once.resolve("inputs"), more);
        assertThat(report("first.txt")).containsEntry("edition_kind", "standing");
        assertThat(open()).as("a copy brings no new figures").contains("\"conflict\":0");
    }

    @Test
    void aQuarantinedInputIsDealtWithAndStaysInTheLedger() throws Exception {
        String ledger = Files.readString(out.resolve("ledger.csv"));
        String sha256 = row("ledger.csv", "input", "broken.pdf").get("sha256");
        assertThat(settle("input", sha256, "settle", "dealt-with", 0, "").body())
                .contains("NO_ANSWER");

        assertThat(settle("input", sha256, "settle", "dealt-with", 0, "asked for a new file")
                        .statusCode())
                .isEqualTo(200);

        assertThat(open()).contains("\"quarantined\":0");
        assertThat(get("/api/worklist?kind=quarantined&settled=yes"))
                .contains("broken.pdf")
                .contains("\"settled\":true");
        importAgain();
        assertThat(open()).contains("\"quarantined\":0");
        assertThat(Files.readString(out.resolve("ledger.csv"))).isEqualTo(ledger);
        assertThat(settle("input", sha256, "undo", "", 1, "").statusCode()).isEqualTo(200);
        assertThat(open()).contains("\"quarantined\":1");
    }

    @Test
    void whatIsNoAnswerOrNoMatterIsNotKept() throws Exception {
        String id = report("unknown.txt").get("report_id");
        String first = report("first.txt").get("report_id");
        assertThat(settle("body", id, "settle", "999999", 0).statusCode()).isEqualTo(400);
        assertThat(settle("body", id, "settle", "", 0).statusCode()).isEqualTo(400);
        assertThat(settle("body", "0000000000000000", "settle", "321302", 0).statusCode())
                .isEqualTo(404);
        assertThat(settle("edition", "2024 cn-disclosure 999999", "settle", first, 0)
                        .statusCode())
                .isEqualTo(404);
        assertThat(settle("edition", "2024 cn-disclosure 321300", "settle", id, 0)
                        .statusCode())
                .isEqualTo(400);
        assertThat(settle("body", id, "settle", "321302", 1).statusCode()).isEqualTo(409);
        assertThat(out.resolve("settlements.csv")).doesNotExist();
    }

    @Test
    void twoPersonsAtOddsLeaveItOpen() throws Exception {
        String id = report("unknown.txt").get("report_id");
        settle("body", id, "settle", "321302", 0);
        assertThat(session.post(
                                "/api/settlements",
                                body("body", id, "settle", "321311", 1, "").replace("Li", "Wu"))
                        .body())
                .contains("\"atOdds\":{");
        assertThat(open()).contains("\"body\":1");
        settle("body", id, "undo", "", 2);
        assertThat(open()).contains("\"body\":0");
    }

    @Test
    void theCommandTakesThemInAndGivesThemOut() throws Exception {
        String id = report("unknown.txt").get("report_id");
        settle("body", id, "settle", "321302", 0);
        Path given = folder.resolve("given.csv");
        assertThat(gouji("corrections", "export", out, "--settlements", "--out", given))
                .isEmpty();
        Path other = folder.resolve("other");
        ReviewSession.copy(once.resolve("out"), other);

        assertThat(gouji("corrections", "import", other, given)).contains("added 1, already there 0");
        assertThat(gouji("corrections", "import", other, given)).contains("added 0, already there 1");

        assertThat(other.resolve("settlements.csv")).hasSameTextualContentAs(out.resolve("settlements.csv"));
        assertThat(other.resolve("corrections.csv")).hasSameTextualContentAs(once.resolve("out/corrections.csv"));
        Files.writeString(given, HEADER + "body," + id + ",,nowhere at all,,Li,,settle\nbody,x,,321302,,Li,,settle\n");
        assertThat(status("corrections", "import", other, given)).isEqualTo(Gouji.USAGE);
        assertThat(Files.readAllLines(other.resolve("settlements.csv"))).hasSize(2);
    }

    @Test
    void aBodyTheRegistryDoesNotKnowIsReportedAndAnotherFindingToo() throws Exception {
        String unknown = report("unknown.txt").get("report_id");
        String first = report("first.txt").get("report_id");
        Files.writeString(
                out.resolve("settlements.csv"),
                HEADER + "body," + unknown + ",,999999,,Li,2026-01-02T03:04:05Z,settle\n" + "body," + first
                        + ",320000,321302,,Li,2026-01-02T03:04:05Z,settle\n");
        importAgain();

        assertThat(Files.readString(out.resolve("reports").resolve(unknown + ".json")))
                .contains("SETTLEMENT_UNPLACED");
        assertThat(Files.readString(out.resolve("reports").resolve(first + ".json")))
                .contains("SETTLEMENT_CONFLICT");
        assertThat(report("first.txt")).containsEntry("issuer_code", "321302");
        assertThat(Files.readString(out.resolve("datapackage.json"))).contains("\"settlements.csv\"");
    }

    @Test
    void aLineThatACrashCutOffIsNoDecision() throws Exception {
        String id = report("unknown.txt").get("report_id");
        settle("body", id, "settle", "321302", 0);
        Path log = out.resolve("settlements.csv");
        String whole = Files.readString(log);
        Files.writeString(log, "body," + id + ",,321311,why,Li,2026-01-02T03:04:05Z,set", StandardOpenOption.APPEND);

        assertThat(settle("body", id, "undo", "", 1).statusCode()).isEqualTo(200);

        assertThat(Files.readString(log)).startsWith(whole).doesNotContain("321311");
        assertThat(Files.readAllLines(log)).hasSize(3);
    }

    private HttpResponse<String> settle(String kind, String subject, String decision, String after, int seen)
            throws Exception {
        return settle(kind, subject, decision, after, seen, "why");
    }

    private HttpResponse<String> settle(
            String kind, String subject, String decision, String after, int seen, String reason) throws Exception {
        return session.post("/api/settlements", body(kind, subject, decision, after, seen, reason));
    }

    private static String body(String kind, String subject, String decision, String after, int seen, String reason) {
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("kind", kind);
        sent.put("subject", subject);
        sent.put("decision", decision);
        sent.put("after", after);
        sent.put("reason", reason);
        sent.put("who", "Li");
        sent.put("seen", seen);
        return new String(new JacksonJson().line(sent), StandardCharsets.UTF_8);
    }

    private String open() throws Exception {
        return get("/api/worklist");
    }

    private String get(String path) throws Exception {
        HttpResponse<String> response = session.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private void importAgain() {
        ReviewSession.importTo(out, once.resolve("inputs"));
    }

    private Map<String, String> report(String input) throws IOException {
        return row("reports.csv", "input", input);
    }

    private Map<String, String> row(String file, String column, String value) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (var in = Files.newInputStream(out.resolve(file))) {
            new gouji.dataset.csv.CommonsCsv().read(in, rows::add);
        }
        return rows.stream()
                .filter(r -> r.get(column).equals(value))
                .findFirst()
                .orElseThrow();
    }

    /** Every file of the dataset but run.json. */
    private Map<String, String> bytes() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(out)) {
            for (Path p : walk.filter(Files::isRegularFile).toList()) {
                String name = out.relativize(p).toString();
                if (!name.equals("run.json") && !name.startsWith(".work")) {
                    files.put(name, Files.readString(p));
                }
            }
        }
        return files;
    }

    private static String gouji(Object... arguments) {
        StringWriter printed = new StringWriter();
        assertThat(status(printed, arguments)).isZero();
        return printed.toString();
    }

    private static int status(Object... arguments) {
        return status(new StringWriter(), arguments);
    }

    private static int status(StringWriter printed, Object... arguments) {
        CommandLine command = Gouji.commandLine(Wiring::engine);
        command.setOut(new PrintWriter(printed, true));
        command.setErr(new PrintWriter(new StringWriter(), true));
        return command.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }
}
