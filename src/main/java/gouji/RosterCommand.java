package gouji;

import gouji.dataset.DatasetFolder;
import gouji.dataset.csv.CommonsCsvSource;
import gouji.office.Body;
import gouji.office.BodyList;
import gouji.office.Filing;
import gouji.office.Roster;
import gouji.office.Sheet;
import gouji.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gouji roster}: who has filed, and who has not. */
@Command(
        name = "roster",
        mixinStandardHelpOptions = true,
        versionProvider = Product.class,
        sortOptions = false,
        description = {
            "Says for each body that must report whether it has, how often, and whether in time; reports of bodies that are"
                    + " not listed stand at the end.",
            "A body is found by its code (column body of reports.csv) or by its printed name; white space, punctuation"
                    + " and 人民政府 after a region's name make no difference."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:the call is wrong; nothing was written", "3:could not be written"})
final class RosterCommand extends OfficeCommand {
    private static final int SHOWN = 10;

    @Option(
            names = "--bodies",
            paramLabel = "FILE",
            required = true,
            description =
                    "CSV in UTF-8 of those who must report: a column name (or 机构名称, 单位名称, …), and code if there is"
                            + " one.")
    private Path bodies;

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            description = "Year reported on. Default: the newest in the dataset.")
    private String year;

    @Option(names = "--due", paramLabel = "DATE", description = "Last day to publish, such as 2025-01-31.")
    private String due;

    @Mixin
    private SheetFile file;

    @Override
    void run(DatasetFolder dataset, PrintWriter print) throws UsageException, BodyList.ListException, IOException {
        checkYear(year);
        Optional<LocalDate> last = day(due);
        List<Body> listed = BodyList.bodies(bodies, new CommonsCsvSource());
        List<Filing> filings = Filing.all(dataset);
        String chosen = year != null ? year : newest(filings);
        Map<String, List<String>> repeats = new HashMap<>();
        int quarantined = 0;
        for (Map<String, String> row : dataset.rows("ledger")) {
            if (row.get("status").equals("duplicate")) {
                repeats.computeIfAbsent(row.get("report_id"), k -> new ArrayList<>())
                        .add(row.get("input"));
            }
            quarantined += row.get("status").equals("quarantined") ? 1 : 0;
        }
        Roster roster = new Roster(chosen, last, repeats);
        Sheet sheet = roster.sheet(listed, filings);
        Path place = file.write("roster", sheet);
        say(print, "year", chosen);
        say(print, "must report", listed.size());
        say(print, "  have", listed.size() - roster.missing());
        say(print, "  have not", roster.missing());
        if (due != null) {
            say(print, "  late", roster.late());
            say(print, "  without a date", roster.undated());
        }
        say(print, "several files", roster.several());
        say(print, "not listed", roster.unlisted());
        say(print, "quarantined inputs", quarantined);
        missing(sheet, roster.missing(), print);
        print.println("written to " + place);
    }

    private static Optional<LocalDate> day(String text) throws UsageException {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new UsageException("--due: expected a day such as 2025-01-31, found " + text);
        }
    }

    private static void missing(Sheet sheet, int missing, PrintWriter print) {
        sheet.rows().stream()
                .filter(r -> r.get(3).text().equals("missing"))
                .limit(SHOWN)
                .forEach(r -> print.println("  missing: " + r.get(0).text()));
        if (missing > SHOWN) {
            print.println("  … and " + (missing - SHOWN) + " more");
        }
    }

    private static void say(PrintWriter print, String what, Object value) {
        print.printf(Locale.ROOT, "%-20s %10s%n", what, value);
    }

    private static String newest(List<Filing> filings) throws UsageException {
        return filings.stream()
                .map(Filing::year)
                .filter(y -> !y.isEmpty())
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new UsageException("no report of the dataset names its year; give --year"));
    }
}
