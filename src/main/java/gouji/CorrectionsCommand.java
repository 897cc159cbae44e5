package gouji;

import gouji.dataset.CorrectionException;
import gouji.dataset.CorrectionLog;
import gouji.dataset.OutputException;
import gouji.dataset.SettlementLog;
import gouji.dataset.csv.CommonsCsv;
import gouji.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gouji corrections}: decisions of persons go in and out of a dataset. */
@Command(
        name = "corrections",
        mixinStandardHelpOptions = true,
        versionProvider = Product.class,
        description = {
            "Takes decisions of persons into a dataset, or gives them out.",
            "They show in the dataset after the next import of its inputs."
        })
final class CorrectionsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Expected import or export, found none.");
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Adds the decisions of FILE that the dataset does not have yet; none if one line is wrong.")
    int take(
            @Parameters(paramLabel = "DIR", description = "The dataset.") Path dir,
            @Parameters(
                            paramLabel = "FILE",
                            description = "A CSV with the columns of corrections.csv or settlements.csv.")
                    Path file) {
        return guarded(dir, root -> {
            if (SettlementLog.isOne(file)) {
                SettlementLog log = new SettlementLog(root, new CommonsCsv());
                add(SettlementLog.read(file, new CommonsCsv()), log.read(), log::append);
            } else {
                CorrectionLog log = new CorrectionLog(root, new CommonsCsv());
                add(CorrectionLog.read(file, new CommonsCsv()), log.read(), log::append);
            }
        });
    }

    private interface Appending<T> {
        void append(List<T> more) throws IOException;
    }

    private <T> void add(List<T> theirs, List<T> ours, Appending<T> log) throws IOException {
        Set<T> known = new HashSet<>(ours);
        List<T> more =
                theirs.stream().distinct().filter(d -> !known.contains(d)).toList();
        if (!more.isEmpty()) {
            log.append(more);
        }
        out().println("added " + more.size() + ", already there " + (theirs.size() - more.size()));
    }

    @Command(name = "export", mixinStandardHelpOptions = true, description = "Gives the decisions of a dataset as CSV.")
    int give(
            @Parameters(paramLabel = "DIR", description = "The dataset.") Path dir,
            @Option(names = "--out", paramLabel = "FILE", description = "Where to write. Default: printed.") Path file,
            @Option(
                            names = "--settlements",
                            description = "Those on bodies, editions and inputs instead of those on cells.")
                    boolean settlements) {
        return guarded(dir, root -> {
            byte[] bytes = settlements
                    ? SettlementLog.bytes(new SettlementLog(root, new CommonsCsv()).read(), new CommonsCsv())
                    : CorrectionLog.bytes(new CorrectionLog(root, new CommonsCsv()).read(), new CommonsCsv());
            if (file == null) {
                out().print(new String(bytes, StandardCharsets.UTF_8));
            } else {
                try (Staging staging = Staging.ofFile(file, true)) {
                    Files.write(staging.file(), bytes);
                    staging.publishFile();
                }
            }
        });
    }

    private interface Work {
        void on(Path root) throws IOException, UsageException;
    }

    private int guarded(Path dir, Work work) {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isRegularFile(dir.resolve("reports.csv"))) {
            err.println("gouji: expected a dataset with a reports.csv, found none at " + dir);
            return Gouji.USAGE;
        }
        try {
            work.on(dir.toAbsolutePath().normalize());
            out().flush();
            return Gouji.OK;
        } catch (UsageException e) {
            err.println("gouji: " + e.getMessage());
            return Gouji.USAGE;
        } catch (CorrectionException e) {
            err.println("gouji: " + e.getMessage());
            err.println("No decision was taken over.");
            return Gouji.USAGE;
        } catch (OutputException e) {
            err.println("gouji: " + e.getMessage() + "; make room, or write elsewhere");
            return Gouji.STOPPED;
        } catch (NoSuchFileException e) {
            err.println("gouji: no file or folder is at " + e.getFile() + ": check the name");
            return Gouji.USAGE;
        } catch (IOException e) {
            err.println("gouji: stopped: " + Faults.said(e));
            return Gouji.STOPPED;
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
