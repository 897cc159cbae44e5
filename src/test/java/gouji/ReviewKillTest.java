package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.dataset.Correction;
import gouji.dataset.CorrectionLog;
import gouji.dataset.Settlement;
import gouji.dataset.SettlementLog;
import gouji.dataset.csv.CommonsCsv;
import gouji.dataset.json.JacksonJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed ({@code kill -9}) at random moments while four clients decide, three on cells and one on the body: what it confirmed is in the log. Rounds:
 * system property {@code gouji.kills}, default 2; the moments are those of a fixed seed.
 */
class ReviewKillTest {
    private static final Path REPORT =
            Path.of("fixtures", "cn-disclosure", "format-2021", "lincheng-housing-2024", "report.pdf");
    private static final String ID = "285b172e2127a22e";
    /** Stands for a decision on whose report it is. */
    private static final String BODY = "body";

    private static final List<String> DIVISIONS = List.of("321302", "321311");
    private static final List<String> CELLS =
            List.of("requests.received_new.total", "requests.carried_in.total", "requests.carried_out.total", BODY);
    private static final int LEAST_CONFIRMED = 2;
    private static final int LEAST_MS = 50;
    private static final int MOST_MS = 1500;

    private final JacksonJson json = new JacksonJson();

    @TempDir
    Path folder;

    @Test
    void noConfirmedDecisionIsLost() throws Exception {
        Path out = folder.resolve("out");
        ReviewSession.importTo(out, REPORT);
        Random random = new Random(20211231);
        List<String> confirmed = Collections.synchronizedList(new ArrayList<>());
        int rounds = Integer.getInteger("gouji.kills", 2);
        int sent = 0;
        for (int round = 0; round < rounds; round++) {
            sent += killed(out, random, confirmed);
            List<String> reasons = Stream.concat(
                            new CorrectionLog(out, new CommonsCsv())
                                    .read().stream().map(Correction::reason),
                            new SettlementLog(out, new CommonsCsv())
                                    .read().stream().map(Settlement::reason))
                    .toList();
            assertThat(reasons).as("round %d", round).containsAll(confirmed).doesNotHaveDuplicates();
            assertThat(reasons.size() - confirmed.size())
                    .as("kept and not confirmed: the one each client was waiting for")
                    .isBetween(0, CELLS.size() * (round + 1));
        }
        System.out.printf("%d kills: %d decisions sent, %d confirmed, none lost%n", rounds, sent, confirmed.size());
        assertThat(confirmed).hasSizeGreaterThan(rounds);
    }

    private int killed(Path out, Random random, List<String> confirmed) throws Exception {
        int before = confirmed.size();
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "gouji.Gouji",
                        "review",
                        out.toString(),
                        "--no-open")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader printed =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            Client client = new Client(printed.readLine().replace("Open ", ""));
            List<Decider> deciders = CELLS.stream()
                    .map(cell -> new Decider(client, cell, random.nextLong(), confirmed))
                    .toList();
            List<Thread> threads = deciders.stream().map(Thread::new).toList();
            threads.forEach(Thread::start);
            while (confirmed.size() < before + LEAST_CONFIRMED && server.isAlive()) {
                Thread.sleep(20);
            }
            Thread.sleep(LEAST_MS + random.nextInt(MOST_MS));
            server.destroyForcibly().waitFor();
            for (Thread t : threads) {
                t.join();
            }
            return deciders.stream().mapToInt(d -> d.sent).sum();
        } finally {
            server.destroyForcibly();
        }
    }

    /** Decides on one cell again and again until nobody answers. */
    private final class Decider implements Runnable {
        private static final int MOST = 5_000;

        private final Client client;
        private final String cell;
        private final Random random;
        private final List<String> confirmed;
        private int sent;

        Decider(Client client, String cell, long seed, List<String> confirmed) {
            this.client = client;
            this.cell = cell;
            this.random = new Random(seed);
            this.confirmed = confirmed;
        }

        @Override
        public void run() {
            try {
                int seen = client.decisions(cell);
                while (sent < MOST) {
                    String mark = cell + " " + random.nextLong();
                    sent++;
                    if (client.decides(cell, random.nextInt(1000), mark, seen)) {
                        confirmed.add(mark);
                        seen++;
                    }
                }
            } catch (IOException e) {
                // killed
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class Client {
        private final HttpClient http = HttpClient.newHttpClient();
        private final String origin;
        private final String cookie;

        Client(String address) throws IOException, InterruptedException {
            HttpResponse<String> first = http.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            cookie = first.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
            origin = address.substring(0, address.indexOf("/?"));
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(origin + path)).header("Cookie", cookie);
        }

        int decisions(String cell) throws IOException, InterruptedException {
            if (cell.equals(BODY)) {
                HttpResponse<byte[]> matter = http.send(
                        request("/api/matters?kind=body&subject=" + ID).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                return ((Number) json.read(matter.body(), Map.class).get("seen")).intValue();
            }
            HttpResponse<byte[]> report =
                    http.send(request("/api/reports/" + ID).build(), HttpResponse.BodyHandlers.ofByteArray());
            List<?> cells = (List<?>) json.read(report.body(), Map.class).get("cells");
            return cells.stream()
                    .map(c -> (Map<?, ?>) c)
                    .filter(c -> cell.equals(c.get("code")))
                    .mapToInt(c -> ((Number) c.get("decisions")).intValue())
                    .findFirst()
                    .orElseThrow();
        }

        boolean decides(String cell, int after, String mark, int seen) throws IOException, InterruptedException {
            if (cell.equals(BODY)) {
                return posts(
                        "/api/settlements",
                        Map.of(
                                "kind",
                                BODY,
                                "subject",
                                ID,
                                "decision",
                                "settle",
                                "after",
                                DIVISIONS.get(after % 2),
                                "reason",
                                mark,
                                "seen",
                                seen));
            }
            return posts(
                    "/api/decisions",
                    Map.of(
                            "report",
                            ID,
                            "code",
                            cell,
                            "decision",
                            "edit",
                            "after",
                            "" + after,
                            "reason",
                            mark,
                            "who",
                            "",
                            "seen",
                            seen));
        }

        private boolean posts(String path, Map<String, Object> body) throws IOException, InterruptedException {
            HttpResponse<String> answer = http.send(
                    request(path)
                            .header("Origin", origin)
                            .header("X-Gouji", "1")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(json.line(body)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200;
        }
    }
}
