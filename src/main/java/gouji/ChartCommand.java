package gouji;

import gouji.dataset.DatasetFolder;
import gouji.office.ChartFigures;
import gouji.office.Charts;
import gouji.profile.Profile;
import gouji.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gouji chart}: a page of charts. */
@Command(
        name = "chart",
        mixinStandardHelpOptions = true,
        versionProvider = Product.class,
        sortOptions = false,
        description = {
            "Draws a dataset as one HTML page that needs no network: inputs by status, failed checks by kind,"
                    + " and the charts of the report family's profile.",
            "One report of each body and year counts; blanks are counted, never added as 0."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:the call is wrong; nothing was written", "3:could not be written"})
final class ChartCommand extends OfficeCommand {
    @Option(names = "--out", paramLabel = "FILE", description = "HTML file to write. Default: chart.html.")
    private Path out = Path.of("chart.html");

    @Option(names = "--overwrite", description = "Replace the file.")
    private boolean overwrite;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "The report family of your own the dataset was imported with: its charts are drawn.")
    private Path profile;

    private List<Profile> profiles() throws UsageException {
        return profile == null ? Wiring.builtIn() : List.of(Wiring.load(profile));
    }

    @Override
    void run(DatasetFolder dataset, PrintWriter print) throws UsageException, IOException {
        try (Staging staging = Staging.ofFile(out, overwrite)) {
            Files.writeString(staging.file(), Charts.page(dataset.name(), new ChartFigures(dataset, profiles())));
            staging.publishFile();
        }
        print.println("written to " + out);
    }
}
