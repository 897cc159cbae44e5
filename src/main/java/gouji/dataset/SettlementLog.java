package gouji.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The file settlements.csv: decisions on what is no cell. Decisions are only ever added, under the same promises as in
 * {@link CorrectionLog}; the file is there once one was made.
 */
public final class SettlementLog {
    private final DecisionFile<Settlement> file;
    private final Path path;

    /** @param root the output folder */
    public SettlementLog(Path root, Csv csv) {
        this.file = new DecisionFile<>(root, csv, form());
        this.path = root.resolve(Schemas.SETTLEMENTS.path());
    }

    private static DecisionFile.Form<Settlement> form() {
        return new DecisionFile.Form<>(
                Schemas.SETTLEMENTS,
                Settlement::of,
                Settlement::values,
                Arrays.stream(Settlement.Decision.values())
                        .map(Settlement.Decision::word)
                        .toList());
    }

    /**
     * All decisions, oldest first; none where there is no file.
     *
     * @throws CorrectionException when a line is no decision
     */
    public List<Settlement> read() throws IOException {
        return file.read();
    }

    /**
     * The decisions of a file that came from elsewhere.
     *
     * @throws CorrectionException when a line is no decision
     */
    public static List<Settlement> read(Path other, Csv csv) throws IOException {
        return DecisionFile.read(other, csv, form());
    }

    /** Whether a file begins as a log of these decisions does. */
    public static boolean isOne(Path other) throws IOException {
        return DecisionFile.isOf(other, form());
    }

    /** Whether there is a file. */
    public boolean exists() {
        return Files.exists(path);
    }

    /** Mends a cut last line, where there is a file. */
    public void prepare() throws IOException {
        if (exists()) {
            file.prepare();
        }
    }

    /** Adds decisions; they are on disk when this returns. */
    public void append(List<Settlement> more) throws IOException {
        file.append(more);
    }

    /** A file of decisions as bytes, for others. */
    public static byte[] bytes(List<Settlement> settlements, Csv csv) throws IOException {
        return DecisionFile.bytes(settlements, csv, form());
    }
}
