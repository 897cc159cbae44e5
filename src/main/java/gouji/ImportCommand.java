package gouji;

import gouji.body.csv.RegistryFiles;
import gouji.dataset.OutputException;
import gouji.dataset.OutputFolder;
import gouji.dataset.csv.CommonsCsv;
import gouji.dataset.json.JacksonJson;
import gouji.document.ocr.onnx.ModelFile;
import gouji.panel.Filer;
import gouji.panel.Roster;
import gouji.run.BusyException;
import gouji.run.CannotGoOnException;
import gouji.run.Comparing;
import gouji.run.Formats;
import gouji.run.Metrics;
import gouji.run.Options;
import gouji.run.Progress;
import gouji.run.Runner;
import gouji.run.Summary;
import gouji.run.UsageException;
import gouji.run.Workers;
import gouji.run.sqlite.SqliteStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gouji import}: reports in, a dataset out. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = Product.class,
        sortOptions = false,
        description = {
            "Reads reports and writes one checked dataset.",
            "Every input is accounted for in DIR/ledger.csv. Inputs are only read, never changed. The same command"
                    + " resumes a run that was stopped, and leaves a complete dataset as it is.",
            "The dataset is of the inputs of the call: what an earlier call put into DIR and this one does not name is"
                    + " no longer in it. Name all of them to add some; those already read are not read again."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:complete, every input accounted for (quarantined ones included)",
            "1:with --strict: complete, and at least one input was quarantined",
            "2:the call or the configuration is wrong; nothing was written",
            "3:the run could not go on (disk full, output not writable); the same command resumes",
            "75:another run is writing to this output"
        })
final class ImportCommand implements Callable<Integer> {
    private static final int LEAST_MEMORY_MB = 64;

