package gouji;

import gouji.dataset.OutputException;
import gouji.dataset.PanelFiles;
import gouji.dataset.csv.CommonsCsv;
import gouji.dataset.json.JacksonJson;
import gouji.profile.Profile;
import gouji.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gouji panel}: a dataset becomes a panel over years and templates. */
@Command(
        name = "panel",
        mixinStandardHelpOptions = true,
        versionProvider = Product.class,
        sortOptions = false,
        description = {
            "Makes a panel of a dataset: body x year x concept, over all templates.",
            "Writes panel.csv, similarity.csv, bodies.csv, codebook.md and datapackage.json."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:written", "2:the call is wrong; nothing was written", "3:a file could not be written"})
final class PanelCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The dataset: what gouji import wrote.")
    private Path dataset;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where to write. Default: DIR/panel.")
    private Path out;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "The report family of your own it was imported with.")
    private Path profile;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isRegularFile(dataset.resolve("reports.csv"))) {
            err.println("gouji: expected a dataset with a reports.csv, found none at " + dataset);
            return Gouji.USAGE;
        }
        Path folder = out == null ? dataset.resolve("panel") : out;
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new UsageException("--out: expected a folder, found the file " + folder);
            }
            List<Profile> profiles = profile == null ? Wiring.builtIn() : List.of(Wiring.load(profile));
            PanelFiles.Written written =
                    new PanelFiles(dataset, new CommonsCsv(), new JacksonJson(), profiles).write(folder);
            PrintWriter print = spec.commandLine().getOut();
            print.printf(Locale.ROOT, "reports     %,d%n", written.reports());
            print.printf(Locale.ROOT, "  left out  %,d  no body or no year; see reports.csv%n", written.left());
            print.printf(Locale.ROOT, "bodies      %,d%n", written.bodies());
            print.printf(Locale.ROOT, "points      %,d%n", written.points());
            print.println("written to  " + folder);
            print.flush();
            return Gouji.OK;
        } catch (UsageException e) {
            err.println("gouji: " + e.getMessage());
            return Gouji.USAGE;
        } catch (OutputException e) {
            err.println("gouji: " + e.getMessage() + "; make room, or give another --out");
            return Gouji.STOPPED;
        } catch (UncheckedIOException e) {
            err.println("gouji: stopped: " + Faults.said(e.getCause()));
            return Gouji.STOPPED;
        } catch (IOException e) {
            err.println("gouji: stopped: " + Faults.said(e));
            return Gouji.STOPPED;
        } catch (IllegalArgumentException e) {
            err.println("gouji: stopped: a file of the dataset is damaged: " + e.getMessage()
                    + "; run the same gouji import again");
            return Gouji.STOPPED;
        }
    }
}
