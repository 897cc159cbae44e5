package gouji.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes CSV as the contract has it. */
public interface Csv {
    /** Begins a file and writes its header; closing the rows closes the stream. */
    Rows open(OutputStream out, List<String> header) throws IOException;

    /**
     * Reads what {@link #open} wrote: the rows one after the other, each by the names of its columns, guards taken off.
     *
     * @throws IOException when the stream cannot be read, or is no CSV
     */
    default void read(InputStream in, Consumer<Map<String, String>> row) throws IOException {
        readLines(in, (line, cells) -> row.accept(cells));
    }

    /** The same, each row with the line of the file it begins on, from 1. */
    void readLines(InputStream in, LineTaker taker) throws IOException;

    /** Takes rows with their lines. */
    @FunctionalInterface
    interface LineTaker {
        void row(long line, Map<String, String> row);
    }

    /** The rows of one file. */
    interface Rows extends AutoCloseable {
        void row(List<Value> values) throws IOException;

        @Override
        void close() throws IOException;
    }
}
