package gouji;

import gouji.body.csv.RegistryFiles;
import gouji.dataset.OutputFolder;
import gouji.dataset.PanelOrigin;
import gouji.dataset.csv.CommonsCsv;
import gouji.dataset.json.JacksonJson;
import gouji.panel.Filer;
import gouji.panel.Roster;
import gouji.run.BusyException;
import gouji.run.Comparing;
import gouji.run.Formats;
import gouji.run.Metrics;
import gouji.run.Options;
import gouji.run.Progress;
import gouji.run.Round;
import gouji.run.RunLog;
import gouji.run.Runner;
import gouji.run.Setup;
import gouji.run.Summary;
import gouji.run.UsageException;
import gouji.run.Watch;
import gouji.run.Workers;
import gouji.run.sqlite.SqliteStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.utils.Signals;

/** A call of {@code gouji import}: one import, or one after the other. */
final class ImportRun implements AutoCloseable {
    private final ImportArguments arguments;
    private final List<Path> paths;
    private final TerminalProgress bar;
    private final Options options;
    private final Optional<EventLog> log;
    private final Runner runner;
    private final PrintWriter print;
    private final PrintWriter err;
    private boolean isWritten;

    /**
     * @param isolated whether every input is read in another process
     * @param watcher told how far it is where the terminal is not
     * @param print for what came out
     * @param err for what is to be complained about
     */
    ImportRun(
            ImportArguments arguments,
            Engine.Factory engines,
            boolean isolated,
            Progress watcher,
            PrintWriter print,
            PrintWriter err)
            throws UsageException {
        this.arguments = arguments;
        this.print = print;
        this.err = err;
        this.paths = arguments.paths();
        boolean silent = arguments.quiet || arguments.json || System.console() == null;
        this.bar = new TerminalProgress(silent);
        Engine engine = engines.make(
                Optional.ofNullable(arguments.profile), arguments.maxPages, arguments.recognition(bar::page));
        Roster roster = arguments.members == null ? Roster.EMPTY : Wiring.roster(arguments.members);
        this.options = arguments.options(engine);
        OutputFolder output = new OutputFolder(arguments.out.toAbsolutePath().normalize());
        new Runner(setup(output, engine, isolated, roster, Progress.SILENT, RunLog.NONE)).check(paths);
        this.log = arguments.log == null ? Optional.empty() : Optional.of(EventLog.open(arguments.log));
        RunLog hearing = log.<RunLog>map(l -> l).orElse(RunLog.NONE);
        this.runner = new Runner(setup(output, engine, isolated, roster, silent ? watcher : bar, hearing));
    }

    private Setup setup(
            OutputFolder output, Engine engine, boolean isolated, Roster roster, Progress progress, RunLog hearing) {
        return new Setup(
                output,
                new Formats(new CommonsCsv(), new JacksonJson(), SqliteStore::open),
                engine.profiles(),
                workers(engine, isolated),
                new Comparing(new Filer(engine.profiles(), RegistryFiles::builtIn), roster),
                options,
                progress,
                hearing);
    }

    private Workers workers(Engine engine, boolean isolated) {
        if (engine.worker().isEmpty()) {
            return Workers.inThreads(engine.extractor().get());
        }
        Workers processes = Workers.inProcesses(engine.worker().get(), bar::page);
        return isolated ? processes : Workers.cautious(engine.extractor(), processes);
    }

    /** One import; its exit status. */
    int once() throws UsageException, BusyException, IOException {
        Summary summary = round(Round.of(paths));
        report(summary);
        noticeOldPanel();
        return arguments.strict && summary.of("quarantined") > 0 ? Gouji.QUARANTINED : Gouji.OK;
    }

    /** Files of gouji panel in the dataset's folder stay as they are, and are of the import before. */
    private void noticeOldPanel() throws IOException {
        Path panel = arguments.out.resolve("panel");
        if (!arguments.quiet && PanelOrigin.isStale(arguments.out, panel, new JacksonJson())) {
            err.println("gouji: " + panel + " is of an earlier import: run gouji panel " + arguments.out);
        }
    }

