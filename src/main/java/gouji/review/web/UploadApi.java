package gouji.review.web;

import gouji.dataset.Json;
import gouji.review.Uploads;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;

/** Takes files: one a request, its bytes as the body, its name in the query. */
final class UploadApi {
    private final Uploads uploads;
    private final Json json;

    UploadApi(Uploads uploads, Json json) {
        this.uploads = uploads;
        this.json = json;
    }

    void on(JavalinConfig config) {
        config.routes.get("/api/uploads", ctx -> Answers.send(ctx, json, uploads.state()));
        config.routes.post("/api/uploads", this::take);
    }

    private void take(Context ctx) throws IOException, Refusal {
        String name = ctx.queryParam("name");
        try {
            String kept =
                    uploads.take(name == null ? "" : name, ctx.req().getContentLengthLong(), ctx.bodyInputStream());
            ctx.status(202);
            Answers.send(ctx, json, Map.of("name", kept));
        } catch (Uploads.RefusedException e) {
            throw new Refusal(status(e.reason()), e.reason().name(), e.getMessage());
        }
    }

    private static int status(Uploads.RefusedException.Reason reason) {
        return switch (reason) {
            case BAD_NAME, CUT_OFF -> 400;
            case CANNOT_ADD -> 409;
            case TOO_LARGE -> 413;
            case BUSY -> 429;
            case TOO_MANY -> 507;
        };
    }
}
