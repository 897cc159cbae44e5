package gouji.dataset;

import gouji.table.HeaderModel;
import gouji.table.TableStream;
import java.io.Closeable;
import java.io.IOException;

/** Writes the tables of one document in one format, one after the other; closing ends the files. */
public interface TableWriter extends Closeable {
    /**
     * Writes a table.
     *
     * @param stretch the table, or the next piece of the one before
     * @param headers its header model
     */
    void table(TableStream.Stretch stretch, HeaderModel headers) throws IOException;

    /** What is said of the document at its end. */
    void end(TableDocument document) throws IOException;
}
