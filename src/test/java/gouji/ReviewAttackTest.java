package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.source.Limits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other sites, other programs of this machine and hostile documents may try on the review server. */
class ReviewAttackTest {
    private static final Path FOLDER = Path.of("fixtures", "cn-disclosure", "format-2021", "lincheng-housing-2024");
    private static final String ID = "285b172e2127a22e";
    private static final Limits SMALL = new Limits(4000, 3, 3, 200, 10L << 20, 4L << 30);
    private static final String DECISION = "{\"report\":\"" + ID + "\",\"code\":\"requests.received_new.total\","
            + "\"decision\":\"edit\",\"after\":\"1\",\"reason\":\"\",\"who\":\"\",\"seen\":0}";

    private static final String SETTLEMENT = "{\"kind\":\"body\",\"subject\":\"" + ID
            + "\",\"decision\":\"settle\",\"after\":\"321302\",\"reason\":\"\",\"who\":\"\",\"seen\":0}";

    @TempDir
    static Path once;

    @TempDir
    Path folder;

    Path out;
    ReviewSession session;

    @BeforeAll
    static void importOnce() {
        ReviewSession.importTo(once.resolve("out"), FOLDER.resolve("report.pdf"));
    }

    @BeforeEach
    void begin() throws Exception {
        out = folder.resolve("out");
        ReviewSession.copy(once.resolve("out"), out);
        session = new ReviewSession(out, SMALL, FOLDER);
    }

    @AfterEach
    void end() {
        session.close();
    }

