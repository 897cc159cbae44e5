package gouji.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes CSV as the contract has it. */
public interface Csv {
    /** Begins a file and writes its header; closing the rows closes the stream. */
    Rows open(OutputStream out, List<String> header) throws IOException;

    /** The rows of one file. */
    interface Rows extends AutoCloseable {
        void row(List<Value> values) throws IOException;

        @Override
        void close() throws IOException;
    }
}
