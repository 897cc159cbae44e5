package gouji;

import gouji.dataset.DatasetFolder;
import gouji.dataset.csv.CommonsCsvSource;
import gouji.office.Aggregate;
import gouji.office.BodyList;
import gouji.office.Sheet;
import gouji.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gouji aggregate}: members added up into their parent's tables. */
@Command(
        name = "aggregate",
        mixinStandardHelpOptions = true,
        versionProvider = Product.class,
        sortOptions = false,
        description = {
            "Adds up the members' figures cell by cell, and holds the sum against the parent's own report where there is"
                    + " one.",
            "A blank is not 0: each cell says how many members have a figure, are blank, in doubt, or have no report."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:the call is wrong; nothing was written", "3:could not be written"})
final class AggregateCommand extends OfficeCommand {
    @Option(
            names = "--members",
            paramLabel = "FILE",
            required = true,
            description = "CSV in UTF-8 with the columns parent and member (上级, 成员), names or codes.")
    private Path members;

    @Mixin
    private SheetFile file;

    @Override
    void run(DatasetFolder dataset, PrintWriter print) throws UsageException, BodyList.ListException, IOException {
        Aggregate aggregate = new Aggregate(dataset, BodyList.members(members, new CommonsCsvSource()));
        Sheet sheet = aggregate.sheet();
        Path place = file.write("aggregate", sheet);
        print.printf(Locale.ROOT, "cells                %,10d%n", sheet.rows().size());
        print.printf(Locale.ROOT, "  not the sum        %,10d%n", aggregate.unequal());
        print.println("written to " + place);
    }
}
