package gouji.spark;

import gouji.Engine;
import gouji.Ocr;
import gouji.Recognition;
import gouji.body.csv.RegistryFiles;
import gouji.dataset.json.JacksonJson;
import gouji.document.ocr.PageListener;
import gouji.panel.Filer;
import gouji.process.TemporaryFolders;
import gouji.run.Gathering;
import gouji.run.GuardedReader;
import gouji.run.Options;
import gouji.run.UsageException;
import gouji.run.Workers;
import gouji.run.spark.Equipment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What each machine reads with: the same engine, in the same guarded child processes, as the command line. */
final class Tools implements Equipment {
    private final String profile;
    private final Settings settings;
    private transient Engine engine;
    private transient Gathering assembly;

    /**
     * Limits of the reading.
     *
     * @param ocr what reads pictures
     * @param timeoutSeconds longest time for one input
     * @param pageTimeoutSeconds longest time of recognition for one page
     * @param maxPages longest document to read
     * @param maxMemoryMb heap of the child process of a task
     */
    record Settings(Ocr ocr, int timeoutSeconds, int pageTimeoutSeconds, int maxPages, int maxMemoryMb)
            implements java.io.Serializable {}

    /** @param profile text of a profile instead of the built-in ones; empty for those */
    Tools(String profile, Settings settings) {
        this.profile = profile;
        this.settings = settings;
    }

    @Override
    public GuardedReader reader() {
        Options options =
                new Options(1, Duration.ofSeconds(settings.timeoutSeconds()), settings.maxMemoryMb(), "spark");
        Workers workers = Workers.inProcesses(engine().worker().orElseThrow(), (done, of) -> {});
        return new GuardedReader(workers, options, new JacksonJson());
    }

    @Override
    public synchronized Gathering assembly() {
        if (assembly == null) {
            Engine made = engine();
            Filer filer = new Filer(made.profiles(), RegistryFiles::builtIn);
            assembly = new Gathering(made.profiles(), filer, new JacksonJson());
        }
        return assembly;
    }

    /** Made once on each machine. */
    synchronized Engine engine() {
        if (engine == null) {
            try {
                engine = Engine.of(profileFile(), settings.maxPages(), recognition());
            } catch (UsageException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return engine;
    }

    private Recognition recognition() {
        return new Recognition(
                settings.ocr(), Optional.empty(), Duration.ofSeconds(settings.pageTimeoutSeconds()), PageListener.NONE);
    }

    private Optional<Path> profileFile() throws IOException {
        if (profile.isEmpty()) {
            return Optional.empty();
        }
        Path file = TemporaryFolders.create("profile").resolve("profile.yaml");
        return Optional.of(Files.writeString(file, profile));
    }
}
