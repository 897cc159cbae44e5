package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.dataset.json.JacksonJson;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The review server over HTTP, on a dataset of one report that prints 358 where its own sums and prose say 367. */
class ReviewTest {
    private static final Path FOLDER = Path.of("fixtures", "cn-disclosure", "format-2021", "lincheng-housing-2024");
    private static final String ID = "285b172e2127a22e";
    private static final String CODE = "requests.received_new.total";

    @TempDir
    Path folder;

    Path out;
    ReviewSession session;

    @TempDir
    static Path once;

    @BeforeAll
    static void importOnce() {
        ReviewSession.importTo(once.resolve("out"), FOLDER.resolve("report.pdf"));
    }

    @BeforeEach
    void begin() throws Exception {
        out = folder.resolve("out");
        ReviewSession.copy(once.resolve("out"), out);
        session = new ReviewSession(out, FOLDER);
    }

    @AfterEach
    void end() {
        session.close();
    }

    @Test
    void aDecisionTurnsTheCheckAtOnceAndStaysAfterTheNextImport() throws Exception {
        assertThat(get("/api/worklist")).contains("\"T3-FLOW requests  total\"").contains("\"settled\":false");

        HttpResponse<String> kept = decide("edit", "367", 0);

        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        assertThat(kept.body()).contains("\"state\":\"corrected\"").doesNotContain("\"result\":\"fail\"");
        assertThat(get("/api/worklist")).contains("\"check\":0").doesNotContain("T3-FLOW");
        assertThat(Files.readString(out.resolve("corrections.csv")))
                .contains(ID + ",requests,received_new,total,358,367,why,Li,");
        importAgain();
        assertThat(Files.readString(out.resolve("checks.csv"))).doesNotContain(",fail,");
        assertThat(Files.readString(out.resolve("observations.csv"))).contains(",367,件,358,corrected,");
    }

    @Test
    void undoBringsTheFailureBackAlsoAfterAnImport() throws Exception {
        decide("edit", "367", 0);
        importAgain();
        HttpResponse<String> undone = decide("undo", "", 1);

        assertThat(undone.body()).contains("\"result\":\"fail\"").doesNotContain("\"corrected\"");
        assertThat(undone.body()).contains("\"value\":\"358\"");
    }

    @Test
    void aReportThatIsWrongItselfIsSettledAndStillFails() throws Exception {
        assertThat(decide("report-wrong", "", 0).body()).contains("\"result\":\"fail\"");
        assertThat(get("/api/worklist?kind=check")).doesNotContain("T3-FLOW").doesNotContain("T3-ROW");
        assertThat(get("/api/worklist?kind=check&settled=yes")).contains("T3-FLOW");
    }

    @Test
    void theSecondOfTwoPersonsIsToldThatTheFirstDecided() throws Exception {
        assertThat(decide("edit", "367", 0).statusCode()).isEqualTo(200);
        assertThat(decide("edit", "368", 0).statusCode()).isEqualTo(409);
        assertThat(Files.readString(out.resolve("corrections.csv"))).doesNotContain("368");
    }

    @Test
    void showsThePageTheReportWasReadFrom() throws Exception {
        HttpResponse<byte[]> png = session.client()
                .send(
                        session.request("/api/reports/" + ID + "/pages/1").build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(png.statusCode()).isEqualTo(200);
        assertThat(png.body()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Double.parseDouble(png.headers().firstValue("X-Width-Pt").orElseThrow()))
                .isBetween(594.0, 597.0);
        assertThat(session.get("/api/reports/" + ID + "/pages/99").statusCode())
                .as("no such page: no picture")
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "367;", "1e9", "=1+1", "--1"})
    void whatIsNoNumberIsNotKept(String after) throws Exception {
        assertThat(decide("edit", after, 0).statusCode()).isEqualTo(400);
        assertThat(Files.readAllLines(out.resolve("corrections.csv"))).hasSize(1);
    }

    @Test
    void aReasonCannotBeginALineOrAFormula() throws Exception {
        session.post(
                "/api/decisions",
                body("edit", "367", 0).replace("why", "=cmd()\\n" + ID + ",requests,carried_in,total,1,2,,x,y,edit"));

        assertThat(Files.readAllLines(out.resolve("corrections.csv"))).hasSize(2);
        assertThat(Files.readString(out.resolve("corrections.csv"))).contains("'=cmd() ");
    }

    @Test
    void theListHasEveryKindWithItsCount() throws Exception {
        assertThat(get("/api/worklist"))
                .contains("\"open\":{\"suspect\":0,\"check\":3,\"conflict\":0,\"body\":1,\"quarantined\":0}");
        assertThat(get("/api/worklist?kind=report")).contains("\"found\":1").contains(ID);
        assertThat(get("/api/worklist?kind=input&group=status:imported")).contains("\"found\":1");
        assertThat(get("/api/worklist?kind=input&group=status:rejected")).contains("\"found\":0");
        assertThat(get("/api/worklist?kind=check&group=check:T3-ROW")).contains("\"found\":1");
        assertThat(get("/api/worklist?group=year:2024%20cn-disclosure")).contains("\"found\":4");
        assertThat(get("/api/worklist?group=year:2023%20cn-disclosure")).contains("\"found\":0");
        assertThat(get("/api/worklist?group=year:2024%20other")).contains("\"found\":0");
        assertThat(get("/api/worklist?kind=check&from=2"))
                .contains("\"found\":3")
                .contains("T3-ROW requests");
        assertThat(session.get("/api/worklist?from=x").statusCode()).isEqualTo(400);
    }

