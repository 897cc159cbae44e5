package gouji.review.web;

import gouji.dataset.Correction;
import gouji.dataset.Json;
import gouji.review.PagePictures;
import gouji.review.Review;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What the page asks of {@link Review}: JSON in and out. */
final class Api {
    private static final String NUMBER = "[0-9]{1,6}";

    private final Review review;
    private final Json json;
    private final String who;

    Api(Review review, Json json, String who) {
        this.review = review;
        this.json = json;
        this.who = who;
    }

    void on(JavalinConfig config) {
        config.routes.get("/api/worklist", this::worklist);
        config.routes.get("/api/dashboard", ctx -> Answers.send(ctx, json, review.dashboard()));
        config.routes.get("/api/reports/{id}", this::report);
        config.routes.get("/api/reports/{id}/pages/{page}", this::picture);
        config.routes.post("/api/decisions", this::decide);
    }

    private void worklist(Context ctx) throws IOException, Refusal {
        String from = Texts.of(ctx, "from");
        if (!from.isEmpty() && !from.matches(NUMBER)) {
            throw new Refusal(400, "BAD_REQUEST", "from: expected a number, found " + from);
        }
        Answers.send(
                ctx,
                json,
                review.worklist(new Review.Query(
                        Texts.of(ctx, "kind"),
                        Texts.of(ctx, "group"),
                        Texts.of(ctx, "q"),
                        "yes".equals(ctx.queryParam("settled")),
                        from.isEmpty() ? 0 : Integer.parseInt(from))));
    }

    private void report(Context ctx) throws IOException, Refusal {
        Answers.send(ctx, json, page(ctx.pathParam("id")));
    }

    private Map<String, Object> page(String id) throws IOException, Refusal {
        Map<String, Object> page = review.find(id)
                .orElseThrow(() -> new Refusal(404, "NO_SUCH_REPORT", "The dataset has no such report (any more)."));
        page.put("who", who);
        return page;
    }

    private void picture(Context ctx) {
        String number = ctx.pathParam("page");
        Optional<PagePictures.Picture> found = number.matches("[1-9][0-9]{0,3}")
                ? review.findPicture(ctx.pathParam("id"), Integer.parseInt(number))
                : Optional.empty();
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
     * @param shown value of the cell when the page was drawn, empty for none; null where it is not to be compared
     */
    private record Sent(
            String report,
            String code,
            String decision,
            String after,
            String reason,
            String who,
            Integer seen,
            String shown) {}

    private Sent sent(Context ctx) throws Refusal {
        try {
            Sent sent = json.read(ctx.bodyAsBytes(), Sent.class);
            if (sent == null || sent.seen() == null) {
                throw new Refusal(400, "BAD_REQUEST", "seen: expected a number, found none");
            }
            return sent;
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "BAD_REQUEST", "This is no decision as the page sends it.");
        }
    }

    private void decide(Context ctx) throws IOException, Refusal {
        Sent sent = sent(ctx);
        Correction.Decision decision = Correction.Decision.find(Texts.of("decision", sent.decision()))
                .orElseThrow(() -> new Refusal(
                        400, "BAD_REQUEST", "decision: expected accept, edit, report-wrong or undo, found another"));
        String after = Texts.of("after", sent.after()).strip();
        if (!after.isEmpty() && Correction.figure(after).isEmpty()) {
            throw new Refusal(
                    400, "NOT_A_NUMBER", "Expected a plain number, or nothing for a blank cell; found " + after + ".");
        }
        String by = Texts.of("who", sent.who());
        Review.Decided decided = new Review.Decided(
                Texts.of("report", sent.report()),
                Texts.of("code", sent.code()),
                decision,
                after.isEmpty() ? Optional.empty() : Correction.figure(after),
                Texts.of("reason", sent.reason()),
                by.isBlank() ? who : by);
        try {
            review.decide(decided, sent.seen(), Optional.ofNullable(sent.shown()));
        } catch (Review.StaleException e) {
            throw new Refusal(409, "STALE", "This cell was changed meanwhile; nothing was kept.");
        } catch (Review.NoSuchCellException e) {
            throw new Refusal(404, "NO_SUCH_CELL", "The dataset has no such report, or the report no such cell.");
        }
        Answers.send(ctx, json, page(decided.report()));
    }
}