    /** Imports until Ctrl-C or a termination signal; its exit status. */
    int watch() throws UsageException, BusyException, IOException {
        Path corrections = arguments.out.toAbsolutePath().normalize().resolve("corrections.csv");
        Watch watch = new Watch(paths, List.of(corrections), Duration.ofSeconds(arguments.settle));
        for (String signal : List.of("INT", "TERM")) {
            Signals.register(signal, () -> {
                Signals.registerDefault(signal); // whoever asks twice need not wait
                watch.stop();
            });
        }
        if (!arguments.quiet && !arguments.json) {
            print.println("Watching " + String.join(" ", arguments.inputs) + "; Ctrl-C ends it.");
            print.flush();
        }
        watch.run(this::watched);
        return Gouji.OK;
    }

    private boolean watched(Round round, boolean isFirst) throws UsageException, BusyException, IOException {
        try {
            Summary summary = round(round);
            if (isFirst || isWritten) {
                report(summary);
            }
            return true;
        } catch (BusyException e) {
            if (isFirst) {
                throw e;
            }
            return false; // somebody else's import: the next look tries again
        }
    }

    private Summary round(Round round) throws UsageException, BusyException, IOException {
        Instant begun = Instant.now();
        isWritten = false;
        if (log.isPresent()) {
            log.get().begin(Map.of("gouji", Product.version(), "options", arguments.facts(options)));
        }
        String outcome = "stopped";
        Optional<Summary> summary = Optional.empty();
        try {
            summary = Optional.of(runner.run(round, (s, metrics) -> runFacts(begun, s, metrics)));
            outcome = isWritten ? "written" : "unchanged";
            warn();
            return summary.get();
        } catch (UsageException | BusyException | IOException | RuntimeException e) {
            outcome = String.valueOf(e.getMessage());
            throw e;
        } finally {
            end(outcome, begun, summary);
        }
    }

    private void end(String outcome, Instant begun, Optional<Summary> summary) throws IOException {
        if (log.isPresent()) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("outcome", outcome);
            facts.put("ms", Duration.between(begun, Instant.now()).toMillis());
            summary.ifPresent(s -> {
                Map<String, Object> figures = SummaryText.facts(s, arguments.out);
                figures.remove("first_failed"); // in the dataset
                facts.put("summary", figures);
            });
            log.get().end(facts);
        }
    }

    private void warn() throws IOException {
        if (runner.damagedState().isPresent()) {
            warn(
                    "STATE_DAMAGED",
                    "the database of earlier runs was damaged; it was put aside as "
                            + runner.damagedState().get() + ", and all inputs were read again.");
        }
        if (runner.dropped() > 0 && !arguments.quiet && !arguments.watch) {
            warn(
                    "INPUTS_DROPPED",
                    "inputs of the last call that were not named this time and are no longer in the dataset: "
                            + runner.dropped() + "; name all of them to keep them.");
        }
    }

    private void warn(String code, String message) throws IOException {
        err.println("gouji: " + message);
        if (log.isPresent()) {
            log.get().warning(code, "", message);
        }
    }

    private void report(Summary summary) {
        if (arguments.json) {
            byte[] line = new JacksonJson().line(SummaryText.facts(summary, arguments.out));
            print.println(new String(line, StandardCharsets.UTF_8));
        } else if (!arguments.quiet) {
            SummaryText.lines(summary, arguments.out).forEach(print::println);
        }
        print.flush();
    }

    private Map<String, Object> runFacts(Instant begun, Summary summary, Metrics metrics) {
        isWritten = true;
        Map<String, Object> machine = new LinkedHashMap<>();
        for (String p : List.of("os.name", "os.version", "os.arch", "java.vendor", "java.version")) {
            machine.put(p, System.getProperty(p));
        }
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("max_heap_bytes", Runtime.getRuntime().maxMemory());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("gouji", Product.version());
        facts.put("settings", options.settings());
        facts.put("begun", begun.toString());
        facts.put("ended", Instant.now().toString());
        facts.put("stages", metrics.stages());
        facts.put("slowest", metrics.slowest());
        facts.put("options", arguments.facts(options));
        facts.put("machine", machine);
        facts.put("summary", SummaryText.facts(summary, arguments.out));
        return facts;
    }

    @Override
    public void close() {
        bar.close();
        log.ifPresent(EventLog::close);
    }
}
