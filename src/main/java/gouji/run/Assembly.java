package gouji.run;

import gouji.dataset.DatasetWriter;
import gouji.dataset.Extracted;
import gouji.dataset.LedgerRow;
import gouji.dataset.OutputException;
import gouji.document.Finding;
import gouji.panel.Filings;
import gouji.source.Entry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the dataset together from the outcomes; one report at a time is in memory. */
final class Assembly {
    private final Setup setup;
    private final Kept kept;
    private final Replay replay;
    private final Settling settling;
    private final Meter meter;
    private final Tally tally = new Tally();
    private final Map<Entry, Integer> cells = new IdentityHashMap<>();

    /**
     * What is known from this run and from earlier ones.
     *
     * @param results outcomes
     * @param known their digests
     * @param cards of reports
     */
    record Kept(Results results, Known known, Cards cards) {}

    Assembly(Setup setup, Kept kept, Replay replay, Meter meter) {
        this.setup = setup;
        this.kept = kept;
        this.replay = replay;
        this.meter = meter;
        this.settling = Settling.ofAll(
                setup.profiles(),
                setup.comparing(),
                replay,
                e -> outcome(e).extracted().orElseThrow());
    }

    /**
     * Writes all of it but run.json.
     *
     * @return its files with their lengths
     */
    Map<String, Long> write(List<Entry> entries) throws IOException {
        List<Entry> files = entries.stream()
                .filter(e -> e.kind() == Entry.Kind.FILE)
                .sorted(Settling.ORDER)
                .toList();
        file(files);
        meter.begin();
        setup.progress().begin("Writing", files.size());
        Map<String, LedgerRow> rowOf = new HashMap<>();
        Map<String, Long> sizes;
        try (DatasetWriter writer = new DatasetWriter(
                setup.output(), setup.formats().csv(), setup.formats().json(), setup.profiles())) {
            for (Entry e : files) {
                rowOf.put(e.key(), settle(e, writer));
                setup.progress().step();
            }
            LedgerRows rows = new LedgerRows(entries, rowOf::get);
            for (Entry e : entries) {
                ledger(e, rows.row(e), writer);
            }
            sizes = writer.finish();
        }
        setup.progress().end();
        long written = cells.values().stream().mapToLong(n -> n).sum();
        setup.log().stage(meter.end("writing", files, written));
        return sizes;
    }

    /** Of what was written. */
    Summary summary() {
        return tally.summary();
    }

    private Outcome outcome(Entry e) throws OutputException {
        return kept.results().get(e.key());
    }

    /** Who reports in each input, and what checks between reports need. */
    private void file(List<Entry> files) throws IOException {
        meter.begin();
        setup.progress().begin("Comparing", files.size());
        for (Entry e : files) {
            Optional<Filings.Card> card = card(e);
            if (card.isPresent()) {
                settling.file(e, card.get());
            }
            setup.progress().step();
        }
        kept.results().commit();
        setup.progress().end();
        setup.log().stage(meter.end("comparing", files, 0));
    }

    /** From what is kept, else made and kept; what a person decided is in no card that is kept. */
    private Optional<Filings.Card> card(Entry e) throws OutputException {
        Optional<String> digest =
                replay.isOn(e.reportId()) ? Optional.empty() : kept.known().findDigest(e.key());
        if (digest.isPresent()) {
            Optional<Filings.Card> found = kept.cards().find(e, digest.get());
            if (found.isPresent()) {
                return found;
            }
        }
        Optional<Filings.Card> made = outcome(e).extracted().map(read -> settling.card(e, read));
        if (digest.isPresent() && made.isPresent()) {
            kept.cards().put(e, digest.get(), made.get());
        }
        return made;
    }

    /** Writes the report of one input, if there is one; gives its ledger row. */
    private LedgerRow settle(Entry e, DatasetWriter writer) throws IOException {
        Outcome outcome = outcome(e);
        if (outcome.extracted().isEmpty()) {
            return LedgerRows.refused(e, outcome.reason().orElseThrow(), outcome.detail());
        }
        Settling.Settled settled = settling.settle(e, outcome.extracted().get());
        Extracted extracted = settled.extracted();
        Optional<String> mismatch = TypeMismatch.find(e.name(), extracted.format());
        List<String> flags = new ArrayList<>(e.flags());
        mismatch.ifPresent(m -> flags.add(TypeMismatch.CODE));
        writer.report(e.reportId(), e.name(), e.sha256().orElseThrow(), flags, settled.filed(), extracted);
        tally.count(e.name(), extracted.checked());
        cells.put(e, extracted.checked().report().observations().size());
        warn(e, mismatch, extracted.checked().report().findings());
        return LedgerRows.imported(e, extracted);
    }

    private void warn(Entry e, Optional<String> mismatch, List<Finding> findings) throws IOException {
        if (mismatch.isPresent()) {
            setup.log().warning(TypeMismatch.CODE, e.name(), mismatch.get());
        }
        for (Finding f : findings) {
            if (f.severity() != Finding.Severity.INFO) {
                setup.log().warning(f.code(), e.name(), f.message());
            }
        }
    }

    private void ledger(Entry e, LedgerRow row, DatasetWriter writer) throws IOException {
        writer.ledger(row);
        tally.count(row);
        Duration time = e.kind() == Entry.Kind.FILE ? meter.time(e) : Duration.ZERO;
        setup.log().input(row, time, cells.getOrDefault(e, 0));
    }
}
