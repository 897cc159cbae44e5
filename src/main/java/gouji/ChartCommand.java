package gouji;

import gouji.dataset.DatasetFolder;
import gouji.office.Charts;
import gouji.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gouji chart}: a page of charts. */
@Command(
        name = "chart",
        mixinStandardHelpOptions = true,
        versionProvider = Product.class,
        sortOptions = false,
        description = {
            "Draws a dataset as one HTML page that needs no network: inputs by status, failed checks by kind, requests and"
                    + " outcomes by year, bodies by requests received.",
            "One report of each body and year counts; blanks are counted, never added as 0."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:the call is wrong; nothing was written", "3:could not be written"})
final class ChartCommand extends OfficeCommand {
    @Option(names = "--out", paramLabel = "FILE", description = "HTML file to write. Default: chart.html.")
    private Path out = Path.of("chart.html");

    @Option(names = "--overwrite", description = "Replace the file.")
    private boolean overwrite;

    @Override
    void run(DatasetFolder dataset, PrintWriter print) throws UsageException, IOException {
        try (Staging staging = Staging.ofFile(out, overwrite)) {
            Files.writeString(staging.file(), new Charts(dataset).page());
            staging.publishFile();
        }
        print.println("written to " + out);
    }
}
