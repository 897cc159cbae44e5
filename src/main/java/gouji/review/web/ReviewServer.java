package gouji.review.web;

import gouji.dataset.Correction;
import gouji.dataset.Json;
import gouji.dataset.OutputException;
import gouji.review.PagePictures;
import gouji.review.Review;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** Serves the review page on this machine only. */
public final class ReviewServer implements AutoCloseable {
    private static final Map<String, String> ASSETS = Map.of(
            "/review.js", "text/javascript; charset=utf-8",
            "/words.js", "text/javascript; charset=utf-8",
            "/review.css", "text/css; charset=utf-8");
    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_LETTERS = 500;

    private final Review review;
    private final Json json;
    private final String who;
    private final Javalin app;
    private final Guard guard;

    /**
     * Starts.
     *
     * @param port port, 0 for any free one
     * @param who name for the log unless the page gives another
     */
    public ReviewServer(Review review, Json json, int port, String who) throws IOException {
        this.review = review;
        this.json = json;
        this.who = who;
        this.guard = new Guard(this::port);
        try {
            this.app = Javalin.create(this::configure).start("127.0.0.1", port);
        } catch (JavalinBindException e) {
            throw new IOException("port " + port + " is in use or not allowed: give another --port, or none", e);
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = MOST_BYTES;
        config.routes.before(guard::check);
        config.routes.get("/", this::page);
        ASSETS.forEach((path, type) -> config.routes.get(path, ctx -> asset(ctx, path, type)));
        config.routes.get("/favicon.ico", ctx -> ctx.status(204));
        config.routes.get("/api/worklist", this::worklist);
        config.routes.get("/api/reports/{id}", this::report);
        config.routes.get("/api/reports/{id}/pages/{page}", this::picture);
        config.routes.post("/api/decisions", this::decide);
        config.routes.exception(IllegalArgumentException.class, (e, ctx) -> answer(ctx, 400, e.getMessage()));
        config.routes.exception(Review.StaleException.class, (e, ctx) -> answer(ctx, 409, "STALE"));
        config.routes.exception(OutputException.class, (e, ctx) -> answer(ctx, 507, e.getMessage()));
        config.routes.exception(IOException.class, (e, ctx) -> answer(ctx, 500, e.getMessage()));
    }

    private void page(Context ctx) throws IOException {
        if (ctx.queryParam("token") != null) {
            ctx.redirect("/");
            return;
        }
        asset(ctx, "/index.html", "text/html; charset=utf-8");
    }

    private static void asset(Context ctx, String path, String type) throws IOException {
        try (InputStream in = ReviewServer.class.getResourceAsStream("/gouji/review" + path)) {
            ctx.contentType(type).result(in.readAllBytes());
        }
    }

    private void worklist(Context ctx) throws IOException {
        send(
                ctx,
                review.worklist(
                        text(ctx.queryParam("kind")),
                        text(ctx.queryParam("q")),
                        "yes".equals(ctx.queryParam("settled"))));
    }

    private void report(Context ctx) throws IOException {
        Map<String, Object> page = review.find(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
        page.put("who", who);
        send(ctx, page);
    }

    private void picture(Context ctx) {
        String number = ctx.pathParam("page");
        if (!number.matches("[1-9][0-9]{0,3}")) {
            throw new NotFoundResponse();
        }
        Optional<PagePictures.Picture> found = review.findPicture(ctx.pathParam("id"), Integer.parseInt(number));
        if (found.isEmpty()) {
            ctx.status(204);
            return;
        }
        PagePictures.Picture picture = found.get();
        ctx.header("X-Width-Pt", Double.toString(picture.widthPt()));
        ctx.header("X-Height-Pt", Double.toString(picture.heightPt()));
        ctx.contentType("image/png").result(picture.png());
    }

    /**
     * A decision as the page sends it.
     *
     * @param seen number of decisions on the cell when the page was drawn
     */
    private record Sent(
            String report, String code, String decision, String after, String reason, String who, Integer seen) {}

    private void decide(Context ctx) throws IOException, Review.StaleException {
        Sent sent = json.read(ctx.bodyAsBytes(), Sent.class);
        if (sent.seen() == null) {
            throw new IllegalArgumentException("seen: expected a number, found none");
        }
        Correction.Decision decision = Correction.Decision.find(text(sent.decision()))
                .orElseThrow(() -> new IllegalArgumentException("decision: found " + sent.decision()));
        String after = text(sent.after()).strip();
        if (!after.isEmpty() && Correction.figure(after).isEmpty()) {
            throw new IllegalArgumentException("after: expected a plain number, found " + after);
        }
        String by = text(sent.who()).isBlank() ? who : sent.who();
        review.decide(
                new Review.Decided(
                        text(sent.report()),
                        text(sent.code()),
                        decision,
                        after.isEmpty() ? Optional.empty() : Correction.figure(after),
                        text(sent.reason()),
                        by),
                sent.seen());
        send(ctx, review.find(sent.report()).orElseThrow());
    }

    private static String text(String given) {
        if (given != null && given.length() > MOST_LETTERS) {
            throw new IllegalArgumentException(
                    "expected at most " + MOST_LETTERS + " letters, found " + given.length());
        }
        return given == null ? "" : given;
    }

    private void send(Context ctx, Object value) {
        ctx.contentType("application/json; charset=utf-8").result(json.line(value));
    }

    private void answer(Context ctx, int status, String message) {
        ctx.status(status);
        send(ctx, Map.of("error", String.valueOf(message)));
    }

    public int port() {
        return app.port();
    }

    /** The address to open, with the token. */
    public String address() {
        return "http://127.0.0.1:" + port() + "/?token=" + guard.token();
    }

    @Override
    public void close() {
        app.stop();
    }
}
