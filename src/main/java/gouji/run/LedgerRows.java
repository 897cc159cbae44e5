package gouji.run;

import gouji.dataset.LedgerRow;
import gouji.source.Entry;
import gouji.source.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ledger's rows: those of the files are put in, those of all other entries follow from them. */
final class LedgerRows {
    private final Map<String, Entry> originals = new HashMap<>();
    private final Map<String, LedgerRow> rowOf = new HashMap<>();

    LedgerRows(List<Entry> entries) {
        entries.stream().filter(LedgerRows::mayBeRepeated).forEach(e -> originals.putIfAbsent(e.key(), e));
    }

    /** What belongs to a saved page is no original: its reason is none for the same bytes elsewhere. */
    private static boolean mayBeRepeated(Entry e) {
        return e.sha256().isPresent()
                && e.kind() != Entry.Kind.DUPLICATE
                && !e.problem().equals(Optional.of(Reason.NO_REPORT_FOUND));
    }

    void put(Entry file, LedgerRow row) {
        rowOf.put(file.key(), row);
    }

    /** The row of an entry; those of all files must have been put. */
    LedgerRow row(Entry e) {
        return switch (e.kind()) {
            case FILE -> rowOf.get(e.key());
            case UNUSABLE -> refused(e, e.problem().orElseThrow(), e.detail());
            case CONTAINER -> plain(e, LedgerRow.Status.CONTAINER, e.detail(), "", Optional.empty());
            case DUPLICATE -> duplicate(e);
        };
    }

    /** What repeats a report or an archive is a duplicate; what repeats a refused input is refused for the same reason. */
    private LedgerRow duplicate(Entry e) {
        Entry original = originals.get(e.key());
        if (original.kind() == Entry.Kind.UNUSABLE) {
            return refused(e, original.problem().orElseThrow(), original.detail());
        }
        String reportId = "";
        if (original.kind() == Entry.Kind.FILE) {
            LedgerRow known = rowOf.get(e.key());
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

    static LedgerRow imported(Entry e, String detail, String reportId, LedgerRow.Counts counts) {
        return new LedgerRow(
                name(e),
                e.sha256().orElseThrow(),
                e.bytes(),
                LedgerRow.Status.IMPORTED,
                "",
                detail,
                reportId,
                Optional.empty(),
                counts);
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
