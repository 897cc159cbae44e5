package gouji;

import gouji.dataset.DatasetFolder;
import gouji.dataset.Value;
import gouji.dataset.csv.CommonsCsv;
import gouji.office.Filing;
import gouji.office.Note;
import gouji.office.NoteHtml;
import gouji.office.Returns;
import gouji.office.docx.NoteDocx;
import gouji.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gouji returns}: a note for each body whose report does not add up. */
@Command(
        name = "returns",
        mixinStandardHelpOptions = true,
        versionProvider = Product.class,
        sortOptions = false,
        description = {
            "Writes a note for each body and year whose report fails a check: the cell, what stands there, what was"
                    + " expected with its arithmetic, and a picture of the place. NAME.html and NAME.docx, and returns.csv.",
            "Hints (severity info) are left out. Of several reports of a body for a year the one that counts is taken."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:the call is wrong; nothing was written", "3:could not be written"})
final class ReturnsCommand extends OfficeCommand {
    private static final List<String> HEADER =
            List.of("issuer", "year", "report_id", "input", "problems", "pictures", "html", "docx");

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            required = true,
            description = "Folder for the notes; made if missing.")
    private Path out;

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            split = ",",
            description =
                    "Folders the reports were imported from, for pictures of the places (PDF only, also in archives).")
    private List<Path> sources = List.of();

    @Option(names = "--year", paramLabel = "YEAR", description = "Only reports on this year.")
    private String year;

    @Option(names = "--overwrite", description = "Replace notes that are in the folder.")
    private boolean overwrite;

    @Override
    void run(DatasetFolder dataset, PrintWriter print) throws UsageException, IOException {
        checkYear(year);
        SourceFiles.check(sources);
        try (SourcePictures pictures = new SourcePictures(sources)) {
            Returns returns = new Returns(dataset, Wiring.builtIn(), pictures);
            pictures.expect(returns.reports().stream().map(Filing::reportId).collect(Collectors.toSet()));
            write(returns, print);
        }
    }

    private void write(Returns returns, PrintWriter print) throws UsageException, IOException {
        List<List<Value>> list = new ArrayList<>();
        int problems = 0;
        int drawn = 0;
        try (Staging staging = Staging.ofFolder(out, overwrite)) {
            Path folder = staging.folder();
            Set<String> names = new HashSet<>();
            for (Filing report : returns.reports()) {
                if (year == null || year.equals(report.year())) {
                    Note note = returns.note(report);
                    String name = name(report, names);
                    Files.writeString(folder.resolve(name + ".html"), NoteHtml.of(note));
                    NoteDocx.write(note, folder.resolve(name + ".docx"));
                    int shown = note.items().stream()
                            .mapToInt(i -> i.pictures().size())
                            .sum();
                    list.add(row(report, note.items().size(), shown, name));
                    problems += note.items().size();
                    drawn += shown;
                }
            }
            try (var rows = new CommonsCsv().open(Files.newOutputStream(folder.resolve("returns.csv")), HEADER)) {
                for (List<Value> row : list) {
                    rows.row(row);
                }
            }
            staging.publishFolder();
        }
        print.printf(Locale.ROOT, "notes      %,8d%n", list.size());
        print.printf(Locale.ROOT, "problems   %,8d%n", problems);
        print.printf(Locale.ROOT, "pictures   %,8d%n", drawn);
        print.println("written to " + out);
    }

    private static List<Value> row(Filing report, int problems, int pictures, String name) {
        return List.of(
                Value.of(report.issuer()),
                Value.of(report.year()),
                Value.of(report.reportId()),
                Value.of(report.input()),
                Value.of(problems),
                Value.of(pictures),
                Value.of(name + ".html"),
                Value.of(name + ".docx"));
    }

    /** Issuer and year, as far as a file name can hold them; the report's id where that is taken or there is none. */
    private static String name(Filing report, Set<String> taken) {
        String issuer = report.issuer().replaceAll("[^\\p{L}\\p{N}]+", "_");
        String shortened = issuer.length() > 60 ? issuer.substring(0, 60) : issuer;
        String name = (shortened.isEmpty() ? report.reportId() : shortened) + "-" + report.year();
        String free = taken.contains(name) ? name + "-" + report.reportId() : name;
        taken.add(free);
        return free;
    }
}
