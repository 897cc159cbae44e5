package gouji.spark;

import gouji.Ocr;
import gouji.run.spark.SparkRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
            "3:the job could not go on; OUT/ledger is missing"
        })
public final class SparkImport implements Callable<Integer> {
    private static final int LEAST_MEMORY_MB = 64;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(names = "--in", paramLabel = "PATH", required = true, description = "Folder or file, on any file system.")
    private String in;

    @Option(names = "--out", paramLabel = "PATH", required = true, description = "Folder of the dataset.")
    private String out;

    @Option(names = "--overwrite", description = "Replace what is in the output folder.")
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
                return run(new SparkRun(spark, tools, partitions));
            }
        } catch (IllegalArgumentException e) {
            err.println("gouji-spark: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("gouji-spark: stopped: " + e);
            return 3;
        }
    }

    private int run(SparkRun run) throws IOException {
        if (!run.exists(in)) {
            throw new IllegalArgumentException("--in: nothing at " + in);
        }
        if (run.exists(out) && !overwrite) {
            throw new IllegalArgumentException("--out: " + out + " is there already; --overwrite replaces it");
        }
        if (run.isWithin(out, in)) {
            throw new IllegalArgumentException("--out: expected a folder outside of --in, found " + out);
        }
        SparkRun.Done done = run.run(in, out);
        PrintWriter print = spec.commandLine().getOut();
        print.println("inputs: " + done.status());
        if (done.unfit() > 0) {
            print.println("figures that fit no DECIMAL(38, 10) and are left empty: " + done.unfit());
        }
        print.flush();
        return 0;
    }

    private Tools tools() throws IOException {
        atLeast("--partitions", 0, partitions);
        atLeast("--timeout", 1, timeout);
        atLeast("--page-timeout", 1, pageTimeout);
        atLeast("--max-pages", 1, maxPages);
        atLeast("--max-memory", LEAST_MEMORY_MB, maxMemory);
        String text = profile == null ? "" : Files.readString(profile);
        return new Tools(text, new Tools.Settings(ocr, timeout, pageTimeout, maxPages, maxMemory));
    }

    private static void atLeast(String option, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException(option + ": expected at least " + least + ", found " + value);
        }
    }
}
