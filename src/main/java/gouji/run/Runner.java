package gouji.run;

import gouji.dataset.DatasetWriter;
import gouji.dataset.Extracted;
import gouji.dataset.Filed;
import gouji.dataset.LedgerRow;
import gouji.dataset.OutputException;
import gouji.dataset.OutputFolder;
import gouji.panel.Filings;
import gouji.profile.Profile;
import gouji.report.Report;
import gouji.source.Entry;
import gouji.source.Input;
import gouji.source.Limits;
import gouji.source.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Imports: looks for the inputs, reads those not yet known, puts the dataset together.
 *
 * <p>The same inputs give the same files, whatever was there before, how many were read at a time, and where the last
 * run was stopped; a dataset that is complete is left as it is.
 */
public final class Runner {
    private static final String STATE = "state.db";
    private static final String COMPLETE = "complete";

    private final OutputFolder output;
    private final Formats formats;
    private final List<Profile> profiles;
    private final Workers workers;
    private final Options options;
    private final Progress progress;
    private final Packing packing;
    private Meter meter = new Meter();
    private Store store;
    private Results results;
    private long dropped;
    private final Comparing comparing;
    private Optional<Path> setAside = Optional.empty();
    private Replay replay = Replay.NONE;

    public Runner(
            OutputFolder output,
            Formats formats,
            List<Profile> profiles,
            Workers workers,
            Comparing comparing,
            Options options,
            Progress progress) {
        this.output = output;
        this.formats = formats;
        this.profiles = List.copyOf(profiles);
        this.workers = workers;
        this.comparing = comparing;
        this.options = options;
        this.progress = progress;
        this.packing = new Packing(formats.json());
    }

    /**
     * Runs.
     *
     * @param arguments files and folders
     * @param runFacts what goes into run.json besides the times, when anything was written
     * @throws UsageException when an argument is not there, or the output lies inside one; nothing was written
     * @throws BusyException when another run holds the output
     * @throws OutputException when the output cannot be written; what was finished is kept
     */
    public Summary run(List<Path> arguments, RunFacts runFacts) throws UsageException, BusyException, IOException {
        Arguments.check(arguments, output.root());
        output.prepare();
        try (Lock lock = Lock.of(output)) {
            output.clearTemporary();
            try {
                return withStore(arguments, runFacts);
            } catch (DamagedStoreException e) {
                setAside = Optional.of(setAside());
                return withStore(arguments, runFacts);
            } finally {
                output.clearTemporary();
            }
        }
    }

    private Summary withStore(List<Path> arguments, RunFacts runFacts) throws UsageException, IOException {
        try (Store opened = formats.stores().open(output.work().resolve(STATE))) {
            meter = new Meter();
            store = opened;
            results = new Results(opened, packing, options);
            return locked(arguments, runFacts);
        } finally {
            progress.end();
        }
    }