    private final Engine.Factory engines;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description = "Files, folders (with all folders inside them) and archives (ZIP, TAR, 7z, gzip, bzip2, xz).")
    private List<String> inputs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder of the dataset; made if missing.")
    private Path out;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Inputs read at a time. Default: the number of processors.")
    private Integer jobs;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "Longest time for one input. Default: ${DEFAULT-VALUE}.")
    private int timeout;

    @Option(
            names = "--max-memory",
            paramLabel = "MB",
            defaultValue = "512",
            description = "Memory (heap) of each process that reads inputs. Default: ${DEFAULT-VALUE}.")
    private int maxMemory;

    @Option(
            names = "--max-pages",
            paramLabel = "N",
            defaultValue = "500",
            description = "Longest document to read. Default: ${DEFAULT-VALUE}.")
    private int maxPages;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "A report family of your own instead of the built-in ones.")
    private Path profile;

    @Option(
            names = "--ocr",
            paramLabel = "ENGINE",
            defaultValue = "ppocr",
            description = "What reads scans and pictures: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Ocr ocr;

    @Option(
            names = "--ocr-model",
            paramLabel = "FILE",
            description =
                    "Descriptor of a PP-OCR recogniser of your own (docs/engines.md) instead of the built-in one.")
    private Path ocrModel;

    @Option(
            names = "--page-timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Longest time the engine may take for one page; the page is lost then, the others are kept."
                    + " Default: ${DEFAULT-VALUE}.")
    private int pageTimeout;

    @Option(
            names = "--members",
            paramLabel = "FILE",
            description = {
                "CSV with the columns parent and member: which bodies a region's figures are the sum of. A body is named"
                        + " by its key (column body of reports.csv) or as it prints its name."
            })
    private Path members;

    @Option(names = "--strict", description = "Exit with 1 when an input was quarantined.")
    private boolean strict;

    @Option(names = "--json", description = "Print the summary as one JSON object.")
    private boolean json;

    @Option(names = "--quiet", description = "Print nothing but errors.")
    private boolean quiet;

    private boolean isolated;
    private Progress watcher = Progress.SILENT;

    ImportCommand(Engine.Factory engines) {
        this.engines = engines;
    }

    /** An import within a process that goes on: all is read in other processes, and the watcher is told how far it is. */
    static ImportCommand watched(Engine.Factory engines, Progress watcher) {
        ImportCommand command = new ImportCommand(engines);
        command.watcher = watcher;
        command.isolated = true;
        return command;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Summary summary = runEvenIfMemoryFails();
            report(summary);
            return strict && summary.of("quarantined") > 0 ? Gouji.QUARANTINED : Gouji.OK;
        } catch (UsageException e) {
            err.println("gouji: " + e.getMessage());
            err.println("Nothing was written. See: gouji help import");
            return Gouji.USAGE;
        } catch (BusyException e) {
            err.println("gouji: " + e.getMessage());
            return Gouji.BUSY;
        } catch (OutputException e) {
            err.println("gouji: " + e.getMessage());
            err.println("What was finished is kept; make room or give another --out, and run the same command again.");
            return Gouji.STOPPED;
        } catch (CannotGoOnException e) {
            err.println("gouji: " + e.getMessage());
            err.println("What was finished is kept; the same command goes on from there.");
            return Gouji.STOPPED;
        } catch (IOException e) {
            err.println("gouji: stopped: " + e);
            return Gouji.STOPPED;
        }
    }

    /** Where an input read in this process takes its memory, all is read in others; what was finished is kept. */
    private Summary runEvenIfMemoryFails() throws UsageException, BusyException, IOException {
        try {
            return run();
        } catch (OutOfMemoryError e) {
            if (isolated) {
                throw e;
            }
            isolated = true;
            return run();
        }
    }

    private Summary run() throws UsageException, BusyException, IOException {
        atLeastOne("--jobs", jobs == null ? 1 : jobs);
        atLeastOne("--timeout", timeout);
        atLeastOne("--page-timeout", pageTimeout);
        atLeastOne("--max-pages", maxPages);
        if (maxMemory < LEAST_MEMORY_MB) {
            throw new UsageException(
                    "--max-memory: expected at least " + LEAST_MEMORY_MB + " (MB), found " + maxMemory);
        }
        if (out.toString().isBlank()) {
            throw new UsageException("--out: expected the name of a folder, found an empty one");
        }
        List<Path> paths = new ArrayList<>();
        for (String input : inputs) {
            paths.add(InputArgument.path(input));
        }
        boolean silent = quiet || json || System.console() == null;
        try (TerminalProgress bar = new TerminalProgress(silent)) {
            return run(paths, bar, silent ? watcher : bar);
        }
    }

    private Summary run(List<Path> paths, TerminalProgress bar, Progress progress)
            throws UsageException, BusyException, IOException {
        Recognition recognition = new Recognition(ocr, model(), Duration.ofSeconds(pageTimeout), bar::page);
        Engine engine = engines.make(Optional.ofNullable(profile), maxPages, recognition);
        int atATime = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
        Options options = new Options(
                atATime,
                Duration.ofSeconds(timeout),
                maxMemory,
                "gouji=" + Product.build() + " profiles=" + engine.identity().replaceAll("\\s", "_") + " max-pages="
                        + maxPages);
        Roster roster = members == null ? Roster.EMPTY : Wiring.roster(members);
        Instant begun = Instant.now();
        Runner runner = new Runner(
                new OutputFolder(out.toAbsolutePath().normalize()),
                new Formats(new CommonsCsv(), new JacksonJson(), SqliteStore::open),
                engine.profiles(),
                workers(engine, bar),
                new Comparing(new Filer(engine.profiles(), RegistryFiles::builtIn), roster),
                options,
                progress);
        Summary summary = runner.run(paths, (s, metrics) -> runFacts(begun, options, s, metrics));
        runner.damagedState()
                .ifPresent(file -> spec.commandLine()
                        .getErr()
                        .println("gouji: the database of earlier runs was damaged; it was put aside as " + file
                                + ", and all inputs were read again."));
        if (runner.dropped() > 0 && !quiet) {
            spec.commandLine()
                    .getErr()
                    .println("gouji: inputs of the last call that were not named this time and are no longer in the"
                            + " dataset: " + runner.dropped() + "; name all of them to keep them.");
        }
        return summary;
    }

    private Workers workers(Engine engine, TerminalProgress bar) {
        if (engine.worker().isEmpty()) {
            return Workers.inThreads(engine.extractor().get());
        }
        Workers processes = Workers.inProcesses(engine.worker().get(), bar::page);
        return isolated ? processes : Workers.cautious(engine.extractor(), processes);
    }

    private Optional<ModelFile> model() throws UsageException {
        if (ocrModel == null) {
            return Optional.empty();
        }
        if (ocr != Ocr.ppocr) {
            throw new UsageException("--ocr-model: only --ocr ppocr takes one, found --ocr " + ocr);
        }
        return Recognition.model(ocrModel);
    }

    private static void atLeastOne(String option, int value) throws UsageException {
        if (value < 1) {
            throw new UsageException(option + ": expected a whole number of at least 1, found " + value);
        }
    }

    private void report(Summary summary) throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        if (json) {
            print.println(new String(
                    new JacksonJson().line(SummaryText.facts(summary, out)), java.nio.charset.StandardCharsets.UTF_8));
        } else if (!quiet) {
            SummaryText.lines(summary, out).forEach(print::println);
        }
        print.flush();
    }

    private Map<String, Object> runFacts(Instant begun, Options options, Summary summary, Metrics metrics) {
        Map<String, Object> machine = new LinkedHashMap<>();
        for (String p : List.of("os.name", "os.version", "os.arch", "java.vendor", "java.version")) {
            machine.put(p, System.getProperty(p));
        }
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("max_heap_bytes", Runtime.getRuntime().maxMemory());
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("inputs", inputs);
        call.put("out", out.toString());
        call.put("jobs", options.jobs());
        call.put("timeout_seconds", options.timeout().toSeconds());
        call.put("max_pages", maxPages);
        call.put("max_memory_mb", maxMemory);
        call.put("page_timeout_seconds", pageTimeout);
        call.put("ocr", ocr.name());
        call.put("ocr_model", ocrModel == null ? null : ocrModel.toString());
        call.put("strict", strict);
        call.put("profile", profile == null ? null : profile.toString());
        call.put("members", members == null ? null : members.toString());
        call.put("folder", Path.of("").toAbsolutePath().toString());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("gouji", Product.version());
        facts.put("settings", options.settings());
        facts.put("begun", begun.toString());
        facts.put("ended", Instant.now().toString());
        facts.put("stages", metrics.stages());
        facts.put("slowest", metrics.slowest());
        facts.put("options", call);
        facts.put("machine", machine);
        facts.put("summary", SummaryText.facts(summary, out));
        return facts;
    }
}
