package gouji.run;

import gouji.dataset.OutputFolder;
import gouji.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Refuses a call that cannot work before anything is written. */
final class Arguments {
    private Arguments() {}

    static void check(List<Path> arguments, Path output) throws UsageException {
        if (arguments.isEmpty()) {
            throw new UsageException("expected at least one file or folder to import, found none");
        }
        Path out = realPlace(output);
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new UsageException("--out must be a folder, but " + output + " is a file: give another --out");
        }
        refuseForeign(output, out);
        for (Path argument : arguments) {
            if (!Files.exists(argument, LinkOption.NOFOLLOW_LINKS)) {
                throw new UsageException(
                        "nothing is at " + argument + ": check the name (names are relative to the current folder)");
            }
            Path in = realPlace(argument);
            if (Files.isDirectory(in) && out.startsWith(in)) {
                throw new UsageException("the output " + output + " lies inside the input " + argument
                        + ", so that the next run would import it: give an --out elsewhere");
            }
            if (in.startsWith(out) && !in.startsWith(OutputFolder.uploads(out))) {
                throw new UsageException("the input " + argument + " lies inside the output " + output
                        + ", so that reports and dataset would be mixed: give an --out elsewhere");
            }
            if (Sources.isDataset(in)) {
                throw new UsageException("the input " + argument
                        + " is itself a dataset that an import wrote: give the folder of the reports");
            }
        }
    }

    /** Files of others that bear the names of ours are not written over. */
    private static void refuseForeign(Path output, Path out) throws UsageException {
        Optional<String> foreign = new OutputFolder(out).foreignFile();
        if (foreign.isPresent()) {
            throw new UsageException("the output " + output + " holds a file " + foreign.get()
                    + " that no earlier run made: give another --out, or move the file away");
        }
    }

    /** Links resolved, for what exists of the path. */
    private static Path realPlace(Path path) throws UsageException {
        Path absolute = path.toAbsolutePath().normalize();
        Path there = absolute;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there == null
                    ? absolute
                    : there.toRealPath().resolve(there.relativize(absolute)).normalize();
        } catch (IOException e) {
            throw new UsageException("cannot look at " + path + ": " + e.getMessage());
        }
    }
}
