package gouji;

import gouji.body.csv.RegistryFiles;
import gouji.dataset.OutputFolder;
import gouji.dataset.csv.CommonsCsv;
import gouji.dataset.csv.CommonsCsvSource;
import gouji.dataset.json.JacksonJson;
import gouji.profile.Profile;
import gouji.review.Review;
import gouji.review.Uploads;
import gouji.review.web.ReviewServer;
import gouji.run.UsageException;
import gouji.source.Limits;
import java.awt.Desktop;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gouji review}: a local page on which a person settles what is in doubt. */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        versionProvider = Product.class,
        sortOptions = false,
        description = {
            "Opens a page on this machine with what is worth a look: suspect cells, failed checks, conflicts, quarantined inputs;",
            "with charts of the dataset; and to drop more files on.",
            "Decisions go to DIR/corrections.csv; the next import of the same inputs takes them over."
        })
final class ReviewCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The dataset: what gouji import wrote.")
    private Path dir;

    @Option(
            names = "--sources",
            paramLabel = "FOLDER",
            description = "Where the inputs lie, as they were named to import; for pictures of the pages.")
    private List<Path> sources = List.of();

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "Port. Default: any free one.")
    private int port;

    @Option(names = "--no-open", description = "Only print the address; do not open a browser.")
    private boolean noOpen;

    @Option(names = "--name", paramLabel = "WHO", description = "Your name in the log. Default: the user's.")
    private String name = System.getProperty("user.name", "");

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "The report family of your own it was imported with.")
    private Path profile;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isRegularFile(dir.resolve("reports.csv"))) {
            err.println("gouji: expected a dataset with a reports.csv, found none at " + dir);
            return Gouji.USAGE;
        }
        try (ReviewServer server = server()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("Open " + server.address());
            out.println("Stop with Ctrl+C.");
            out.flush();
            open(server.address());
            new CountDownLatch(1).await();
            return Gouji.OK;
        } catch (UsageException e) {
            err.println("gouji: " + e.getMessage());
            return Gouji.USAGE;
        } catch (IOException | IllegalArgumentException e) {
            err.println("gouji: stopped: " + e.getMessage());
            return Gouji.STOPPED;
        }
    }

    private ReviewServer server() throws UsageException, IOException {
        if (port < 0 || port > 65_535) {
            throw new UsageException("--port: expected a number from 0 to 65535, found " + port);
        }
        SourceFiles.check(sources);
        List<Profile> profiles = profile == null ? Wiring.builtIn() : List.of(Wiring.load(profile));
        Path root = dir.toAbsolutePath().normalize();
        List<Path> folders = new ArrayList<>(sources);
        folders.add(OutputFolder.uploads(root));
        Review review = new Review(
                root,
                new CommonsCsv(),
                new CommonsCsvSource(),
                new JacksonJson(),
                profiles,
                RegistryFiles::builtIn,
                new ReviewPictures(folders));
        Uploads uploads = new Uploads(root, review, new UploadImport(root, Wiring::engine), Limits.STANDARD);
        return new ReviewServer(review, uploads, new JacksonJson(), port, name);
    }

    private void open(String address) {
        try {
            if (!noOpen && Desktop.isDesktopSupported()) {
                Desktop.getDesktop().browse(URI.create(address));
            }
        } catch (IOException | RuntimeException e) {
            // the address is printed
        }
    }
}
