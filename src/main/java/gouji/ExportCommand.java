package gouji;

import gouji.dataset.DatasetFolder;
import gouji.dataset.NotADatasetException;
import gouji.dataset.OutputException;
import gouji.dataset.Schema;
import gouji.dataset.csv.CommonsCsvSource;
import gouji.dataset.json.JacksonJson;
import gouji.dataset.sql.DuckDbExport;
import gouji.dataset.sql.PostgresExport;
import gouji.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gouji export}: a dataset in the form that another program reads. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Product.class,
        sortOptions = false,
        description = {
            "Writes the tables of a dataset for another program. Types and keys are those of datapackage.json in every"
                    + " form; no value is null or an empty cell, never 0.",
            "xlsx, sqlite and duckdb are one file; csv, json, jsonl and parquet a folder with a file for each table."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:the call is wrong; nothing was written", "3:could not be written; nothing was left"
        })
final class ExportCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder of the dataset, as import wrote it.")
    private Path folder;

    @Option(
            names = "--to",
            paramLabel = "FORM",
            required = true,
            description = {
                "csv, json, jsonl, parquet, xlsx, sqlite, duckdb, or jdbc:postgresql://HOST/DATABASE?user=NAME.",
                "PostgreSQL: in one transaction; missing tables are made, rows of the same reports replaced, others"
                        + " kept. The password is taken from the environment variable PGPASSWORD."
            })
    private String to;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "File or folder to write. Default: beside the dataset, DIR.xlsx, DIR-parquet, …")
    private Path out;

    @Option(
            names = "--tables",
            paramLabel = "NAME",
            split = ",",
            description = "Only these tables, such as reports,observations. Default: all but those as printed.")
    private List<String> names;

    @Option(names = "--bom", description = "With csv: begin files with a byte order mark, so that Excel shows Chinese.")
    private boolean mark;

    @Option(names = "--overwrite", description = "Replace what is at PATH.")
    private boolean overwrite;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            run();
            return Gouji.OK;
        } catch (UsageException | NotADatasetException e) {
            err.println("gouji: " + e.getMessage());
            err.println("Nothing was written. See: gouji help export");
            return Gouji.USAGE;
        } catch (OutputException e) {
            err.println("gouji: " + e.getMessage() + "; make room, or give another --out");
            return Gouji.STOPPED;
        } catch (IOException e) {
            err.println("gouji: stopped: " + Faults.said(e));
            return Gouji.STOPPED;
        }
    }

    private void run() throws UsageException, NotADatasetException, IOException {
        ExportTarget target = ExportTarget.of(to);
        if (mark && target.form() != ExportTarget.Form.CSV) {
            throw new UsageException("--bom: goes with --to csv, found --to " + to);
        }
        if (target.form() == ExportTarget.Form.DUCKDB && !DuckDbExport.isPresent()) {
            throw new UsageException(DuckDbExport.HOW_TO_GET_IT);
        }
        DatasetFolder dataset = new DatasetFolder(folder, new CommonsCsvSource(), new JacksonJson());
        Exporter exporter = new Exporter(dataset, chosen(dataset));
        if (target.form() == ExportTarget.Form.POSTGRESQL) {
            if (!PostgresExport.isAddress(target.url())) {
                throw new UsageException("--to: expected jdbc:postgresql://HOST/DATABASE?user=NAME, found " + to);
            }
            if (out != null) {
                throw new UsageException("--out: a server has no path, found " + out);
            }
            String password = System.getenv().getOrDefault("PGPASSWORD", "");
            say(exporter, exporter.toServer(target.url(), password), "the server");
            return;
        }
        Path place = out != null ? out : beside(dataset, target.form());
        try (Staging staging =
                target.form().isFile() ? Staging.ofFile(place, overwrite) : Staging.ofFolder(place, overwrite)) {
            List<String> notices = target.form().isFile()
                    ? exporter.toFile(target.form(), staging.file(), staging.scratch())
                    : exporter.toFolder(target.form(), staging.folder(), mark);
            if (target.form().isFile()) {
                staging.publishFile();
            } else {
                staging.publishFolder();
            }
            say(exporter, notices, place.toString());
        }
    }

    private Path beside(DatasetFolder dataset, ExportTarget.Form form) {
        String name = dataset.name()
                + (form.isFile() ? form.ending() : "-" + form.name().toLowerCase(Locale.ROOT));
        return folder.toAbsolutePath().normalize().resolveSibling(name);
    }

    private List<Schema> chosen(DatasetFolder dataset) throws UsageException, NotADatasetException {
        List<Schema> chosen = new ArrayList<>();
        for (Schema schema : dataset.schemas()) {
            if (names == null || names.contains(schema.name())) {
                if (!Files.isRegularFile(folder.resolve(schema.path()))) {
                    throw new NotADatasetException("expected " + schema.path() + ", which datapackage.json names, found"
                            + " none in " + folder);
                }
                chosen.add(schema);
            }
        }
        for (String name : names == null ? List.<String>of() : names) {
            if (dataset.find(name).isEmpty()) {
                throw new UsageException("--tables: expected some of "
                        + dataset.schemas().stream().map(Schema::name).toList() + ", found " + name);
            }
        }
        return chosen;
    }

    private void say(Exporter exporter, List<String> notices, String place) {
        PrintWriter print = spec.commandLine().getOut();
        exporter.rows().forEach((table, rows) -> print.printf(Locale.ROOT, "%-20s %,12d rows%n", table, rows));
        notices.forEach(n -> print.println("note: " + n));
        print.println("written to " + place);
        print.flush();
    }
}
