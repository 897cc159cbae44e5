package gouji.run;

import gouji.dataset.Extracted;
import gouji.dataset.Filed;
import gouji.dataset.OutputException;
import gouji.panel.Filer;
import gouji.panel.Filing;
import gouji.panel.Filings;
import gouji.panel.Members;
import gouji.profile.Profile;
import gouji.report.Report;
import gouji.source.Entry;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * From what was read to what is written, of all reports that have to be put together at once: first every one is filed,
 * then each is settled, both in the same {@link #ORDER}. Keeps of each what checks between reports need. Used by one
 * thread.
 */
final class Settling {
    static final Comparator<Entry> ORDER = Comparator.comparing(Entry::key);

    private final Decided decided;
    private final Replay replay;
    private final Filings filings;
    private final Reports reports;
    private final Map<String, Entry> filed = new HashMap<>();

    /** Gives the report of a file as it was read. */
    @FunctionalInterface
    interface Reports {
        Extracted get(Entry file) throws OutputException;
    }

    /**
     * A report as it is written.
     *
     * @param filed its place among others
     * @param extracted with the decisions of people and the checks between reports
     */
    record Settled(Filed filed, Extracted extracted) {}

    private Settling(
            Decided decided, Replay replay, Reports reports, Function<Function<String, Report>, Filings> filings) {
        this.decided = decided;
        this.replay = replay;
        this.reports = reports;
        this.filings = filings.apply(this::report);
    }

    /** Of all reports there are. */
    static Settling ofAll(List<Profile> profiles, Comparing comparing, Replay replay, Reports reports) {
        Decided decided = replay.decided(comparing.filer());
        return new Settling(
                decided, replay, reports, read -> new Filings(profiles, comparing.roster(), read, decided.choices()));
    }

    /** Of some of them, where the members of regions are known. */
    static Settling ofSome(List<Profile> profiles, Filer filer, Members members, Replay replay, Reports reports) {
        Decided decided = replay.decided(filer);
        return new Settling(decided, replay, reports, read -> new Filings(profiles, members, read, decided.choices()));
    }

    /** Who reports in a file. */
    Filing filing(Entry file, Extracted read) {
        String id = file.reportId();
        return decided.file(id, file.name(), replay.on(id, read).checked().report());
    }

    /** What checks between reports need of a file. */
    Filings.Card card(Entry file, Extracted read) {
        return filings.card(
                filing(file, read), replay.on(file.reportId(), read).checked().report());
    }

    /** Adds a report. */
    void file(Entry file, Filings.Card card) {
        filed.put(file.reportId(), file);
        filings.add(card);
    }

    /** A report that was filed, after all were. */
    Settled settle(Entry file, Extracted read) throws OutputException {
        String id = file.reportId();
        Extracted ruled = replay.on(id, read);
        try {
            return new Settled(
                    new Filed(filings.get(id), filings.edition(id)),
                    new Extracted(
                            ruled.format(),
                            ruled.checked().with(filings.checks(id)).noting(decided.findings(id, filings))));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof OutputException refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** Of a member of a region. */
    private Report report(String reportId) {
        try {
            return replay.on(reportId, reports.get(filed.get(reportId)))
                    .checked()
                    .report();
        } catch (OutputException e) {
            throw new UncheckedIOException(e);
        }
    }
}