    @Test
    void theChartsCountWhatTheDatasetHolds() throws Exception {
        assertThat(get("/api/dashboard"))
                .contains("{\"code\":\"imported\",")
                .contains("\"group\":\"check:T3-FLOW\"")
                .contains("\"values\":[358],\"open\":0,\"reports\":1,\"group\":\"year:2024 cn-disclosure\"")
                .contains("\"parts\":[\"予以公开\",\"部分公开\",")
                .contains("\"label\":\"2024\",\"year\":\"2024\",\"level\":\"\",\"scope\":\"\",\"values\":[118,35,")
                .contains("\"group\":\"report:" + ID + "\"");
    }

    @Test
    void twoPersonsAtOddsAreAConflictUntilOneGivesWay() throws Exception {
        session.post("/api/decisions", body("edit", "367", 0).replace("\"who\":\"\"", "\"who\":\"Wu\""));
        decide("edit", "368", 1);
        assertThat(get("/api/worklist?kind=conflict"))
                .contains("Wu 367 ≠ Li 368")
                .contains("\"conflict\":1");
        decide("undo", "", 2);
        assertThat(get("/api/worklist?kind=conflict")).contains("\"conflict\":0");
    }

    @Test
    void aReadingThatChangedSinceIsAConflictUntilSomebodyDecidesAgain() throws Exception {
        Files.writeString(
                out.resolve("corrections.csv"),
                ID + ",requests,received_new,total,999,367,,Li,2026-01-02T03:04:05Z,edit\n",
                java.nio.file.StandardOpenOption.APPEND);
        importAgain();
        assertThat(get("/api/worklist?kind=conflict"))
                .contains("was read as 999")
                .contains("\"conflict\":1");

        decide("edit", "367", 1);

        assertThat(get("/api/worklist")).contains("\"conflict\":0");
        importAgain();
        assertThat(get("/api/worklist")).contains("\"conflict\":0");
        assertThat(Files.readString(out.resolve("observations.csv"))).contains(",367,件,358,corrected,");
    }

    @Test
    void anUploadIsImportedBesideWhatIsThere() throws Exception {
        byte[] text = Files.readAllBytes(FOLDER.resolve("report.txt"));
        HttpResponse<String> taken = session.post("/api/uploads?name=%E6%8A%A5%E5%91%8A.txt", text);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(session.post("/api/uploads?name=odd.bin", "nothing".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(202);

        String state = get("/api/uploads");
        for (int i = 0; i < 600 && !(state.contains("\"imported\"") && state.contains("\"NO_REPORT_FOUND\"")); i++) {
            Thread.sleep(100);
            state = get("/api/uploads");
        }

        assertThat(state).contains("报告.txt").contains("\"imported\"").contains("\"NO_REPORT_FOUND\"");
        assertThat(Files.readString(out.resolve("ledger.csv")))
                .contains("\nreport.pdf,")
                .contains("\nuploaded/报告.txt,")
                .contains("\nuploaded/odd.bin,");
        assertThat(get("/api/worklist?kind=report")).contains("\"found\":2");
    }

    @Test
    void nothingIsTakenWhereTheInputsAreGone() throws Exception {
        Path run = out.resolve("run.json");
        Files.writeString(run, Files.readString(run).replace("report.pdf", "gone.pdf"));
        HttpResponse<String> answer = session.post("/api/uploads?name=a.txt", "text");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("\"error\":\"CANNOT_ADD\"").contains("gone.pdf");
        assertThat(out.resolve("uploads")).doesNotExist();
    }

    @Test
    void theAssetsNameNoOtherMachine() throws Exception {
        for (String path : ReviewSession.ASSETS) {
            assertThat(get(path).replace("http://www.w3.org/2000/svg", ""))
                    .as(path)
                    .doesNotContain("://");
        }
    }

    private void importAgain() {
        ReviewSession.importTo(out, FOLDER.resolve("report.pdf"));
    }

    private String get(String path) throws Exception {
        HttpResponse<String> response = session.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<String> decide(String decision, String after, int seen) throws Exception {
        return session.post("/api/decisions", body(decision, after, seen));
    }

    private String body(String decision, String after, int seen) {
        return new String(
                new JacksonJson()
                        .line(Map.of(
                                "report",
                                ID,
                                "code",
                                CODE,
                                "decision",
                                decision,
                                "after",
                                after,
                                "reason",
                                "why",
                                "who",
                                "",
                                "seen",
                                seen)),
                StandardCharsets.UTF_8);
    }
}
