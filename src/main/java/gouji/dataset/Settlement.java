package gouji.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One decision of a person on something that is no cell, a row of settlements.csv.
 *
 * @param kind what it is about
 * @param subject {@code BODY}: a report id; {@code EDITION}: {@code YEAR PROFILE BODY}, see {@link #edition}; {@code INPUT}:
 *     the digest of the input, or {@code name:} and its name where its bytes could not be had
 * @param before what stood when the person looked. {@code BODY}: the key of the body, or empty; {@code EDITION}: ids of all
 *     editions, with blanks between; {@code INPUT}: the reason it was quarantined for
 * @param after what was decided, empty for an undo. {@code BODY}: code of a division or name of a national department;
 *     {@code EDITION}: id of the report that stands; {@code INPUT}: {@link #DEALT_WITH}
 * @param reason why, one line; needed for an input
 * @param who who decided
 * @param when ISO 8601
 * @param decision whether it settles, or takes the last one back
 */
public record Settlement(
        Kind kind,
        String subject,
        String before,
        String after,
        String reason,
        String who,
        String when,
        Decision decision) {
    /** What is decided of an input. */
    public static final String DEALT_WITH = "dealt-with";

    private static final String NAMED = "name:";
    private static final String ID = "[0-9a-f]{16}";

    /** What is settled. */
    public enum Kind {
        /** Which body a report is of. */
        BODY(ID, "[0-9]{6}|\\P{Cntrl}{2,60}"),
        /** Which of several editions of a body's report for a year stands. */
        EDITION("[0-9]{4} \\S+ .+", ID),
        /** That a quarantined input needs no more attention. */
        INPUT("[0-9a-f]{64}|" + NAMED + ".+", DEALT_WITH);

        private final String subjects;
        private final String answers;

        Kind(String subjects, String answers) {
            this.subjects = subjects;
            this.answers = answers;
        }

        /** The word in the file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of a word. */
        public static Optional<Kind> find(String word) {
            return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
        }
    }

    /** Kinds of decisions. */
    public enum Decision {
        SETTLE,
        UNDO;

        /** The word in the file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The decision of a word. */
        public static Optional<Decision> find(String word) {
            return Arrays.stream(values()).filter(d -> d.word().equals(word)).findFirst();
        }
    }

    /** @throws IllegalArgumentException saying what is no decision, and why */
    public Settlement {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(decision, "decision");
        subject = Correction.oneLine(subject);
        before = Correction.oneLine(before);
        after = Correction.oneLine(after);
        reason = Correction.oneLine(reason);
        who = Correction.oneLine(who);
        when = Correction.oneLine(when);
        if (!subject.matches(kind.subjects)) {
            throw new IllegalArgumentException("subject: expected " + kind.subjects + ", found " + subject);
        }
        boolean undo = decision == Decision.UNDO;
        if (undo ? !after.isEmpty() : !after.matches(kind.answers)) {
            throw new IllegalArgumentException(
                    "after: expected " + (undo ? "nothing" : kind.answers) + ", found " + after);
        }
        if (kind == Kind.INPUT && !undo && reason.isEmpty()) {
            throw new IllegalArgumentException("reason: expected why the input is dealt with, found none");
        }
    }

    /** The subject of the editions of a body's report for a year. */
    public static String edition(String year, String profile, String body) {
        return year + " " + profile + " " + body;
    }

    /** The subject of an input. */
    public static String input(String sha256, String name) {
        return sha256.isEmpty() ? NAMED + Correction.oneLine(name) : sha256;
    }

    List<Value> values() {
        return List.of(
                Value.of(kind.word()),
                Value.of(subject),
                Value.of(before),
                Value.of(after),
                Value.of(reason),
                Value.of(who),
                Value.of(when),
                Value.of(decision.word()));
    }

    /** @throws IllegalArgumentException saying what is wrong */
    static Settlement of(Map<String, String> row) {
        String kind = row.getOrDefault("kind", "");
        String decision = row.getOrDefault("decision", "");
        return new Settlement(
                Kind.find(kind)
                        .orElseThrow(() ->
                                new IllegalArgumentException("kind: expected body, edition or input, found " + kind)),
                row.getOrDefault("subject", ""),
                row.getOrDefault("before", ""),
                row.getOrDefault("after", ""),
                row.getOrDefault("reason", ""),
                row.getOrDefault("who", ""),
                row.getOrDefault("when", ""),
                Decision.find(decision)
                        .orElseThrow(() ->
                                new IllegalArgumentException("decision: expected settle or undo, found " + decision)));
    }
}
