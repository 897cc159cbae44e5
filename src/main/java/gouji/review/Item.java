package gouji.review;

import gouji.dataset.Settlement;
import java.util.List;
import java.util.Optional;

/**
 * Something to look at, or a report or an input that can be looked up.
 *
 * @param kind one of {@link #OPEN} or {@link #LOOKED_UP}
 * @param reportId its report; empty for an input that gave none
 * @param code {@code table.row.column} of a cell, the id and place of a check, the status of an input; else empty
 * @param input name of the input
 * @param text what it is about, as printed or as the ledger says
 * @param subject what a {@link Settlement} on it is about; empty where it is settled by decisions on cells, or not at all
 */
record Item(String kind, String reportId, String code, String input, String text, String subject) {
    Item(String kind, String reportId, String code, String input, String text) {
        this(kind, reportId, code, input, text, "");
    }

    static final String SUSPECT = "suspect";
    static final String CHECK = "check";
    static final String CONFLICT = "conflict";
    static final String BODY = "body";
    static final String QUARANTINED = "quarantined";
    static final String REPORT = "report";
    static final String INPUT = "input";

    /** Kinds of what waits for a person. */
    static final List<String> OPEN = List.of(SUSPECT, CHECK, CONFLICT, BODY, QUARANTINED);

    /** Kinds that are listed only when they are asked for. */
    static final List<String> LOOKED_UP = List.of(REPORT, INPUT);

    /** What kind of settlement it needs; empty where none. */
    Optional<Settlement.Kind> matter() {
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (kind) {
                    case BODY -> Settlement.Kind.BODY;
                    case CONFLICT -> Settlement.Kind.EDITION;
                    default -> Settlement.Kind.INPUT;
                });
    }

    boolean has(String words) {
        return words.isEmpty() || input.contains(words) || code.contains(words) || text.contains(words);
    }

    /**
     * Whether it belongs to a group a chart counts: {@code check:ID}, {@code status:WORD}, {@code report:ID}; all belong to
     * the empty one.
     */
    boolean in(String group) {
        String value = group.substring(group.indexOf(':') + 1);
        if (group.startsWith("check:")) {
            return kind.equals(CHECK) && code.startsWith(value + " ");
        }
        if (group.startsWith("status:")) {
            return kind.equals(INPUT) && code.equals(value);
        }
        return group.isEmpty() || group.startsWith("report:") && reportId.equals(value);
    }
}
