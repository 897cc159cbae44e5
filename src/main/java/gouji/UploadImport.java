package gouji;

import gouji.dataset.json.JacksonJson;
import gouji.review.Importer;
import gouji.run.Progress;
import gouji.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/**
 * The call of {@code gouji import} that made the dataset, as its run.json has it, made again with one more input: the folder
 * of the uploads. A dataset is of the inputs of one call, so all of them must still be where they were.
 */
final class UploadImport implements Importer {
    private static final Map<String, String> OPTIONS = new LinkedHashMap<>();
    private static final int TRIES = 6;
    private static final long PAUSE_MS = 5_000;
    private static final long KNOWN_FOR_MS = 3_000;

    static {
        OPTIONS.put("jobs", "--jobs");
        OPTIONS.put("timeout_seconds", "--timeout");
        OPTIONS.put("max_memory_mb", "--max-memory");
        OPTIONS.put("max_pages", "--max-pages");
        OPTIONS.put("page_timeout_seconds", "--page-timeout");
        OPTIONS.put("ocr", "--ocr");
        OPTIONS.put("ocr_model", "--ocr-model");
        OPTIONS.put("profile", "--profile");
        OPTIONS.put("members", "--members");
    }

    private static final List<String> FILES = List.of("--ocr-model", "--profile", "--members");

    private final Path root;
    private final Engine.Factory engines;
    private final JacksonJson json = new JacksonJson();
    private long asked;
    private Optional<String> hindrance = Optional.empty();

    UploadImport(Path root, Engine.Factory engines) {
        this.root = root;
        this.engines = engines;
    }

    @Override
    public synchronized Optional<String> findHindrance() {
        long now = System.nanoTime() / 1_000_000;
        if (asked == 0 || now - asked > KNOWN_FOR_MS) {
            hindrance = look();
            asked = now;
        }
        return hindrance;
    }

    private Optional<String> look() {
        try {
            for (Path input : inputs(call())) {
                if (!Files.exists(input, LinkOption.NOFOLLOW_LINKS)) {
                    return Optional.of("Nothing can be added here: this dataset was made of " + input
                            + ", which is not there now. Put it back, or import all again with gouji import.");
                }
            }
            return Optional.empty();
        } catch (IOException | UsageException | IllegalArgumentException | ClassCastException e) {
            return Optional.of("Nothing can be added here: the dataset's run.json does not tell what it was made of."
                    + " Import again with gouji import.");
        }
    }

    private Map<?, ?> call() throws IOException {
        Map<?, ?> run = json.read(Files.readAllBytes(root.resolve("run.json")), Map.class);
        if (run.get("options") instanceof Map<?, ?> call && call.get("inputs") instanceof List<?>) {
            return call;
        }
        throw new IOException("run.json has no call");
    }

    private static Path absolute(Map<?, ?> call, String name) throws UsageException {
        Path folder = call.get("folder") instanceof String f ? Path.of(f) : Path.of("");
        return InputArgument.path(folder.resolve(name).toAbsolutePath().toString());
    }

    private static List<Path> inputs(Map<?, ?> call) throws UsageException {
        List<Path> inputs = new ArrayList<>();
        for (Object input : (List<?>) call.get("inputs")) {
            inputs.add(absolute(call, (String) input));
        }
        return inputs;
    }

    private List<String> arguments(Path folder) throws IOException, UsageException {
        Map<?, ?> call = call();
        List<String> arguments = new ArrayList<>(List.of("import", "--out", root.toString(), "--quiet"));
        for (Map.Entry<String, String> option : OPTIONS.entrySet()) {
            Object value = call.get(option.getKey());
            if (value != null) {
                String text = value.toString();
                boolean file = FILES.contains(option.getValue());
                arguments.add(option.getValue() + "=" + (file ? absolute(call, text) : text));
            }
        }
        arguments.add("--");
        List<Path> inputs = inputs(call);
        inputs.remove(folder);
        inputs.add(folder);
        inputs.forEach(i -> arguments.add(i.toString()));
        return arguments;
    }

    @Override
    public Optional<String> run(Path folder, Watcher watcher) throws InterruptedException {
        StringWriter said = new StringWriter();
        int status = Gouji.BUSY;
        for (int i = 0; i < TRIES && status == Gouji.BUSY; i++) {
            if (i > 0) {
                Thread.sleep(PAUSE_MS);
            }
            said.getBuffer().setLength(0);
            try {
                status = execute(arguments(folder), watcher, new PrintWriter(said, true));
            } catch (IOException | UsageException | RuntimeException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }
        return status == Gouji.OK
                ? Optional.empty()
                : Optional.of(said.toString().strip());
    }

    private int execute(List<String> arguments, Watcher watcher, PrintWriter said) {
        Progress progress = new Progress() {
            @Override
            public void begin(String what, long total) {
                watcher.begin(what, total);
            }

            @Override
            public void step() {
                watcher.step();
            }
        };
        CommandLine command = Gouji.importOnly(ImportCommand.watched(engines, progress));
        command.setOut(said);
        command.setErr(said);
        return command.execute(arguments.toArray(String[]::new));
    }
}
