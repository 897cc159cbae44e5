package bench;

import gouji.dataset.json.JacksonJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The review server over a large dataset, in a process of its own as {@code gouji review} starts it: time to the first view, to
 * open a report, to keep a decision; requests in a second; memory. It talks to this machine alone and ends after a fixed
 * number of requests.
 *
 * <p>Arguments: how many reports (3000), folder of the dataset (made where it has none), heap of the server ({@code 512m}).
 */
public final class ReviewBenchmark {
    private static final int CLIENTS = 4;
    private static final int EACH = 250;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int reports;
    private String origin = "";
    private String cookie = "";

    private ReviewBenchmark(int reports) {
        this.reports = reports;
    }

    public static void main(String[] arguments) throws Exception {
        int reports = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3000;
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("review-benchmark");
        String heap = arguments.length > 2 ? arguments[2] : "512m";
        if (!Files.exists(folder.resolve("reports.csv"))) {
            new LargeDataset(reports).write(folder);
        }
        try (var lines = Files.lines(folder.resolve("observations.csv"))) {
            System.out.println("observations " + (lines.count() - 1));
        }
        new ReviewBenchmark(reports).run(folder, heap);
    }

    private void run(Path folder, String heap) throws Exception {
        long begun = System.nanoTime();
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseParallelGC",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "gouji.Gouji",
                        "review",
                        folder.toString(),
                        "--no-open")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            open(out.readLine().replace("Open ", ""));
            say("ready", begun);
            cpu(server);
            get("/");
            get("/api/worklist");
            say("first view, from the start of the process", begun);
            measure(server);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private void open(String address) throws IOException, InterruptedException {
        HttpResponse<String> first =
                client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        cookie = first.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        origin = address.substring(0, address.indexOf("/?"));
    }

    private void measure(Process server) throws Exception {
        memory(server, "after the first view");
        long begun = System.nanoTime();
        get("/api/dashboard");
        say("charts, first time", begun);
        cpu(server);
        begun = System.nanoTime();
        get("/api/dashboard");
        say("charts, again", begun);
        Random random = new Random(1);
        times("open a report", 200, () -> get("/api/reports/" + LargeDataset.id(random.nextInt(reports))));
        times("worklist", 100, () -> get("/api/worklist"));
        times("worklist, filtered", 100, () -> get("/api/worklist?kind=suspect&q=" + LargeDataset.id(503)));
        int[] cell = {0};
        times("keep a decision (on disk) and list again", 50, () -> {
            decide(LargeDataset.id(3 + 10 * cell[0]++));
            return get("/api/worklist?kind=suspect");
        });
        rate("worklists", () -> get("/api/worklist?kind=suspect&q=nothing"));
        rate("reports", () -> get("/api/reports/" + LargeDataset.id(random.nextInt(reports))));
        memory(server, "at the end");
    }

    private void decide(String report) throws IOException, InterruptedException {
        byte[] body = new JacksonJson()
                .line(Map.of(
                        "report",
                        report,
                        "code",
                        "disclosure.licenses.decisions_this_year",
                        "decision",
                        "accept",
                        "after",
                        "",
                        "reason",
                        "",
                        "who",
                        "bench",
                        "seen",
                        0));
        HttpResponse<String> answer = client.send(
                request("/api/decisions")
                        .header("Origin", origin)
                        .header("X-Gouji", "1")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 && answer.statusCode() != 409) {
            throw new IOException(answer.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path)).header("Cookie", cookie);
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static void times(String what, int count, Callable<?> work) throws Exception {
        List<Double> ms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long begun = System.nanoTime();
            work.call();
            ms.add((System.nanoTime() - begun) / 1e6);
        }
        Collections.sort(ms);
        System.out.printf(
                Locale.ROOT,
                "%-45s median %7.1f ms, 95 %% %7.1f ms, most %7.1f ms (%d times)%n",
                what,
                ms.get(count / 2),
                ms.get(count * 95 / 100),
                ms.get(count - 1),
                count);
    }

    private static void rate(String what, Callable<?> work) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long begun = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (int c = 0; c < CLIENTS; c++) {
            all.add(clients.submit(() -> {
                for (int i = 0; i < EACH; i++) {
                    work.call();
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        clients.shutdown();
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(Locale.ROOT, "%-45s %7.0f a second (%d clients)%n", what, CLIENTS * EACH / seconds, CLIENTS);
    }

    private static void cpu(Process server) {
        server.info()
                .totalCpuDuration()
                .ifPresent(d -> System.out.printf(
                        Locale.ROOT, "%-45s %7.2f s%n", "processor time until then", d.toMillis() / 1e3));
    }

    private static void memory(Process server, String when) throws IOException {
        Path status = Path.of("/proc", Long.toString(server.pid()), "status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(l -> l.startsWith("VmRSS"))
                    .forEach(l -> System.out.println("memory " + when + ": " + l.replaceAll("\\s+", " ")));
        }
    }

    private static void say(String what, long begun) {
        System.out.printf(Locale.ROOT, "%-45s %7.2f s%n", what, (System.nanoTime() - begun) / 1e9);
    }
}
