package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.dataset.csv.CommonsCsv;
import gouji.dataset.json.JacksonJson;
import gouji.review.Review;
import gouji.review.web.ReviewServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The review server over HTTP, on a dataset of one report that prints 358 where its own sums and prose say 367. */
class ReviewTest {
    private static final Path FOLDER = Path.of("fixtures", "cn-disclosure", "format-2021", "lincheng-housing-2024");
    private static final String ID = "285b172e2127a22e";
    private static final String CODE = "requests.received_new.total";

    @TempDir
    Path folder;

    Path out;
    ReviewServer server;
    String cookie;
    final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    static Path once;

    @BeforeAll
    static void importOnce() {
        importTo(once.resolve("out"));
    }

    @BeforeEach
    void begin() throws Exception {
        out = folder.resolve("out");
        copy(once.resolve("out"), out);
        Review review = new Review(
                out, new CommonsCsv(), new JacksonJson(), Wiring.builtIn(), new ReviewPictures(List.of(FOLDER)));
        server = new ReviewServer(review, new JacksonJson(), 0, "Li");
        HttpResponse<String> first = send(HttpRequest.newBuilder(URI.create(server.address())));
        assertThat(first.statusCode()).isEqualTo(302);
        String set = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).contains("HttpOnly").contains("SameSite=Strict");
        cookie = set.split(";")[0];
    }

    @AfterEach
    void end() {
        server.close();
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
        HttpResponse<byte[]> png = client.send(
                request("/api/reports/" + ID + "/pages/1").build(), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(png.statusCode()).isEqualTo(200);
        assertThat(png.body()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Double.parseDouble(png.headers().firstValue("X-Width-Pt").orElseThrow()))
                .isBetween(594.0, 597.0);
        assertThat(status("/api/reports/" + ID + "/pages/99"))
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
        post(body("edit", "367", 0).replace("why", "=cmd()\\n" + ID + ",requests,carried_in,total,1,2,,x,y,edit"));

        assertThat(Files.readAllLines(out.resolve("corrections.csv"))).hasSize(2);
        assertThat(Files.readString(out.resolve("corrections.csv"))).contains("'=cmd() ");
    }

    @Test
    void withoutTheTokenNothingIsShown() throws Exception {
        for (String path : List.of("/", "/api/worklist", "/review.js", "/api/reports/" + ID, "/?token=0000")) {
            assertThat(send(HttpRequest.newBuilder(uri(path))).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(send(HttpRequest.newBuilder(uri("/api/worklist")).header("Cookie", cookie.split("=")[0] + "=0123"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anotherOriginIsRefusedAlsoWithTheCookie() throws Exception {
        assertThat(send(request("/api/worklist").header("Origin", "http://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(body("edit", "1", 0));
        HttpRequest.Builder none = request("/api/decisions").POST(body).header("X-Gouji", "1");
        assertThat(send(none).statusCode()).as("no origin").isEqualTo(403);
        HttpRequest.Builder form = request("/api/decisions").POST(body).header("Origin", origin());
        assertThat(send(form).statusCode()).as("a form").isEqualTo(403);
        HttpRequest.Builder evil = request("/api/decisions")
                .POST(body)
                .header("Origin", "http://evil.example")
                .header("X-Gouji", "1");
        assertThat(send(evil).statusCode()).isEqualTo(403);
        assertThat(Files.readAllLines(out.resolve("corrections.csv"))).hasSize(1);
    }

    @Test
    void anotherNameOfThisMachineIsRefused() throws Exception {
        assertThat(raw("GET /api/worklist HTTP/1.1\r\nHost: evil.example:" + server.port() + "\r\nCookie: " + cookie
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET /api/worklist HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nCookie: " + cookie
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/reports/..%2f..%2frun",
                "/api/reports/../../run.json",
                "/api/reports/%2e%2e/ledger",
                "/api/reports/ID/pages/..%2f1",
                "/api/reports/ID/pages/-1",
                "/api/reports/ID/pages/99999999999999",
                "/api/reports/0000000000000000",
                "/../pom.xml",
                "/..%5c..%5cpom.xml",
                "/gouji/review/index.html"
            })
    void noIdLeadsToAnotherFile(String path) throws Exception {
        String answer = raw("GET " + path.replace("ID", ID) + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                + "\r\nCookie: " + cookie + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1\\.1 40[034].*");
        assertThat(answer).doesNotContain("modelVersion").doesNotContain("\"summary\"");
    }

    @Test
    void markupInADocumentStaysText() throws Exception {
        String evil = "<script>alert(1)</script>";
        Files.writeString(
                out.resolve("reports.csv"),
                Files.readString(out.resolve("reports.csv")).replace("report.pdf", evil + ".pdf"));
        server.close();
        Review review = new Review(
                out, new CommonsCsv(), new JacksonJson(), Wiring.builtIn(), (i, s, p) -> java.util.Optional.empty());
        server = new ReviewServer(review, new JacksonJson(), 0, "Li");
        cookie = send(HttpRequest.newBuilder(URI.create(server.address())))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];

        HttpResponse<String> report = send(request("/api/reports/" + ID));

        assertThat(report.body()).contains(evil);
        assertThat(report.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(report.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(report.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(get("/review.js"))
                .doesNotContain("innerHTML")
                .doesNotContain("insertAdjacentHTML")
                .doesNotContain("document.write")
                .doesNotContain("eval(");
    }

    @Test
    void theAssetsNameNoOtherMachine() throws Exception {
        for (String path : List.of("/", "/review.css", "/words.js", "/review.js")) {
            assertThat(get(path).replace("http://www.w3.org/2000/svg", ""))
                    .as(path)
                    .doesNotContain("://");
        }
    }

    private void importAgain() {
        importTo(out);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path p : walk.toList()) {
                Files.copy(p, to.resolve(from.relativize(p).toString()));
            }
        }
    }

    private static void importTo(Path out) {
        CommandLine command = Gouji.commandLine(Wiring::engine);
        StringWriter err = new StringWriter();
        command.setOut(new PrintWriter(new StringWriter(), true));
        command.setErr(new PrintWriter(err, true));
        assertThat(command.execute("import", FOLDER.resolve("report.pdf").toString(), "--out", out.toString()))
                .as(err.toString())
                .isZero();
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

    private HttpResponse<String> decide(String decision, String after, int seen) throws Exception {
        return post(body(decision, after, seen));
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(request("/api/decisions")
                .header("Origin", origin())
                .header("X-Gouji", "1")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    private URI uri(String path) {
        return URI.create(origin() + path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Cookie", cookie);
    }

    private String get(String path) throws Exception {
        HttpResponse<String> response = send(request(path));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private int status(String path) throws Exception {
        return send(request(path)).statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port());
                OutputStream to = socket.getOutputStream();
                InputStream from = socket.getInputStream()) {
            to.write(request.getBytes(StandardCharsets.UTF_8));
            to.flush();
            return new String(from.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
