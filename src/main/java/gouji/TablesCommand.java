package gouji;

import gouji.dataset.OutputException;
import gouji.dataset.TableCsv;
import gouji.dataset.TableFiles;
import gouji.dataset.TableHtml;
import gouji.dataset.TableJson;
import gouji.dataset.TableWriter;
import gouji.dataset.csv.CommonsCsv;
import gouji.dataset.json.JacksonJson;
import gouji.dataset.xlsx.TableXlsx;
import gouji.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gouji tables}: the tables of any born-digital document as grids. */
@Command(
        name = "tables",
        mixinStandardHelpOptions = true,
        versionProvider = Product.class,
        sortOptions = false,
        description = {
            "Turns the tables of PDFs, web pages, Word, OFD and spreadsheet files into grids with row and column spans.",
            "A table that runs over pages is one table. Needs no profile; for reports of a known family use import."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done; documents that could not be read are named",
            "1:no document could be read",
            "2:the call is wrong; nothing was written",
            "3:the output cannot be written"
        })
final class TablesCommand implements Callable<Integer> {
    /** Longest document; pages are read one at a time, so it costs time, not memory. */
    private static final int MAX_PAGES = 1_000_000;

    /** How tables are written; the constants are the words of the command line. */
    enum Format {
        csv,
        json,
        html,
        xlsx
    }

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Documents, and folders of documents.")
    private List<String> inputs;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to; made if missing.")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = {
                "${COMPLETION-CANDIDATES}; several parted by commas. Default: csv.",
                "csv: NAME-N.csv a table; json: NAME.json with spans, headers and places; html: NAME.html; xlsx:"
                        + " NAME.xlsx, a sheet a table."
            })
    private Set<Format> formats = new TreeSet<>(List.of(Format.csv));

    @Option(names = "--pages", paramLabel = "PAGES", description = "Pages to read, such as 1-3,7. Default: all.")
    private String pages;

    @Option(
            names = "--debug-pages",
            description = "Also draw each page with tables: rulings orange, cells blue, headers green, characters in no"
                    + " cell red (NAME-pageP.png).")
    private boolean debug;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            return run(pages == null ? PageRanges.ALL : PageRanges.of(pages));
        } catch (UsageException e) {
            err.println("gouji: " + e.getMessage());
            err.println("Nothing was written. See: gouji help tables");
            return Gouji.USAGE;
        } catch (OutputException e) {
            err.println("gouji: " + e.getMessage());
            return Gouji.STOPPED;
        } catch (IOException e) {
            err.println("gouji: stopped: " + e);
            return Gouji.STOPPED;
        }
    }

    private int run(PageRanges ranges) throws UsageException, IOException {
        TreeMap<String, Path> documents = documents();
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new OutputException(out, e);
        }
        PrintWriter print = spec.commandLine().getOut();
        int tables = 0;
        int pagesRead = 0;
        List<String> unreadable = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (var document : documents.entrySet()) {
            TableFiles files = new TableFiles(out, document.getKey());
            DocumentTables reader = new DocumentTables(document.getValue(), ranges, MAX_PAGES);
            reader.write(writers(files), debug ? Optional.of(files) : Optional.empty())
                    .ifPresent(why -> unreadable.add("  " + document.getValue() + "  " + why));
            if (!reader.note().isEmpty()) {
                notes.add("  " + document.getValue() + "  " + reader.note());
            }
            tables += reader.tables();
            pagesRead += reader.pages();
        }
        print.printf(Locale.ROOT, "documents   %d%n", documents.size());
        print.printf(Locale.ROOT, "pages       %d%n", pagesRead);
        print.printf(Locale.ROOT, "tables      %d%n", tables);
        print.printf(Locale.ROOT, "unreadable  %d%n", unreadable.size());
        unreadable.forEach(print::println);
        notes.forEach(print::println);
        print.println("written to  " + out);
        print.flush();
        return unreadable.size() == documents.size() ? 1 : Gouji.OK;
    }

    /** A writer for each format asked for; opened when the document could be opened. */
    private DocumentTables.Writers writers(TableFiles files) {
        return () -> {
            List<TableWriter> writers = new ArrayList<>();
            for (Format format : formats) {
                writers.add(
                        switch (format) {
                            case csv -> new TableCsv(new CommonsCsv(), files);
                            case json -> new TableJson(new JacksonJson(), files, "gouji " + Product.version());
                            case html -> new TableHtml(files);
                            case xlsx -> new TableXlsx(files, Product.version());
                        });
            }
            return writers;
        };
    }

    /** Documents by the name their files begin with; later ones of equal names end in ~2, ~3. */
    private TreeMap<String, Path> documents() throws UsageException, IOException {
        Set<Path> found = new TreeSet<>();
        for (String input : inputs) {
            Path path = InputArgument.path(input);
            if (Files.isDirectory(path)) {
                try (Stream<Path> walk = Files.walk(path)) {
                    walk.filter(p -> OtherDocuments.EXTENSIONS.contains(extension(p)))
                            .filter(Files::isRegularFile)
                            .forEach(found::add);
                }
            } else if (Files.isRegularFile(path)) {
                found.add(path);
            } else {
                throw new UsageException("expected a file or a folder, found none at " + path);
            }
        }
        if (found.isEmpty()) {
            throw new UsageException(
                    "expected documents (PDF, HTML, Word, OFD, sheets), found none in " + String.join(", ", inputs));
        }
        TreeMap<String, Path> documents = new TreeMap<>();
        for (Path path : found) {
            String name = name(path);
            for (int n = 2; documents.containsKey(name); n++) {
                name = name(path) + "~" + n;
            }
            documents.put(name, path);
        }
        return documents;
    }

    private static String name(Path path) {
        String name = path.getFileName().toString();
        String extension = extension(path);
        return OtherDocuments.EXTENSIONS.contains(extension)
                ? name.substring(0, name.length() - extension.length() - 1)
                : name;
    }

    private static String extension(Path path) {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
