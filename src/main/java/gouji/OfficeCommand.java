package gouji;

import gouji.dataset.DatasetFolder;
import gouji.dataset.NotADatasetException;
import gouji.dataset.OutputException;
import gouji.dataset.csv.CommonsCsvSource;
import gouji.dataset.json.JacksonJson;
import gouji.office.BodyList;
import gouji.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** What the commands that read a dataset for an oversight office share. */
abstract class OfficeCommand implements Callable<Integer> {
    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder of the dataset, as import wrote it.")
    private Path folder;

    /** Does the work of the command, and prints what came out. */
    abstract void run(DatasetFolder dataset, PrintWriter print)
            throws UsageException, BodyList.ListException, IOException;

    /** @throws UsageException when a year is given that is none */
    static void checkYear(String year) throws UsageException {
        if (year != null && !year.matches("[12][0-9]{3}")) {
            throw new UsageException("--year: expected a year such as 2024, found " + year);
        }
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            PrintWriter print = spec.commandLine().getOut();
            run(new DatasetFolder(folder, new CommonsCsvSource(), new JacksonJson()), print);
            print.flush();
            return Gouji.OK;
        } catch (UsageException | NotADatasetException | BodyList.ListException e) {
            err.println("gouji: " + e.getMessage());
            err.println("Nothing was written. See: gouji help " + spec.name());
            return Gouji.USAGE;
        } catch (NoSuchFileException e) {
            err.println("gouji: no file or folder is at " + e.getFile() + ": check the name");
            return Gouji.USAGE;
        } catch (OutputException e) {
            err.println("gouji: " + e.getMessage() + "; make room, or give another --out");
            return Gouji.STOPPED;
        } catch (IOException e) {
            err.println("gouji: stopped: " + Faults.said(e));
            return Gouji.STOPPED;
        }
    }
}