    @Test
    void withoutTheTokenNothingIsShown() throws Exception {
        List<String> paths = Stream.concat(
                        ReviewSession.ASSETS.stream(),
                        Stream.of(
                                "/api/worklist",
                                "/api/dashboard",
                                "/api/matters?kind=body&subject=" + ID,
                                "/api/divisions?report=" + ID + "&q=3",
                                "/api/uploads",
                                "/api/reports/" + ID,
                                "/api/reports/" + ID + "/pages/1",
                                "/?token=0000",
                                "/nothing"))
                .toList();
        for (String path : paths) {
            HttpResponse<String> answer = session.send(HttpRequest.newBuilder(URI.create(session.origin() + path)));
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).contains("Open the address that gouji review printed");
        }
        String name = session.cookie().split("=")[0];
        assertThat(session.send(HttpRequest.newBuilder(URI.create(session.origin() + "/api/worklist"))
                                .header("Cookie", name + "=0123"))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/decisions", "/api/settlements", "/api/uploads?name=a.pdf"})
    void anotherOriginIsRefusedAlsoWithTheCookie(String path) throws Exception {
        HttpRequest.BodyPublisher body =
                HttpRequest.BodyPublishers.ofString(path.contains("settlements") ? SETTLEMENT : DECISION);
        List<HttpRequest.Builder> forged = List.of(
                session.request(path).POST(body).header("X-Gouji", "1"),
                session.request(path).POST(body).header("Origin", session.origin()),
                session.request(path).POST(body).header("X-Gouji", "1").header("Origin", "null"),
                session.request(path)
                        .POST(body)
                        .header("X-Gouji", "1")
                        .header("Origin", session.origin().replace("127.0.0.1", "127.0.0.1.evil.example")),
                session.request(path)
                        .POST(body)
                        .header("X-Gouji", "1")
                        .header("Origin", session.origin().replace("http:", "https:")),
                session.request(path).POST(body).header("X-Gouji", "1").header("Origin", "http://evil.example"),
                session.request(path)
                        .PUT(body)
                        .header("X-Gouji", "1")
                        .header("Origin", "http://127.0.0.1:" + (session.port() + 1)));
        for (HttpRequest.Builder request : forged) {
            assertThat(session.send(request).statusCode())
                    .as(request.build().headers().toString())
                    .isEqualTo(403);
        }
        assertThat(session.send(session.request("/api/worklist").header("Origin", "http://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertNothingWasKept();
    }

    @Test
    void noAnswerLetsAnotherSiteReadIt() throws Exception {
        HttpResponse<String> preflight = session.send(session.request("/api/decisions")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "http://evil.example")
                .header("Access-Control-Request-Method", "POST"));
        assertThat(preflight.statusCode()).isEqualTo(403);
        assertThat(preflight.headers().map().keySet()).noneMatch(h -> h.startsWith("access-control-"));
        assertThat(session.get("/api/worklist").headers().map().keySet())
                .noneMatch(h -> h.startsWith("access-control-"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example:PORT", "evil.example", "127.0.0.1", "127.0.0.1:1", "[::1]:PORT", "", "LOCALHOST:1"
            })
    void anotherNameOfThisMachineIsRefused(String host) throws Exception {
        String answer = ask("/api/worklist", host.replace("PORT", Integer.toString(session.port())));
        assertThat(answer).matches("(?s)HTTP/1\\.1 40[03].*").doesNotContain("\"items\"");
        assertThat(ask("/api/worklist", "127.0.0.1:" + session.port())).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/reports/..%2f..%2frun",
                "/api/reports/../../run.json",
                "/api/reports/%2e%2e/ledger",
                "/api/reports/..%5c..%5crun",
                "/api/reports/" + ID + ".json",
                "/api/reports/" + ID + "%00",
                "/api/reports/" + ID + "/pages/..%2f1",
                "/api/reports/" + ID + "/pages/-1",
                "/api/reports/" + ID + "/pages/99999999999999",
                "/api/reports/..%2freports/pages/1",
                "/api/reports/0000000000000000",
                "/../pom.xml",
                "/..%5c..%5cpom.xml",
                "/%2e%2e/%2e%2e/pom.xml",
                "/gouji/review/index.html",
                "/review.js/..%2findex.html",
                "/corrections.csv",
                "/settlements.csv",
                "/run.json"
            })
    void noIdLeadsToAnotherFile(String path) throws Exception {
        String answer = ask(path, "127.0.0.1:" + session.port());

        assertThat(answer).matches("(?s)HTTP/1\\.1 (40[034]|204).*");
        assertThat(answer)
                .doesNotContain("modelVersion")
                .doesNotContain("\"summary\"")
                .doesNotContain("<!doctype")
                .doesNotContain("report_id,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../evil.pdf",
                "..",
                ".",
                "",
                "%20",
                "/etc/passwd",
                "a/b.pdf",
                "a%5Cb.pdf",
                "C:%5Cb.pdf",
                "a%00.pdf",
                "..%2f..%2fevil.pdf",
                "%2e%2e%2fevil.pdf"
            })
    void aNameThatLeadsToAFolderIsNotTaken(String name) throws Exception {
        Set<String> before = files();
        HttpResponse<String> answer = session.post("/api/uploads?name=" + name, "text");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".htaccess", "CON.pdf", "a%0Ab.txt", "a%E2%80%AEfdp.txt", "<img src=x>.txt", "x.txt. . ", "-rf"})
    void anOddNameIsMadePlain(String name) throws Exception {
        HttpResponse<String> answer = session.post(
                "/api/uploads?name="
                        + name.replace(" ", "%20").replace("<", "%3C").replace(">", "%3E"),
                "text");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(files().stream().filter(f -> f.startsWith("uploads/uploaded/")))
                .hasSize(1)
                .allMatch(f -> f.matches("uploads/uploaded/[-_a-zA-Z][-_a-zA-Z .=]*[a-z]"));
    }

    @Test
    void whatIsTooLargeOrTooManyIsNotTaken() throws Exception {
        byte[] large = new byte[4001];
        assertThat(session.post("/api/uploads?name=large.pdf", large).statusCode())
                .isEqualTo(413);
        HttpResponse<String> chunked = session.send(session.request("/api/uploads?name=large.pdf")
                .header("Origin", session.origin())
                .header("X-Gouji", "1")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));
        assertThat(chunked.statusCode()).as("without a length").isEqualTo(413);
        for (int i = 0; i < 3; i++) {
            assertThat(session.post("/api/uploads?name=same.txt", "text " + i).statusCode())
                    .isEqualTo(202);
        }
        assertThat(session.post("/api/uploads?name=fourth.txt", "text").statusCode())
                .isEqualTo(507);
        assertThat(files())
                .contains("uploads/uploaded/same.txt", "uploads/uploaded/same-2.txt", "uploads/uploaded/same-3.txt")
                .noneMatch(f -> f.contains("large") || f.endsWith(".part"));
    }

    @Test
    void aBodyThatIsNoDecisionIsRefusedInWords() throws Exception {
        for (String body : List.of("", "[]", "null", "{", "{\"seen\":0}", DECISION.replace("edit", "erase"))) {
            HttpResponse<String> answer = session.post("/api/decisions", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).contains("\"error\":\"BAD_REQUEST\"").doesNotContain("Exception");
        }
        assertThat(session.post("/api/decisions", DECISION.replace(ID, "../../../x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(session.post(
                                "/api/decisions",
                                DECISION.replace("\"seen\":0", "\"seen\":0,\"x\":\"" + "x".repeat(70_000) + "\""))
                        .statusCode())
                .as("too long")
                .isBetween(400, 413);
        assertNothingWasKept();
    }

    @Test
    void aBodyThatSettlesNothingIsRefusedInWords() throws Exception {
        for (String body : List.of(
                "",
                "[]",
                "null",
                "{",
                "{\"seen\":0}",
                SETTLEMENT.replace("settle\"", "erase\""),
                SETTLEMENT.replace("\"body\"", "\"cell\""),
                SETTLEMENT.replace("321302", "../../etc/passwd"),
                SETTLEMENT.replace("321302", "321302\\nbody,x"),
                SETTLEMENT.replace("321302", ""),
                SETTLEMENT.replace("\"reason\":\"\"", "\"reason\":\"" + "x".repeat(501) + "\""),
                SETTLEMENT.replace("\"seen\":0", "\"seen\":\"many\""))) {
            HttpResponse<String> answer = session.post("/api/settlements", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).contains("\"error\":").doesNotContain("Exception");
        }
        for (String subject : List.of("../../../x", "0000000000000000", ID + ".json", "")) {
            assertThat(session.post("/api/settlements", SETTLEMENT.replace(ID, subject))
                            .statusCode())
                    .as(subject)
                    .isEqualTo(404);
        }
        assertNothingWasKept();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/matters?kind=body&subject=..%2f..%2frun",
                "/api/matters?kind=input&subject=name:..%2f..%2frun.json",
                "/api/matters?kind=edition&subject=2024%20cn-disclosure%20..%2frun",
                "/api/matters?kind=run&subject=run.json",
                "/api/matters",
                "/api/divisions?report=..%2f..%2frun&q=run"
            })
    void noMatterLeadsToAnotherFile(String path) throws Exception {
        HttpResponse<String> answer = session.get(path);

        assertThat(answer.statusCode()).isIn(200, 400, 404);
        assertThat(answer.body()).doesNotContain("summary").doesNotContain("Exception");
        assertThat(answer.statusCode() == 200 ? answer.body() : "[]").isEqualTo("[]");
    }

    @Test
    void aReasonCannotAddALineOrAFormula() throws Exception {
        HttpResponse<String> answer = session.post(
                "/api/settlements",
                SETTLEMENT.replace("\"reason\":\"\"", "\"reason\":\"=cmd()\\r\\nbody," + ID + ",,110000,,x,,settle\""));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Files.readAllLines(out.resolve("settlements.csv"))).hasSize(2);
        assertThat(Files.readString(out.resolve("settlements.csv"))).contains("'=cmd() ");
    }

