package gouji.spark;

import gouji.Engine;
import gouji.Ocr;
import gouji.Recognition;
import gouji.run.UsageException;
import gouji.run.spark.Places;
import gouji.run.spark.SparkRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The import as a Spark job; see docs/spark.md. */
@Command(
        name = "gouji-spark",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Reads reports and writes one checked dataset as Parquet, on a Spark cluster.",
        exitCodeOnExecutionException = 3,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:complete, every input accounted for in OUT/ledger",
            "2:the call is wrong; nothing was written",
            "3:the job could not go on; OUT/ledger is missing; the same command goes on"
        })
public final class SparkImport implements Callable<Integer> {
    private static final int LEAST_MEMORY_MB = 64;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(names = "--in", paramLabel = "PATH", required = true, description = "Folder or file, on any file system.")
    private String in;

    @Option(names = "--out", paramLabel = "PATH", required = true, description = "Folder of the dataset.")
    private String out;

    @Option(names = "--overwrite", description = "Replace whatever is in the output folder, and read all inputs again.")
    private boolean overwrite;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "0",
            description = "Parts that the work is cut into. Default: one for 200 inputs.")
    private int partitions;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "A report family of your own, a file of the driver.")
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
            description = "Descriptor of a PP-OCR recogniser of your own (docs/engines.md), a file of the driver.")
    private Path ocrModel;

    @Option(
            names = "--members",
            paramLabel = "FILE",
            description = {
                "CSV with the columns parent and member, a file of the driver: which bodies a region's figures are the sum"
                        + " of."
            })
    private Path members;

    @Option(
            names = "--corrections",
            paramLabel = "PATH",
            description = "Log of decisions of people. Default: OUT/corrections.csv, where there is one.")
    private String corrections;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "Longest time for one input. Default: ${DEFAULT-VALUE}.")
    private int timeout;

    @Option(
            names = "--page-timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Longest time of recognition for one page. Default: ${DEFAULT-VALUE}.")
    private int pageTimeout;

    @Option(
            names = "--max-pages",
            paramLabel = "N",
            defaultValue = "500",
            description = "Longest document to read. Default: ${DEFAULT-VALUE}.")
    private int maxPages;

    @Option(
            names = "--max-memory",
            paramLabel = "MB",
            defaultValue = "512",
            description =
                    "Heap of the process that reads for a task, outside of the executor. Default: ${DEFAULT-VALUE}.")
    private int maxMemory;

    public static void main(String[] arguments) {
        int status = new CommandLine(new SparkImport()).execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Tools tools = tools();
            tools.engine();
            try (SparkSession spark = SparkSession.builder().appName("gouji").getOrCreate()) {
                return run(spark, tools);
            }
        } catch (UsageException | IllegalArgumentException e) {
            err.println("gouji-spark: " + e.getMessage());
            err.println("Nothing was written. See: --help");
            return 2;
        } catch (JobException e) {
            err.println("gouji-spark: the job could not go on: " + e.getMessage());
            err.println("What was read is kept; the same command goes on from there.");
            return 3;
        } catch (IOException e) {
            err.println("gouji-spark: stopped: " + e);
            return 3;
        }
    }

    /** A job ended before its end. */
    private static final class JobException extends Exception {
        private static final long serialVersionUID = 1;

        JobException(Exception cause) {
            super(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""), cause);
        }
    }

    private int run(SparkSession spark, Tools tools) throws UsageException, JobException, IOException {
        Places places = new Places(spark);
        if (!places.exists(in)) {
            throw new UsageException("--in: nothing at " + in);
        }
        if (!overwrite && !places.isOurs(out)) {
            throw new UsageException(
                    "--out: " + out + " holds something that no job of this kind wrote; --overwrite replaces it");
        }
        if (places.isWithin(out, in)) {
            throw new UsageException("--out: expected a folder outside of --in, found " + out);
        }
        SparkRun.Done done = done(spark, tools.withCorrections(places.corrections(corrections, out)), places);
        PrintWriter print = spec.commandLine().getOut();
        print.println("inputs: " + done.status());
        print.println("read just now: " + done.read());
        if (done.unfit() > 0) {
            print.println("figures that fit no DECIMAL(38, 10) and are left empty: " + done.unfit());
        }
        print.flush();
        return 0;
    }

    private SparkRun.Done done(SparkSession spark, Tools tools, Places places) throws JobException, IOException {
        if (overwrite) {
            places.forget(out);
        }
        try {
            return new SparkRun(spark, tools, partitions).run(in, out);
        } catch (RuntimeException e) {
            throw new JobException(e);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new JobException(e); // Spark's own are checked, but not declared
        }
    }

    private Tools tools() throws UsageException, IOException {
        atLeast("--partitions", 0, partitions);
        atLeast("--timeout", 1, timeout);
        atLeast("--page-timeout", 1, pageTimeout);
        atLeast("--max-pages", 1, maxPages);
        atLeast("--max-memory", LEAST_MEMORY_MB, maxMemory);
        return new Tools(
                new Tools.Texts(profileText(), model(), roster(), ""),
                new Tools.Settings(ocr, timeout, pageTimeout, maxPages, maxMemory));
    }

    private String profileText() throws UsageException {
        try {
            return profile == null ? "" : Files.readString(profile);
        } catch (IOException e) {
            throw new UsageException("--profile " + profile + ": cannot be read; expected a profile (YAML)");
        }
    }

    private Tools.Model model() throws UsageException, IOException {
        if (ocrModel == null) {
            return Tools.Model.BUILT_IN;
        }
        if (ocr != Ocr.ppocr) {
            throw new UsageException("--ocr-model: only --ocr ppocr takes one, found --ocr " + ocr);
        }
        return Tools.Model.of(Recognition.model(ocrModel).orElseThrow());
    }

    private HashMap<String, ArrayList<String>> roster() throws UsageException {
        HashMap<String, ArrayList<String>> all = new HashMap<>();
        if (members != null) {
            Engine.roster(members).membersOf().forEach((region, list) -> all.put(region, new ArrayList<>(list)));
        }
        return all;
    }

    private static void atLeast(String option, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException(option + ": expected at least " + least + ", found " + value);
        }
    }
}
