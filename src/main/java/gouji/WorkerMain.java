package gouji;

import gouji.dataset.json.JacksonJson;
import gouji.document.ocr.onnx.ModelFile;
import gouji.run.UsageException;
import gouji.run.WorkerCommand;
import gouji.run.WorkerService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A worker process of an import. Arguments: its temporary folder, the profile file or {@code -}, longest document,
 * recognition engine, seconds for a page; then, of a model of one's own, model file, its digest, dictionary and height.
 */
final class WorkerMain {
    private static final String NONE = "-";
    /** An archive of loaded classes that this process was started with, if any; see the script {@code gouji}. */
    private static final String ARCHIVE = "gouji.archive";

    private WorkerMain() {}

    static WorkerCommand command(Optional<Path> profile, int maxPages, Recognition recognition) {
        List<String> arguments = new ArrayList<>(List.of(
                profile.map(p -> p.toAbsolutePath().toString()).orElse(NONE),
                Integer.toString(maxPages),
                recognition.engine().name(),
                Long.toString(recognition.pageLimit().toSeconds())));
        recognition
                .model()
                .ifPresent(m -> arguments.addAll(List.of(
                        m.model().toAbsolutePath().toString(),
                        m.sha256(),
                        m.dictionary().toAbsolutePath().toString(),
                        Integer.toString(m.height()))));
        return new WorkerCommand(WorkerMain.class.getName(), options(), arguments);
    }

    private static List<String> options() {
        List<String> options = new ArrayList<>(List.of("-XX:-OmitStackTraceInFastThrow", "-Xlog:disable"));
        String archive = System.getProperty(ARCHIVE, "");
        if (!archive.isEmpty()) {
            options.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto"));
        }
        return options;
    }

    public static void main(String[] arguments) {
        WorkerService.serve(Path.of(arguments[0]), new JacksonJson(), pages -> {
            Recognition recognition = new Recognition(
                    Ocr.valueOf(arguments[3]),
                    model(arguments),
                    Duration.ofSeconds(Long.parseLong(arguments[4])),
                    pages::page);
            try {
                return Wiring.engine(profile(arguments[1]), Integer.parseInt(arguments[2]), recognition)
                        .extractor()
                        .get();
            } catch (UsageException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        });
    }

    private static Optional<Path> profile(String name) {
        return name.equals(NONE) ? Optional.empty() : Optional.of(Path.of(name));
    }

    private static Optional<ModelFile> model(String[] arguments) {
        return arguments.length < 9
                ? Optional.empty()
                : Optional.of(new ModelFile(
                        Path.of(arguments[5]), arguments[6], Path.of(arguments[7]), Integer.parseInt(arguments[8])));
    }
}
