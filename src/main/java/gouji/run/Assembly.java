package gouji.run;

import gouji.dataset.DatasetWriter;
import gouji.dataset.Extracted;
import gouji.dataset.Filed;
import gouji.dataset.LedgerRow;
import gouji.document.Finding;
import gouji.panel.Filings;
import gouji.report.Report;
import gouji.source.Entry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the dataset together from the outcomes; one report at a time is in memory. */
final class Assembly {
    private final Setup setup;
    private final Results results;
    private final Replay replay;
    private final Settling settling;
    private final Meter meter;
    private final Tally tally = new Tally();
    private final Map<Entry, Integer> cells = new IdentityHashMap<>();

    Assembly(Setup setup, Results results, Replay replay, Meter meter) {
        this.setup = setup;
        this.results = results;
        this.replay = replay;
        this.settling = replay.settling(setup.comparing());
        this.meter = meter;
    }

    /**
     * Writes all of it but run.json.
     *
     * @return its files with their lengths
     */
    Map<String, Long> write(List<Entry> entries) throws IOException {
        List<Entry> files = entries.stream()
                .filter(e -> e.kind() == Entry.Kind.FILE)
                .sorted(Comparator.comparing(Entry::key))
                .toList();
        Filings filings = filings(files);
        meter.begin();
        setup.progress().begin("Writing", files.size());
        Map<String, LedgerRow> rowOf = new HashMap<>();
        Map<String, Long> sizes;
        try (DatasetWriter writer = new DatasetWriter(
                setup.output(), setup.formats().csv(), setup.formats().json(), setup.profiles())) {
            for (Entry e : files) {
                rowOf.put(e.key(), settle(e, filings, writer));
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

    /** Who reports in each input, and what checks between reports need; the outcomes are gone through once more for it. */
    private Filings filings(List<Entry> files) throws IOException {
        Filings filings = new Filings(setup.profiles(), setup.comparing().roster(), settling.choices());
        meter.begin();
        setup.progress().begin("Comparing", files.size());
        for (Entry e : files) {
            Outcome outcome = results.get(e.key());
            if (outcome.extracted().isPresent()) {
                String id = e.reportId();
                Report report =
                        replay.on(id, outcome.extracted().get()).checked().report();
                filings.add(settling.file(id, e.name(), report), report);
            }
            setup.progress().step();
        }
        setup.progress().end();
        setup.log().stage(meter.end("comparing", files, 0));
        return filings;
    }

    /** Writes the report of one input, if there is one; gives its ledger row. */
    private LedgerRow settle(Entry e, Filings filings, DatasetWriter writer) throws IOException {
        Outcome outcome = results.get(e.key());
        if (outcome.extracted().isEmpty()) {
            return LedgerRows.refused(e, outcome.reason().orElseThrow(), outcome.detail());
        }
        String reportId = e.reportId();
        Extracted read = replay.on(reportId, outcome.extracted().get());
        Optional<String> mismatch = TypeMismatch.find(e.name(), read.format());
        List<String> flags = new ArrayList<>(e.flags());
        mismatch.ifPresent(m -> flags.add(TypeMismatch.CODE));
        Extracted extracted = new Extracted(
                read.format(),
                read.checked().with(filings.checks(reportId)).noting(settling.findings(reportId, filings)));
        Filed filed = new Filed(filings.get(reportId), filings.edition(reportId));
        writer.report(reportId, e.name(), e.sha256().orElseThrow(), flags, filed, extracted);
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
