package gouji.review.web;

import gouji.dataset.Json;
import gouji.dataset.OutputException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.Map;

/** Answers as JSON; what went wrong as {@code error}, a code, and {@code message}, for people. */
final class Answers {
    private Answers() {}

    static void send(Context ctx, Json json, Object value) {
        ctx.contentType("application/json; charset=utf-8").result(json.line(value));
    }

    static void on(JavalinConfig config, Json json) {
        config.routes.exception(Refusal.class, (e, ctx) -> {
            wrong(ctx, json, e.status(), e.code(), e.getMessage());
        });
        config.routes.exception(HttpResponseException.class, (e, ctx) -> {
            if (ctx.path().startsWith("/api/")) {
                wrong(ctx, json, e.getStatus(), "HTTP_" + e.getStatus(), e.getMessage());
            } else {
                ctx.status(e.getStatus())
                        .contentType("text/plain; charset=utf-8")
                        .result(e.getMessage() + "\n");
            }
        });
        config.routes.exception(
                OutputException.class, (e, ctx) -> wrong(ctx, json, 507, "NOT_WRITABLE", e.getMessage()));
        config.routes.exception(IOException.class, (e, ctx) -> wrong(ctx, json, 500, "NOT_READABLE", e.getMessage()));
        config.routes.exception(
                RuntimeException.class,
                (e, ctx) -> wrong(
                        ctx,
                        json,
                        500,
                        "FAULT",
                        "A fault of the page's own: " + e.getClass().getSimpleName()));
    }

    private static void wrong(Context ctx, Json json, int status, String code, String message) {
        ctx.status(status);
        send(ctx, json, Map.of("error", code, "message", String.valueOf(message)));
    }
}
