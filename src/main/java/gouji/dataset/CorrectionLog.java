package gouji.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The file corrections.csv: decisions on cells are only ever added to it. A decision is one line; it is on disk when
 * {@link #append} returns. A last line that a crash cut off is no decision: nobody was told that it was kept.
 */
public final class CorrectionLog {
    private final DecisionFile<Correction> file;

    /** @param root the output folder */
    public CorrectionLog(Path root, Csv csv) {
        this.file = new DecisionFile<>(root, csv, form());
    }

    private static DecisionFile.Form<Correction> form() {
        return new DecisionFile.Form<>(
                Schemas.CORRECTIONS,
                Correction::of,
                Correction::values,
                Arrays.stream(Correction.Decision.values())
                        .map(Correction.Decision::word)
                        .toList());
    }

    /**
     * All decisions, oldest first; none where there is no file.
     *
     * @throws CorrectionException when a line is no decision
     */
    public List<Correction> read() throws IOException {
        return file.read();
    }

    /**
     * The decisions of a file that came from elsewhere.
     *
     * @throws CorrectionException when a line is no decision
     */
    public static List<Correction> read(Path other, Csv csv) throws IOException {
        return DecisionFile.read(other, csv, form());
    }

    /** Begins the file when it is missing; mends a cut last line; gives a file of old the columns of today. */
    public void prepare() throws IOException {
        file.prepare();
    }

    /** Adds decisions; they are on disk when this returns. */
    public void append(List<Correction> more) throws IOException {
        file.append(more);
    }

    /** A file of decisions as bytes, for others. */
    public static byte[] bytes(List<Correction> corrections, Csv csv) throws IOException {
        return DecisionFile.bytes(corrections, csv, form());
    }
}
