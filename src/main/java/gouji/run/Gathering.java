package gouji.run;

import gouji.dataset.Extracted;
import gouji.dataset.Filed;
import gouji.dataset.Json;
import gouji.dataset.LedgerRow;
import gouji.dataset.ReportRows;
import gouji.panel.Filer;
import gouji.panel.Filing;
import gouji.panel.Filings;
import gouji.panel.Roster;
import gouji.profile.Profile;
import gouji.report.Report;
import gouji.source.Entry;
import java.util.Comparator;
import java.util.List;

/**
 * From inputs that were read to the rows that a run writes, for those who spread inputs over machines themselves. There
 * are no corrections in it, and no members of regions. Safe between threads.
 */
public final class Gathering {
    private final List<Profile> profiles;
    private final Filer filer;
    private final Packing packing;
    private final ReportRows.Maker maker;

    public Gathering(List<Profile> profiles, Filer filer, Json json) {
        this.profiles = List.copyOf(profiles);
        this.filer = filer;
        this.packing = new Packing(json);
        this.maker = new ReportRows.Maker(profiles);
    }

    /**
     * An input and what came of it.
     *
     * @param entry a file
     * @param body see {@link Packed}, of what a {@link GuardedReader} gave of it
     */
    public record Read(Entry entry, byte[] body) {}

    /**
     * What is known of an input by itself.
     *
     * @param ledger its row
     * @param series the same for all reports that have to be put together at once; empty where there is no report
     */
    public record Alone(LedgerRow ledger, String series) {}

    /** What is known of an input by itself. */
    public Alone alone(Read read) {
        Outcome outcome = packing.unpack(read.body());
        String series = outcome.extracted()
                .map(e -> file(read.entry(), e.checked().report()).series())
                .orElse("");
        return new Alone(LedgerRows.of(read.entry(), outcome), series);
    }

    private Filing file(Entry entry, Report report) {
        return filer.file(entry.reportId(), entry.name(), report);
    }

    /** The rows of all reports of one series. */
    public List<ReportRows> together(List<Read> series) {
        record One(Entry entry, Extracted extracted) {}
        List<One> all = series.stream()
                .map(r ->
                        new One(r.entry(), packing.unpack(r.body()).extracted().orElseThrow()))
                .sorted(Comparator.comparing(one -> one.entry().key()))
                .toList();
        Filings filings = new Filings(profiles, Roster.EMPTY);
        for (One one : all) {
            Report report = one.extracted().checked().report();
            filings.add(file(one.entry(), report), report);
        }
        return all.stream()
                .map(one -> rows(one.entry(), one.extracted(), filings))
                .toList();
    }

    private ReportRows rows(Entry entry, Extracted read, Filings filings) {
        String id = entry.reportId();
        Filed filed = new Filed(filings.get(id), filings.edition(id));
        Extracted extracted = new Extracted(read.format(), read.checked().with(filings.checks(id)));
        return maker.make(id, entry.name(), entry.sha256().orElseThrow(), filed, extracted);
    }
}
