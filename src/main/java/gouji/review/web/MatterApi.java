package gouji.review.web;

import gouji.dataset.Json;
import gouji.dataset.Settlement;
import gouji.review.Review;
import gouji.review.Settler;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;

/** What is settled that is no cell: bodies, editions, quarantined inputs. */
final class MatterApi {
    private final Settler settler;
    private final Json json;
    private final String who;

    MatterApi(Settler settler, Json json, String who) {
        this.settler = settler;
        this.json = json;
        this.who = who;
    }

    void on(JavalinConfig config) {
        config.routes.get("/api/matters", this::show);
        config.routes.get("/api/divisions", this::divisions);
        config.routes.post("/api/settlements", this::settle);
    }

    private void show(Context ctx) throws IOException, Refusal {
        show(ctx, kind(Texts.of(ctx, "kind")), Texts.of(ctx, "subject"));
    }

    private void show(Context ctx, Settlement.Kind kind, String subject) throws IOException, Refusal {
        try {
            Answers.send(ctx, json, settler.page(kind, subject));
        } catch (Settler.NoSuchMatterException e) {
            throw noSuchMatter();
        }
    }

    private void divisions(Context ctx) throws Refusal {
        Answers.send(ctx, json, settler.divisions(Texts.of(ctx, "report"), Texts.of(ctx, "q")));
    }

    /**
     * A decision as the page sends it.
     *
     * @param seen number of decisions on the matter when the page was drawn
     */
    private record Sent(
            String kind, String subject, String decision, String after, String reason, String who, Integer seen) {}

    private void settle(Context ctx) throws IOException, Refusal {
        Sent sent = sent(ctx);
        Settlement.Decision decision = Settlement.Decision.find(Texts.of("decision", sent.decision()))
                .orElseThrow(() -> bad("decision: expected settle or undo, found another"));
        String by = Texts.of("who", sent.who());
        Settler.Decided decided = new Settler.Decided(
                kind(Texts.of("kind", sent.kind())),
                Texts.of("subject", sent.subject()),
                decision,
                Texts.of("after", sent.after()).strip(),
                Texts.of("reason", sent.reason()),
                by.isBlank() ? who : by);
        try {
            settler.settle(decided, sent.seen());
        } catch (Review.StaleException e) {
            throw new Refusal(409, "STALE", "Somebody else decided on this meanwhile; nothing was kept.");
        } catch (Settler.NoSuchMatterException e) {
            throw noSuchMatter();
        } catch (Settler.NoAnswerException e) {
            throw new Refusal(400, "NO_ANSWER", e.getMessage());
        }
        show(ctx, decided.kind(), decided.subject());
    }

    private Sent sent(Context ctx) throws Refusal {
        try {
            Sent sent = json.read(ctx.bodyAsBytes(), Sent.class);
            if (sent == null || sent.seen() == null) {
                throw bad("seen: expected a number, found none");
            }
            return sent;
        } catch (IllegalArgumentException e) {
            throw bad("This is no decision as the page sends it.");
        }
    }

    private static Settlement.Kind kind(String word) throws Refusal {
        return Settlement.Kind.find(word)
                .orElseThrow(() -> bad("kind: expected body, edition or input, found another"));
    }

    private static Refusal bad(String message) {
        return new Refusal(400, "BAD_REQUEST", message);
    }

    private static Refusal noSuchMatter() {
        return new Refusal(404, "NO_SUCH_MATTER", "The dataset has nothing like this to settle (any more).");
    }
}
