package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.body.csv.RegistryFiles;
import gouji.dataset.OutputFolder;
import gouji.dataset.csv.CommonsCsv;
import gouji.dataset.csv.CommonsCsvSource;
import gouji.dataset.json.JacksonJson;
import gouji.review.Review;
import gouji.review.Uploads;
import gouji.review.web.ReviewServer;
import gouji.source.Limits;
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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A review server over a dataset, and a client that has opened its address. */
public final class ReviewSession implements AutoCloseable {
    static final List<String> ASSETS = List.of(
            "/",
            "/review.css",
            "/words.js",
            "/page.js",
            "/review.js",
            "/worklist.js",
            "/report.js",
            "/matter.js",
            "/dashboard.js",
            "/regions.js",
            "/uploads.js");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Uploads uploads;
    private final ReviewServer server;
    private final String cookie;

    public ReviewSession(Path dataset, Path... sources) throws IOException, InterruptedException {
        this(dataset, Limits.STANDARD, sources);
    }

    ReviewSession(Path dataset, Limits limits, Path... sources) throws IOException, InterruptedException {
        Path root = dataset.toAbsolutePath();
        Review review = new Review(
                root,
                new CommonsCsv(),
                new CommonsCsvSource(),
                new JacksonJson(),
                Wiring.builtIn(),
                RegistryFiles::builtIn,
                new ReviewPictures(Stream.concat(Arrays.stream(sources), Stream.of(OutputFolder.uploads(root)))
                        .toList()));
        uploads = new Uploads(root, review, new UploadImport(root, Wiring::engine), limits);
        server = new ReviewServer(review, uploads, new JacksonJson(), 0, "Li");
        HttpResponse<String> first = send(HttpRequest.newBuilder(URI.create(server.address())));
        assertThat(first.statusCode()).isEqualTo(302);
        String set = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).contains("HttpOnly").contains("SameSite=Strict");
        cookie = set.split(";")[0];
    }

    /** Imports into a folder, all being well. */
    public static void importTo(Path out, Path... inputs) {
        CommandLine command = Gouji.commandLine(Wiring::engine);
        StringWriter err = new StringWriter();
        command.setOut(new PrintWriter(new StringWriter(), true));
        command.setErr(new PrintWriter(err, true));
        Stream<String> call = Stream.concat(
                Stream.of("import", "--out", out.toString()),
                Arrays.stream(inputs).map(Path::toString));
        assertThat(command.execute(call.toArray(String[]::new)))
                .as(err.toString())
                .isZero();
    }

    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path p : walk.toList()) {
                Files.copy(p, to.resolve(from.relativize(p).toString()));
            }
        }
    }

    public String address() {
        return server.address();
    }

    int port() {
        return server.port();
    }

    String cookie() {
        return cookie;
    }

    HttpClient client() {
        return client;
    }

    public String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path)).header("Cookie", cookie);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** As the page posts. */
    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, byte[] body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Origin", origin())
                .header("X-Gouji", "1")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends text as it stands, and gives the whole answer. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port());
                OutputStream to = socket.getOutputStream();
                InputStream from = socket.getInputStream()) {
            to.write(request.getBytes(StandardCharsets.UTF_8));
            to.flush();
            return new String(from.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.close();
        uploads.close();
    }
}
