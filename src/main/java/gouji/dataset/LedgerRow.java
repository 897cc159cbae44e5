package gouji.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One input, and what became of it.
 *
 * @param name where it was found
 * @param sha256 empty where there are no bytes to be had
 * @param bytes -1 where unknown
 * @param status what became of it
 * @param reason closed code, empty when imported, duplicate or container
 * @param detail a sentence, may be empty
 * @param reportId the report it gave, or, for a duplicate, the one it repeats; may be empty
 * @param of the entry it repeats, for a duplicate
 * @param counts what was in it
 */
public record LedgerRow(
        Name name,
        String sha256,
        long bytes,
        Status status,
        String reason,
        String detail,
        String reportId,
        Optional<Name> of,
        Counts counts) {

    /** What became of an input. */
    public enum Status {
        IMPORTED,
        DUPLICATE,
        CONTAINER,
        REJECTED,
        QUARANTINED;

        /** The word in the files. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A name.
     *
     * @param path relative to the argument
     * @param pathRaw percent-encoded bytes where the path is not clean UTF-8; else empty
     * @param member inside an archive; else empty
     */
    public record Name(String path, String pathRaw, String member) {
        public String input() {
            return member.isEmpty() ? path : path + "!/" + member;
        }

        private void putInto(Map<String, Object> line) {
            line.put("path", path);
            if (!pathRaw.isEmpty()) {
                line.put("path_raw", pathRaw);
            }
            line.put("member", member.isEmpty() ? null : member);
        }
    }

    /**
     * What was in an input.
     *
     * @param pages 0 where it has none
     * @param tables as printed
     * @param cells of these tables
     * @param records observations and figures of the dataset
     */
    public record Counts(int pages, int tables, int cells, int records) {
        public static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    public LedgerRow {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(status, "status");
    }

    /** The cells of {@link Schemas#LEDGER}: texts as in the CSV file before the guard against formulas. */
    public List<String> texts() {
        return Value.texts(values());
    }

    List<Value> values() {
        return List.of(
                Value.of(name.input()),
                Value.of(sha256),
                bytes < 0 ? Value.NONE : Value.of(bytes),
                Value.of(status.word()),
                Value.of(reason),
                Value.of(detail),
                Value.of(reportId));
    }

    /** The line of ledger.jsonl, contract version 1. */
    Map<String, Object> line() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("v", 1);
        name.putInto(line);
        line.put("sha256", sha256.isEmpty() ? null : sha256);
        line.put("bytes", bytes < 0 ? null : bytes);
        line.put("status", status.word());
        line.put("reason", reason.isEmpty() ? null : reason);
        line.put("detail", detail.isEmpty() ? null : detail);
        of.ifPresent(n -> {
            Map<String, Object> original = new LinkedHashMap<>();
            n.putInto(original);
            line.put("of", original);
        });
        if (!reportId.isEmpty()) {
            line.put("report_id", reportId);
        }
        line.put("counts", counts);
        return line;
    }
}
