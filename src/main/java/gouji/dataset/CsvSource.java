package gouji.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads CSV as {@link Csv} writes it. */
public interface CsvSource {
    /** Opens a file and reads its header; a byte order mark is skipped. */
    Rows read(Path file) throws IOException;

    /** The rows of one file. */
    interface Rows extends AutoCloseable {
        List<String> header();

        /** The next row, its texts without the guard against formulas; empty at the end. */
        Optional<List<String>> next() throws IOException;

        @Override
        void close() throws IOException;
    }
}
