package gouji;

import gouji.dataset.DatasetFolder;
import gouji.office.Comparison;
import gouji.office.Sheet;
import gouji.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gouji compare}: each body year on year. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = Product.class,
        sortOptions = false,
        description = {
            "Puts each figure beside that of the same body's report of the year before: change, per cent, and a flag where"
                    + " it jumps (five times and 50) or may be in another unit."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:the call is wrong; nothing was written", "3:could not be written"})
final class CompareCommand extends OfficeCommand {
    @Mixin
    private SheetFile file;

    @Override
    void run(DatasetFolder dataset, PrintWriter print) throws UsageException, IOException {
        Comparison comparison = new Comparison(dataset);
        Sheet sheet = comparison.sheet();
        Path place = file.write("compare", sheet);
        print.printf(Locale.ROOT, "pairs of years       %,10d%n", comparison.pairs());
        print.printf(Locale.ROOT, "cells                %,10d%n", sheet.rows().size());
        print.printf(Locale.ROOT, "  flagged            %,10d%n", comparison.flagged());
        print.println("written to " + place);
    }
}
