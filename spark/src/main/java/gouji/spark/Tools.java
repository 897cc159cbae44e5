package gouji.spark;

import gouji.Engine;
import gouji.Ocr;
import gouji.Recognition;
import gouji.body.csv.RegistryFiles;
import gouji.dataset.Correction;
import gouji.dataset.CorrectionException;
import gouji.dataset.CorrectionLog;
import gouji.dataset.csv.CommonsCsv;
import gouji.dataset.json.JacksonJson;
import gouji.document.ocr.PageListener;
import gouji.document.ocr.onnx.ModelFile;
import gouji.panel.Filer;
import gouji.panel.Roster;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each machine reads with: the same engine, in the same guarded child processes, as the command line. */
final class Tools implements Equipment {
    private static final String LOG = "corrections.csv";

    private final Settings settings;
    private final Texts texts;
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

    /**
     * What travels to the machines.
     *
     * @param profile text of a profile instead of the built-in ones; empty for those
     * @param model a model of one's own; all empty for the one of the build
     * @param members members of each region
     * @param corrections text of a log of corrections; empty for none
     */
    record Texts(String profile, Model model, HashMap<String, ArrayList<String>> members, String corrections)
            implements java.io.Serializable {
        static final Texts NONE = new Texts("", Model.BUILT_IN, new HashMap<>(), "");

        Texts withCorrections(String log) {
            return new Texts(profile, model, members, log);
        }
    }

    /** The files of a model, see {@link ModelFile}; not changed after they were read. */
    record Model(byte[] onnx, String sha256, byte[] dictionary, int height) implements java.io.Serializable {
        static final Model BUILT_IN = new Model(new byte[0], "", new byte[0], 0);

        static Model of(ModelFile file) throws IOException {
            return new Model(
                    Files.readAllBytes(file.model()),
                    file.sha256(),
                    Files.readAllBytes(file.dictionary()),
                    file.height());
        }

        private Optional<ModelFile> here() throws IOException {
            if (sha256.isEmpty()) {
                return Optional.empty();
            }
            Path folder = TemporaryFolders.create("model");
            return Optional.of(new ModelFile(
                    Files.write(folder.resolve("model.onnx"), onnx),
                    sha256,
                    Files.write(folder.resolve("dictionary.txt"), dictionary),
                    height));
        }
    }

    Tools(Texts texts, Settings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    /**
     * The same with decisions of people.
     *
     * @param log text of a log of corrections
     * @throws UsageException when a line of it is no decision
     */
    Tools withCorrections(String log) throws UsageException, IOException {
        Tools with = new Tools(texts.withCorrections(log), settings);
        try {
            with.corrections();
        } catch (CorrectionException e) {
            String said = e.getMessage();
            int at = said.indexOf(LOG);
            throw new UsageException(
                    said.substring(Math.max(0, at)) + ". Mend that line; no decision is skipped silently.");
        }
        return with;
    }

    @Override
    public GuardedReader reader() {
        Workers workers = Workers.inProcesses(engine().worker().orElseThrow(), (done, of) -> {});
        return new GuardedReader(workers, options(), new JacksonJson());
    }

    @Override
    public Options options() {
        return new Options(
                1,
                Duration.ofSeconds(settings.timeoutSeconds()),
                settings.maxMemoryMb(),
                engine().settings(settings.maxPages()));
    }

    @Override
    public Roster roster() {
        return new Roster(Map.copyOf(texts.members()));
    }

    @Override
    public synchronized Gathering assembly() {
        if (assembly == null) {
            Engine made = engine();
            Filer filer = new Filer(made.profiles(), RegistryFiles::builtIn);
            try {
                assembly = new Gathering(made.profiles(), filer, corrections(), new JacksonJson());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return assembly;
    }

    /** As a run on one machine reads them, a last line that was cut off left out. */
    private List<Correction> corrections() throws IOException {
        if (texts.corrections().isEmpty()) {
            return List.of();
        }
        Path folder = TemporaryFolders.create("corrections");
        try {
            Files.writeString(folder.resolve(LOG), texts.corrections());
            return new CorrectionLog(folder, new CommonsCsv()).read();
        } finally {
            TemporaryFolders.remove(folder);
        }
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

    private Recognition recognition() throws IOException {
        return new Recognition(
                settings.ocr(),
                texts.model().here(),
                Duration.ofSeconds(settings.pageTimeoutSeconds()),
                PageListener.NONE);
    }

    private Optional<Path> profileFile() throws IOException {
        if (texts.profile().isEmpty()) {
            return Optional.empty();
        }
        Path file = TemporaryFolders.create("profile").resolve("profile.yaml");
        return Optional.of(Files.writeString(file, texts.profile()));
    }
}
