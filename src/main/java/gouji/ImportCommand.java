package gouji;

import gouji.dataset.OutputException;
import gouji.run.BusyException;
import gouji.run.CannotGoOnException;
import gouji.run.Progress;
import gouji.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    private final Engine.Factory engines;
    private final Progress watcher;
    private final boolean isWatched;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private ImportArguments arguments;

    ImportCommand(Engine.Factory engines) {
        this(engines, Progress.SILENT, false);
    }

    private ImportCommand(Engine.Factory engines, Progress watcher, boolean isWatched) {
        this.engines = engines;
        this.watcher = watcher;
        this.isWatched = isWatched;
    }

    /** An import within a process that goes on: all is read in other processes, and the watcher is told how far it is. */
    static ImportCommand watched(Engine.Factory engines, Progress watcher) {
        return new ImportCommand(engines, watcher, true);
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            return runEvenIfMemoryFails();
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
            err.println("gouji: stopped: " + Faults.said(e));
            return Gouji.STOPPED;
        }
    }

    /** Where an input read in this process takes its memory, all is read in others; what was finished is kept. */
    private int runEvenIfMemoryFails() throws UsageException, BusyException, IOException {
        arguments.check();
        try {
            return run(isWatched);
        } catch (OutOfMemoryError e) {
            return run(true);
        }
    }

    private int run(boolean isolated) throws UsageException, BusyException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (ImportRun run = new ImportRun(arguments, engines, isolated, watcher, out, err)) {
            return arguments.watch ? run.watch() : run.once();
        }
    }
}
