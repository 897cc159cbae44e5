package gouji.dataset;

import gouji.check.Ruling;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One decision of a person on one cell, a row of corrections.csv.
 *
 * @param reportId its report
 * @param table table id
 * @param row full row code
 * @param column full column code
 * @param before the value read by the machine when the person looked; empty for none
 * @param after the value decided on; empty when the cell is blank
 * @param reason why, one line
 * @param who who decided
 * @param when ISO 8601
 * @param decision what kind of decision
 */
public record Correction(
        String reportId,
        String table,
        String row,
        String column,
        Optional<BigDecimal> before,
        Optional<BigDecimal> after,
        String reason,
        String who,
        String when,
        Decision decision) {
    /** Kinds of decisions. */
    public enum Decision {
        ACCEPT,
        EDIT,
        REPORT_WRONG,
        UNDO;

        /** The word in the file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The decision of a word. */
        public static Optional<Decision> find(String word) {
            return Arrays.stream(values()).filter(d -> d.word().equals(word)).findFirst();
        }
    }

    public Correction {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(decision, "decision");
        if (!reportId.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("report_id: expected 16 hex digits, found " + reportId);
        }
        if (table.isBlank() || row.isBlank() || column.isBlank()) {
            throw new IllegalArgumentException(
                    "expected a table, a row and a column, found '" + table + "', '" + row + "', '" + column + "'");
        }
        reason = oneLine(reason);
        who = oneLine(who);
        when = oneLine(when);
    }

    /** A line of the file is a decision: no text may break it. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /** {@code table.row.column}. */
    public String code() {
        return table + "." + row + "." + column;
    }

    /** What it says to the checker. */
    public Ruling ruling() {
        return new Ruling(code(), before, after, decision == Decision.REPORT_WRONG);
    }

    /**
     * The decisions in force, by report and then by code: of each cell the last that was not taken back.
     *
     * @param log all decisions, oldest first
     */
    public static Map<String, Map<String, Correction>> inForce(List<Correction> log) {
        Map<String, Map<String, List<Correction>>> cells = new LinkedHashMap<>();
        for (Correction c : log) {
            List<Correction> ofCell = cells.computeIfAbsent(c.reportId, r -> new LinkedHashMap<>())
                    .computeIfAbsent(c.code(), k -> new ArrayList<>());
            if (c.decision != Decision.UNDO) {
                ofCell.add(c);
            } else if (!ofCell.isEmpty()) {
                ofCell.remove(ofCell.size() - 1);
            }
        }
        Map<String, Map<String, Correction>> inForce = new LinkedHashMap<>();
        cells.forEach((report, byCode) -> byCode.forEach((code, list) -> {
            if (!list.isEmpty()) {
                inForce.computeIfAbsent(report, r -> new LinkedHashMap<>()).put(code, list.get(list.size() - 1));
            }
        }));
        return inForce;
    }

    List<Value> values() {
        return List.of(
                Value.of(reportId),
                Value.of(table),
                Value.of(row),
                Value.of(column),
                Value.of(before),
                Value.of(after),
                Value.of(reason),
                Value.of(who),
                Value.of(when),
                Value.of(decision.word()));
    }

    /**
     * Of a row; a file without a column {@code decision} holds edits.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static Correction of(Map<String, String> row) {
        String word = row.getOrDefault("decision", "edit");
        return new Correction(
                row.getOrDefault("report_id", ""),
                row.getOrDefault("table", ""),
                row.getOrDefault("row", ""),
                row.getOrDefault("column", ""),
                number("before", row),
                number("after", row),
                row.getOrDefault("reason", ""),
                row.getOrDefault("who", ""),
                row.getOrDefault("when", ""),
                Decision.find(word)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "decision: expected accept, edit, report-wrong or undo, found " + word)));
    }

    private static Optional<BigDecimal> number(String name, Map<String, String> row) {
        String text = row.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(figure(text)
                .orElseThrow(() -> new IllegalArgumentException(name + ": expected a plain number, found " + text)));
    }

    /** A plain decimal of at most 30 digits, as a person types it. */
    public static Optional<BigDecimal> figure(String text) {
        return text.matches("-?[0-9]{1,20}(\\.[0-9]{1,10})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
