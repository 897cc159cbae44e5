package gouji.run;

import gouji.dataset.Correction;
import gouji.dataset.Extracted;
import gouji.dataset.Json;
import gouji.dataset.LedgerRow;
import gouji.dataset.OutputException;
import gouji.dataset.ReportRows;
import gouji.panel.Filer;
import gouji.panel.Filing;
import gouji.panel.Members;
import gouji.profile.Profile;
import gouji.source.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From inputs that were read to the rows that a run writes, for those who spread inputs over machines themselves. Safe
 * between threads.
 */
public final class Gathering {
    private final List<Profile> profiles;
    private final Filer filer;
    private final Replay replay;
    private final Packing packing;
    private final ReportRows.Maker maker;

    /** @param corrections decisions of people */
    public Gathering(List<Profile> profiles, Filer filer, List<Correction> corrections, Json json) {
        this.profiles = List.copyOf(profiles);
        this.filer = filer;
        this.replay = Replay.of(corrections, profiles);
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
     * @param who who reports; empty where there is no report
     */
    public record Alone(LedgerRow ledger, Optional<Who> who) {}

    /**
     * Who reports.
     *
     * @param series the same for all reports that have to be put together at once, members of a region apart
     * @param body its key; empty where body or year is not known
     * @param profile the report's family
     * @param name as printed, without white space
     */
    public record Who(String series, String body, String profile, String name) {}

    /** What is known of an input by itself. */
    public Alone alone(Read read) {
        Outcome outcome = packing.unpack(read.body());
        return new Alone(
                LedgerRows.of(read.entry(), outcome), outcome.extracted().map(e -> who(read.entry(), e)));
    }

    private Who who(Entry entry, Extracted read) {
        Filing filing = settling(Members.NONE, Map.of()).filing(entry, read);
        return new Who(filing.series(), filing.isPlaced() ? filing.body() : "", filing.profile(), filing.name());
    }

    /**
     * The rows of all reports of one series.
     *
     * @param series all its reports
     * @param beside all reports of the members of the body, where it is a region
     */
    public List<ReportRows> together(List<Read> series, List<Read> beside, Members members) {
        Map<String, byte[]> bodies = new HashMap<>();
        Stream.concat(series.stream(), beside.stream())
                .forEach(r -> bodies.put(r.entry().key(), r.body()));
        Settling settling = settling(members, bodies);
        Stream.concat(series.stream(), beside.stream())
                .map(Read::entry)
                .sorted(Settling.ORDER)
                .forEach(e -> settling.file(e, settling.card(e, extracted(bodies, e))));
        List<ReportRows> rows = new ArrayList<>();
        series.stream().map(Read::entry).sorted(Settling.ORDER).forEach(e -> rows.add(rows(settling, bodies, e)));
        return rows;
    }

    private Settling settling(Members members, Map<String, byte[]> bodies) {
        return Settling.ofSome(profiles, filer, members, replay, e -> extracted(bodies, e));
    }

    private Extracted extracted(Map<String, byte[]> bodies, Entry e) {
        return packing.unpack(bodies.get(e.key())).extracted().orElseThrow();
    }

    private ReportRows rows(Settling settling, Map<String, byte[]> bodies, Entry e) {
        try {
            Settling.Settled settled = settling.settle(e, extracted(bodies, e));
            return maker.make(e.reportId(), e.name(), e.sha256().orElseThrow(), settled.filed(), settled.extracted());
        } catch (OutputException x) {
            throw new IllegalStateException("nothing is written here", x);
        }
    }
}
