package gouji;

import gouji.document.ocr.PageListener;
import gouji.document.ocr.onnx.ModelFile;
import gouji.run.Options;
import gouji.run.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code gouji import}. */
final class ImportArguments {
    private static final int LEAST_MEMORY_MB = 64;

    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description = "Files, folders (with all folders inside them) and archives (ZIP, TAR, 7z, gzip, bzip2, xz).")
    List<String> inputs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder of the dataset; made if missing.")
    Path out;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Inputs read at a time. Default: the number of processors.")
    Integer jobs;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "Longest time for one input. Default: ${DEFAULT-VALUE}.")
    int timeout;

    @Option(
            names = "--max-memory",
            paramLabel = "MB",
            defaultValue = "512",
            description = "Memory (heap) of each process that reads inputs. Default: ${DEFAULT-VALUE}.")
    int maxMemory;

    @Option(
            names = "--max-pages",
            paramLabel = "N",
            defaultValue = "500",
            description = "Longest document to read. Default: ${DEFAULT-VALUE}.")
    int maxPages;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "A report family of your own instead of the built-in ones.")
    Path profile;

    @Option(
            names = "--ocr",
            paramLabel = "ENGINE",
            defaultValue = "ppocr",
            description = "What reads scans and pictures: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    Ocr ocr;

    @Option(
            names = "--ocr-model",
            paramLabel = "FILE",
            description =
                    "Descriptor of a PP-OCR recogniser of your own (docs/engines.md) instead of the built-in one.")
    Path ocrModel;

    @Option(
            names = "--page-timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Longest time the engine may take for one page; the page is lost then, the others are kept."
                    + " Default: ${DEFAULT-VALUE}.")
    int pageTimeout;

    @Option(
            names = "--members",
            paramLabel = "FILE",
            description = {
                "CSV with the columns parent and member: which bodies a region's figures are the sum of. A body is named"
                        + " by its key (column body of reports.csv) or as it prints its name."
            })
    Path members;

    @Option(names = "--strict", description = "Exit with 1 when an input was quarantined.")
    boolean strict;

    @Option(names = "--json", description = "Print the summary as one JSON object.")
    boolean json;

    @Option(names = "--quiet", description = "Print nothing but errors.")
    boolean quiet;

    @Option(
            names = "--watch",
            description = {
                "Goes on until Ctrl-C: imports again whenever files have come, changed or gone. A file is taken once it has"
                        + " not changed for --settle seconds and bears no name of a temporary file (.part, .crdownload, ~$…)."
            })
    boolean watch;

    @Option(
            names = "--settle",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "With --watch: how long a file must have been left alone. Default: ${DEFAULT-VALUE}.")
    int settle;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Adds what happens to FILE, a JSON object a line: run, stages, each input, each warning.")
    Path log;

    /** @throws UsageException when one of them is out of range, or two do not go together */
    void check() throws UsageException {
        atLeastOne("--jobs", jobs == null ? 1 : jobs);
        atLeastOne("--timeout", timeout);
        atLeastOne("--page-timeout", pageTimeout);
        atLeastOne("--max-pages", maxPages);
        atLeastOne("--settle", settle);
        if (maxMemory < LEAST_MEMORY_MB) {
            throw new UsageException(
                    "--max-memory: expected at least " + LEAST_MEMORY_MB + " (MB), found " + maxMemory);
        }
        if (out.toString().isBlank()) {
            throw new UsageException("--out: expected the name of a folder, found an empty one");
        }
        if (watch && strict) {
            throw new UsageException("--strict: expected no --watch, which does not end by itself");
        }
    }

    private static void atLeastOne(String option, int value) throws UsageException {
        if (value < 1) {
            throw new UsageException(option + ": expected a whole number of at least 1, found " + value);
        }
    }

    /**
     * The inputs as paths.
     *
     * @throws UsageException when one is no path, or holds the log, which would be an input of the next run
     */
    List<Path> paths() throws UsageException {
        List<Path> paths = new ArrayList<>();
        for (String input : inputs) {
            Path path = InputArgument.path(input);
            if (log != null && place(log).startsWith(place(path))) {
                throw new UsageException("--log: " + log + " lies inside the input " + input
                        + ", so that the next run would import it: give a file elsewhere");
            }
            paths.add(path);
        }
        return paths;
    }

    /** The real folder it lies in, and its name. */
    private static Path place(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return Files.exists(absolute)
                    ? absolute.toRealPath()
                    : absolute.getParent().toRealPath().resolve(absolute.getFileName());
        } catch (java.io.IOException e) {
            return absolute;
        }
    }

    Recognition recognition(PageListener pages) throws UsageException {
        return new Recognition(ocr, model(), Duration.ofSeconds(pageTimeout), pages);
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

    Options options(Engine engine) {
        return new Options(
                jobs == null ? Runtime.getRuntime().availableProcessors() : jobs,
                Duration.ofSeconds(timeout),
                maxMemory,
                engine.settings(maxPages));
    }

    /** The call, for run.json. */
    Map<String, Object> facts(Options options) {
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
        call.put("watch", watch);
        return call;
    }
}
