package gouji.review;

import gouji.body.BodyResolver;
import gouji.body.Registry;
import gouji.dataset.Settlement;
import gouji.dataset.Settlement.Kind;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows and settles what is no cell. Safe between threads. */
public final class Settler {
    private static final int MOST_FOUND = 20;

    private final Snapshots snapshots;
    private final Decisions decisions;
    private final Registries registries;

    Settler(Snapshots snapshots, Decisions decisions, Registries registries) {
        this.snapshots = snapshots;
        this.decisions = decisions;
        this.registries = registries;
    }

    /**
     * What a person decided.
     *
     * @param subject as in {@link Settlement}
     * @param after the answer; empty for an undo
     */
    public record Decided(
            Kind kind, String subject, Settlement.Decision decision, String after, String reason, String who) {}

    /** The dataset has no such matter. */
    public static final class NoSuchMatterException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** The answer is none of this matter. */
    public static final class NoAnswerException extends Exception {
        private static final long serialVersionUID = 1;

        NoAnswerException(String message) {
            super(message);
        }
    }

    /** As the page shows it. */
    public Map<String, Object> page(Kind kind, String subject) throws IOException, NoSuchMatterException {
        Matters matters = matters();
        if (matters.findNow(kind, subject).isEmpty()) {
            throw new NoSuchMatterException();
        }
        Map<String, Object> page = matters.page(kind, subject);
        if (kind == Kind.BODY) {
            page.put("registry", registry(subject).isPresent());
            matters.settlements().inForce(kind, subject).ifPresent(s -> page.put("named", named(subject, s.after())));
        }
        return page;
    }

    private Matters matters() throws IOException {
        return new Matters(snapshots.now().dataset(), decisions.known().settlements());
    }

    private String named(String report, String answer) {
        return registry(report)
                .flatMap(r -> r.find(answer).map(r::nameInFull))
                .map(name -> answer + " " + name)
                .orElse(answer);
    }

    /**
     * Divisions and national departments whose code or name has these words, at most twenty.
     *
     * @param report whose registry is asked
     */
    public List<Map<String, Object>> divisions(String report, String words) {
        return registry(report).map(r -> found(r, words)).orElse(List.of());
    }

    private static List<Map<String, Object>> found(Registry registry, String words) {
        return registry.search(words, MOST_FOUND).stream()
                .map(d -> {
                    Map<String, Object> m = new LinkedHashMap<>();
                    m.put("code", d.code().isEmpty() ? d.name() : d.code());
                    m.put("name", d.code().isEmpty() ? d.name() : registry.nameInFull(d));
                    m.put("until", d.to());
                    return m;
                })
                .toList();
    }

    /**
     * Keeps a decision; it is on disk when this returns.
     *
     * @param seen number of decisions on it that the person saw
     * @throws Review.StaleException when somebody else decided meanwhile
     */
    public void settle(Decided decided, int seen)
            throws IOException, Review.StaleException, NoSuchMatterException, NoAnswerException {
        String now = matters().findNow(decided.kind(), decided.subject()).orElseThrow(NoSuchMatterException::new);
        boolean undo = decided.decision() == Settlement.Decision.UNDO;
        if (!undo) {
            checkAnswer(decided);
        }
        synchronized (decisions) {
            List<Settlement> before = decisions.known().settlements().of(decided.kind(), decided.subject());
            if (before.size() != seen) {
                throw new Review.StaleException();
            }
            decisions.add(new Settlement(
                    decided.kind(),
                    decided.subject(),
                    now,
                    undo ? "" : decided.after(),
                    decided.reason(),
                    decided.who(),
                    Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                    decided.decision()));
        }
    }

    private void checkAnswer(Decided decided) throws NoAnswerException {
        Dataset dataset = snapshots.now().dataset();
        boolean fits = switch (decided.kind()) {
            case BODY ->
                registry(decided.subject())
                        .flatMap(r -> new BodyResolver(r).within("", decided.after()))
                        .isPresent();
            case EDITION ->
                dataset.editions(decided.subject()).stream()
                        .anyMatch(r -> r.get("report_id").equals(decided.after()));
            case INPUT -> decided.after().equals(Settlement.DEALT_WITH);
        };
        if (!fits) {
            throw new NoAnswerException("after: " + decided.after() + " is no answer to this");
        }
        if (decided.kind() == Kind.INPUT && decided.reason().isBlank()) {
            throw new NoAnswerException("reason: expected why the input is dealt with, found none");
        }
    }

    private Optional<Registry> registry(String report) {
        return snapshots.now().dataset().findRow(report).flatMap(r -> registries.find(r.get("profile")));
    }
}
