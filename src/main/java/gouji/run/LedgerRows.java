package gouji.run;

import gouji.dataset.Extracted;
import gouji.dataset.LedgerRow;
import gouji.report.Report;
import gouji.source.Entry;
import gouji.source.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The row of each entry in the ledger, in the order of the entries. */
public final class LedgerRows {
    private final List<Entry> entries;
    private final Function<String, LedgerRow> read;
    private final Map<String, Entry> originals = new HashMap<>();

    /**
     * @param entries all there are
     * @param read the row of a file that was read, by its {@link Entry#key}
     */
    public LedgerRows(List<Entry> entries, Function<String, LedgerRow> read) {
        this.entries = List.copyOf(entries);
        this.read = read;
        entries.stream().filter(LedgerRows::mayBeRepeated).forEach(e -> originals.putIfAbsent(e.key(), e));
    }

    /** What belongs to a saved page is no original: its reason is none for the same bytes elsewhere. */
    private static boolean mayBeRepeated(Entry e) {
        return e.sha256().isPresent()
                && e.kind() != Entry.Kind.DUPLICATE
                && !e.problem().equals(Optional.of(Reason.NO_REPORT_FOUND));
    }

    /** The rows, made one by one. */
    public Iterable<LedgerRow> all() {
        return () -> entries.stream().map(this::row).iterator();
    }

    /** The row of an entry. */
    LedgerRow row(Entry e) {
        return switch (e.kind()) {
            case FILE -> read.apply(e.key());
            case UNUSABLE -> refused(e, e.problem().orElseThrow(), e.detail());
            case CONTAINER -> plain(e, LedgerRow.Status.CONTAINER, e.detail(), "", Optional.empty());
            case DUPLICATE -> duplicate(e, originals.get(e.key()));
        };
    }

    /** What repeats a report or an archive is a duplicate; what repeats a refused input is refused for the same reason. */
    private LedgerRow duplicate(Entry e, Entry original) {
        if (original.kind() == Entry.Kind.UNUSABLE) {
            return refused(e, original.problem().orElseThrow(), original.detail());
        }
        String reportId = "";
        if (original.kind() == Entry.Kind.FILE) {
            LedgerRow known = read.apply(e.key());
            if (known.status() != LedgerRow.Status.IMPORTED) {
                return refused(e, Reason.valueOf(known.reason()), known.detail());
            }
            reportId = known.reportId();
        }
        return plain(
                e,
                LedgerRow.Status.DUPLICATE,
                "The same bytes as " + original.name() + ".",
                reportId,
                Optional.of(name(original)));
    }

    static LedgerRow of(Entry e, Outcome outcome) {
        return outcome.extracted()
                .map(extracted -> imported(e, extracted))
                .orElseGet(() -> refused(e, outcome.reason().orElseThrow(), outcome.detail()));
    }

    static LedgerRow imported(Entry e, Extracted extracted) {
        Report r = extracted.checked().report();
        int cells = r.tables().stream().mapToInt(t -> t.cells().size()).sum();
        String mismatch = TypeMismatch.find(e.name(), extracted.format()).orElse("");
        return new LedgerRow(
                name(e),
                e.sha256().orElseThrow(),
                e.bytes(),
                LedgerRow.Status.IMPORTED,
                "",
                (e.detail() + " " + mismatch).strip(),
                e.reportId(),
                Optional.empty(),
                new LedgerRow.Counts(
                        r.pages(),
                        r.tables().size(),
                        cells,
                        r.observations().size() + r.figures().size()));
    }

    static LedgerRow refused(Entry e, Reason reason, String detail) {
        LedgerRow.Status status =
                reason.fate() == Reason.Fate.REJECTED ? LedgerRow.Status.REJECTED : LedgerRow.Status.QUARANTINED;
        return new LedgerRow(
                name(e),
                e.sha256().orElse(""),
                e.bytes(),
                status,
                reason.name(),
                detail,
                "",
                Optional.empty(),
                LedgerRow.Counts.NONE);
    }

    private static LedgerRow plain(
            Entry e, LedgerRow.Status status, String detail, String reportId, Optional<LedgerRow.Name> of) {
        return new LedgerRow(
                name(e), e.sha256().orElse(""), e.bytes(), status, "", detail, reportId, of, LedgerRow.Counts.NONE);
    }

    private static LedgerRow.Name name(Entry e) {
        return new LedgerRow.Name(e.path(), e.pathRaw(), e.member());
    }
}
