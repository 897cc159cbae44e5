package gouji.review.web;

import gouji.dataset.Json;
import gouji.review.Review;
import gouji.review.Uploads;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Serves the review page on this machine only. */
public final class ReviewServer implements AutoCloseable {
    private static final List<String> SCRIPTS =
            List.of("review", "page", "worklist", "report", "matter", "dashboard", "regions", "uploads", "words");
    private static final int MOST_BYTES = 64 * 1024;

    private final Javalin app;
    private final Guard guard;

    /**
     * Starts.
     *
     * @param port port, 0 for any free one
     * @param who name for the log unless the page gives another
     */
    public ReviewServer(Review review, Uploads uploads, Json json, int port, String who) throws IOException {
        this.guard = new Guard(this::port);
        try {
            this.app = Javalin.create(config -> {
                        configure(config);
                        new Api(review, json, who).on(config);
                        new MatterApi(review.settler(), json, who).on(config);
                        new UploadApi(uploads, json).on(config);
                        Answers.on(config, json);
                    })
                    .start("127.0.0.1", port);
        } catch (JavalinBindException e) {
            throw new IOException("port " + port + " is in use or not allowed: give another --port, or none", e);
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = MOST_BYTES;
        config.routes.before(guard::check);
        config.routes.get("/", this::page);
        for (String script : SCRIPTS) {
            String path = "/" + script + ".js";
            config.routes.get(path, ctx -> asset(ctx, path, "text/javascript; charset=utf-8"));
        }
        config.routes.get("/review.css", ctx -> asset(ctx, "/review.css", "text/css; charset=utf-8"));
        config.routes.get("/favicon.ico", ctx -> ctx.status(204));
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