    @Test
    void markupInADocumentStaysText() throws Exception {
        String evil = "<script>alert(1)</script>";
        Files.writeString(
                out.resolve("reports.csv"),
                Files.readString(out.resolve("reports.csv")).replace("report.pdf", evil + ".pdf"));
        session.close();
        session = new ReviewSession(out);

        HttpResponse<String> report = session.get("/api/reports/" + ID);

        assertThat(report.body()).contains(evil);
        assertThat(report.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(report.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(report.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        for (String asset : ReviewSession.ASSETS) {
            assertThat(session.get(asset).body())
                    .as(asset)
                    .doesNotContain("innerHTML")
                    .doesNotContain("outerHTML")
                    .doesNotContain("insertAdjacentHTML")
                    .doesNotContain("document.write")
                    .doesNotContain("eval(");
        }
    }

    private String ask(String path, String host) throws IOException {
        return session.raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nCookie: " + session.cookie()
                + "\r\nConnection: close\r\n\r\n");
    }

    private void assertNothingWasKept() throws IOException {
        assertThat(out.resolve("settlements.csv")).doesNotExist();
        assertThat(Files.readAllLines(out.resolve("corrections.csv"), StandardCharsets.UTF_8))
                .hasSize(1);
        assertThat(files()).noneMatch(f -> f.startsWith("uploads/"));
    }

    /** Every file of the dataset and beside it. */
    private Set<String> files() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            Set<String> files = new TreeSet<>();
            walk.filter(Files::isRegularFile)
                    .map(p -> out.relativize(p).toString())
                    .filter(p -> !p.startsWith(".work/state") && !p.endsWith(".lock"))
                    .forEach(files::add);
            return files;
        }
    }
}
