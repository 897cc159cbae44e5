package gouji.run;

import gouji.dataset.OutputException;
import gouji.dataset.OutputFolder;
import gouji.source.Entry;
import gouji.source.Limits;
import gouji.source.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Imports: looks for the inputs, reads those not yet known, puts the dataset together.
 *
 * <p>The same inputs give the same files, whatever was there before, how many were read at a time, and where the last
 * run was stopped; a dataset that is complete is left as it is.
 */
public final class Runner {
    private static final String STATE = "state.db";

    private final Setup setup;
    private final OutputFolder output;
    private final Progress progress;
    private final Packing packing;
    private Meter meter = new Meter();
    private long dropped;
    private Optional<Path> damaged = Optional.empty();

    public Runner(Setup setup) {
        this.setup = setup;
        this.output = setup.output();
        this.progress = setup.progress();
        this.packing = new Packing(setup.formats().json());
    }

    /** @throws UsageException when a run with these arguments could not be made */
    public void check(List<Path> arguments) throws UsageException {
        Arguments.check(arguments, output.root());
    }

    /**
     * Runs.
     *
     * @param runFacts what goes into run.json besides the times; asked only when anything was written
     * @throws UsageException when an argument is not there, or the output lies inside one; nothing was written
     * @throws BusyException when another run holds the output
     * @throws OutputException when the output cannot be written; what was finished is kept
     * @throws StoppedException when the round was to stop; what was finished is kept, the dataset is as it was
     */
    public Summary run(Round round, RunFacts runFacts) throws UsageException, BusyException, IOException {
        check(round.arguments());
        output.prepare();
        try (Lock lock = Lock.of(output)) {
            output.clearTemporary();
            try {
                return withStore(round, runFacts);
            } catch (DamagedStoreException e) {
                damaged = Optional.of(setAside());
                return withStore(round, runFacts);
            } finally {
                output.clearTemporary();
            }
        }
    }

    /** Where the database of earlier runs was put when {@link #run} found it damaged; all inputs were read again. */
    public Optional<Path> damagedState() {
        return damaged;
    }

    /**
     * How many inputs of the dataset that was there before {@link #run} were not named this time, and so are no longer in
     * it.
     */
    public long dropped() {
        return dropped;
    }

    private Summary withStore(Round round, RunFacts runFacts) throws UsageException, IOException {
        try (Store store = setup.formats().stores().open(output.work().resolve(STATE))) {
            meter = new Meter();
            dropped = 0;
            return locked(round, store, runFacts);
        } finally {
            progress.end();
        }
    }

    /** Moves a damaged database out of the way, and with it its log. */
    private Path setAside() throws OutputException {
        Path place = output.work().resolve("damaged-" + STATE);
        try {
            Files.deleteIfExists(output.work().resolve(STATE + "-wal"));
            Files.deleteIfExists(output.work().resolve(STATE + "-shm"));
            Files.move(output.work().resolve(STATE), place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new OutputException(place, e);
        }
        return place;
    }

    private Summary locked(Round round, Store store, RunFacts runFacts) throws UsageException, IOException {
        Replay replay = Replay.of(output.root(), setup.formats().csv(), setup.profiles());
        Results results = new Results(store, packing, setup.options());
        Known known = new Known(results);
        List<Entry> entries = look(round, known);
        read(entries, round, results, known);
        String settings =
                setup.options().settings() + setup.comparing().roster().membersOf() + replay.identity();
        Completion completion = new Completion(store, setup);
        Optional<Summary> complete = completion.find(known.digest(settings, entries));
        if (complete.isPresent()) {
            return complete.get();
        }
        round.goOn();
        dropped = completion.dropped(entries);
        completion.forget();
        Cards cards = new Cards(store, setup.formats().json());
        Assembly assembly = new Assembly(setup, new Assembly.Kept(results, known, cards), replay, meter);
        Map<String, Long> sizes = assembly.write(entries);
        writeRunJson(runFacts.facts(assembly.summary(), meter.metrics()));
        completion.keep(known.digest(settings, entries), assembly.summary(), sizes, entries);
        return assembly.summary();
    }

    private List<Entry> look(Round round, Known known) throws IOException {
        meter.begin();
        progress.begin("Looking", -1);
        Runnable counted = () -> {
            round.goOn();
            progress.step();
        };
        List<Entry> entries = new Sources(Limits.STANDARD, output.staging(), known::isWanted, counted)
                .find(round.arguments(), round.taken());
        setup.log().stage(meter.end("looking", entries, 0));
        progress.end();
        return entries;
    }

    private void read(List<Entry> entries, Round round, Results results, Known known) throws IOException {
        List<Entry> toRead = new ArrayList<>();
        for (Entry e : entries) {
            if (e.kind() == Entry.Kind.FILE && known.isWanted(e.key())) {
                toRead.add(e);
            }
        }
        meter.begin();
        progress.begin("Reading", toRead.size());
        new Pool(setup, results, packing, meter).read(toRead, round, progress);
        setup.log().stage(meter.end("reading", toRead, meter.cellsRead()));
        progress.end();
        toRead.forEach(e -> known.isWanted(e.key()));
    }

    private void writeRunJson(Map<String, Object> facts) throws IOException {
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        setup.formats().json().pretty(facts, run);
        output.write("run.json", "run.json", run.toByteArray());
        output.forceFolder("");
    }
}