    /** Moves a damaged database out of the way, and with it its log. */
    private Path setAside() throws OutputException {
        Path damaged = output.work().resolve("damaged-" + STATE);
        try {
            Files.deleteIfExists(output.work().resolve(STATE + "-wal"));
            Files.deleteIfExists(output.work().resolve(STATE + "-shm"));
            Files.move(output.work().resolve(STATE), damaged, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new OutputException(damaged, e);
        }
        return damaged;
    }

    /** Where the database of earlier runs was put when {@link #run} found it damaged; all inputs were read again. */
    public Optional<Path> damagedState() {
        return setAside;
    }

    /**
     * How many inputs of the dataset that was there before {@link #run} were not named this time, and so are no longer in
     * it.
     */
    public long dropped() {
        return dropped;
    }

    private Summary locked(List<Path> arguments, RunFacts runFacts) throws UsageException, IOException {
        replay = Replay.of(output.root(), formats.csv(), profiles);
        Map<String, String> known = new HashMap<>();
        meter.begin();
        progress.begin("Looking", -1);
        List<Entry> entries = new Sources(
                        Limits.STANDARD, output.staging(), sha256 -> isWanted(sha256, known), progress::step)
                .find(arguments);
        meter.end("looking", entries, 0);
        progress.end();
        List<Entry> files =
                entries.stream().filter(e -> e.kind() == Entry.Kind.FILE).toList();
        List<Entry> toRead = new ArrayList<>();
        for (Entry e : files) {
            if (isWanted(e.key(), known)) {
                toRead.add(e);
            }
        }
        meter.begin();
        progress.begin("Reading", toRead.size());
        new Pool(workers, results, packing, options, meter).read(toRead, progress);
        meter.end("reading", toRead, 0);
        progress.end();
        for (Entry e : toRead) {
            String of = e.key();
            results.findDigest(of).ifPresent(d -> known.put(of, d));
        }
        String key = key(entries, known);
        Optional<Summary> complete = findComplete(key);
        if (complete.isPresent()) {
            return complete.get();
        }
        dropped = dropped(entries);
        store.removeNote(COMPLETE);
        store.commit();
        return assemble(entries, files, runFacts);
    }

    /** Only a dataset that came to its end is counted. */
    private long dropped(List<Entry> entries) throws OutputException {
        Set<String> now = Set.copyOf(digests(entries));
        return complete().stream()
                .flatMap(c -> c.inputs().stream())
                .filter(input -> !now.contains(input))
                .count();
    }

    private Optional<Complete> complete() throws OutputException {
        try {
            return store.findNote(COMPLETE).map(note -> formats.json().read(note, Complete.class));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<String> digests(List<Entry> entries) {
        return entries.stream().flatMap(e -> e.sha256().stream()).distinct().toList();
    }

    private boolean isWanted(String sha256, Map<String, String> known) {
        if (known.containsKey(sha256)) {
            return false;
        }
        try {
            Optional<String> digest = results.findDigest(sha256);
            digest.ifPresent(d -> known.put(sha256, d));
            return digest.isEmpty();
        } catch (OutputException e) {
            return true;
        }
    }

    private Summary assemble(List<Entry> entries, List<Entry> files, RunFacts runFacts) throws IOException {
        Tally tally = new Tally();
        Map<String, LedgerRow> rowOf = new HashMap<>();
        List<Entry> byId = files.stream()
                .sorted(Comparator.comparing(e -> e.sha256().orElseThrow()))
                .toList();
        Map<String, Long> sizes;
        Filings filings = filings(byId);
        meter.begin();
        progress.begin("Writing", byId.size());
        try (DatasetWriter writer = new DatasetWriter(output, formats.csv(), formats.json(), profiles)) {
            for (Entry e : byId) {
                rowOf.put(e.sha256().orElseThrow(), settle(e, filings, writer, tally));
                progress.step();
            }
            for (LedgerRow row : new LedgerRows(entries, rowOf::get).all()) {
                writer.ledger(row);
                tally.count(row);
            }
            sizes = writer.finish();
        }
        progress.end();
        Summary summary = tally.summary();
        meter.end(
                "writing",
                files,
                summary.cells().values().stream().mapToLong(n -> n).sum());
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        formats.json().pretty(runFacts.facts(summary, meter.metrics()), run);
        output.write("run.json", "run.json", run.toByteArray());
        output.forceFolder("");
        // results of this run may have been read again since the key was made: make it once more
        writeComplete(entries, summary, sizes);
        return summary;
    }

    /** Who reports in each input, and what checks between reports need; the inputs are read once more for it. */
    private Filings filings(List<Entry> byId) throws IOException {
        Filings filings = new Filings(profiles, comparing.roster());
        progress.begin("Comparing", byId.size());
        for (Entry e : byId) {
            Outcome outcome = results.get(e.key());
            if (outcome.extracted().isPresent()) {
                Report report = replay.on(e.reportId(), outcome.extracted().get())
                        .checked()
                        .report();
                filings.add(comparing.filer().file(e.reportId(), e.name(), report), report);
            }
            progress.step();
        }
        progress.end();
        return filings;
    }

    /** Writes the report of one input, if there is one; gives its ledger row. */
    private LedgerRow settle(Entry e, Filings filings, DatasetWriter writer, Tally tally) throws IOException {
        Outcome outcome = results.get(e.key());
        if (outcome.extracted().isEmpty()) {
            return LedgerRows.refused(e, outcome.reason().orElseThrow(), outcome.detail());
        }
        String reportId = e.reportId();
        Extracted read = replay.on(reportId, outcome.extracted().get());
        Extracted extracted = new Extracted(read.format(), read.checked().with(filings.checks(reportId)));
        Filed filed = new Filed(filings.get(reportId), filings.edition(reportId));
        List<String> flags = new ArrayList<>(e.flags());
        TypeMismatch.find(e.name(), read.format()).ifPresent(m -> flags.add(TypeMismatch.CODE));
        writer.report(reportId, e.name(), e.sha256().orElseThrow(), flags, filed, extracted);
        tally.count(e.name(), extracted.checked());
        return LedgerRows.imported(e, extracted);
    }

    /** A digest of all the dataset is made from. */
    private String key(List<Entry> entries, Map<String, String> known) {
        StringBuilder all = new StringBuilder(options.settings());
        all.append(comparing.roster().membersOf()).append(replay.identity());
        for (Entry e : entries) {
            all.append('\n')
                    .append(String.join(
                            "\t",
                            e.path(),
                            e.pathRaw(),
                            e.member(),
                            e.sha256().orElse(""),
                            Long.toString(e.bytes()),
                            e.kind().name(),
                            e.problem().map(Enum::name).orElse(""),
                            e.detail(),
                            e.sha256().isPresent() ? known.getOrDefault(e.key(), "") : ""));
        }
        return Input.of("", all.toString().getBytes(StandardCharsets.UTF_8)).sha256();
    }

    /**
     * What a run that came to its end left behind.
     *
     * @param key of what the dataset was made from
     * @param summary its summary
     * @param sizes its files
     * @param inputs digests of its inputs
     */
    record Complete(String key, Summary summary, Map<String, Long> sizes, List<String> inputs) {}

    private void writeComplete(List<Entry> entries, Summary summary, Map<String, Long> sizes) throws IOException {
        Map<String, String> known = new HashMap<>();
        entries.stream().filter(e -> e.kind() == Entry.Kind.FILE).forEach(e -> isWanted(e.key(), known));
        Complete complete = new Complete(key(entries, known), summary, sizes, digests(entries));
        store.putNote(COMPLETE, formats.json().line(complete));
        store.commit();
    }

    /** The summary of the dataset in place, when it was made from just this and all its files are there. */
    private Optional<Summary> findComplete(String key) throws OutputException {
        Optional<Complete> complete = complete().filter(c -> c.key().equals(key));
        return complete.filter(c -> isInPlace(c.sizes())).map(Complete::summary);
    }

    private boolean isInPlace(Map<String, Long> sizes) {
        try {
            boolean whole = Files.isRegularFile(output.root().resolve("corrections.csv"))
                    && Files.isRegularFile(output.root().resolve("run.json"));
            for (Map.Entry<String, Long> e : sizes.entrySet()) {
                whole = whole && Files.size(output.root().resolve(e.getKey())) == e.getValue();
            }
            return whole;
        } catch (IOException e) {
            return false;
        }
    }
}
