package gouji.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes the tables of a dataset in another form. Closed without {@link #finish}, it is to be thrown away. */
public interface Export extends Closeable {
    /** Begins a table; the one before is closed. */
    Table open(Schema schema) throws IOException;

    /** Ends it: all tables are there. */
    void finish() throws IOException;

    /** What a reader of the export should know: figures that the form cannot hold exactly. Empty is the rule. */
    default List<String> notices() {
        return List.of();
    }

    /** One table. */
    interface Table extends Closeable {
        /** @param cells texts in the order of the fields; empty for no value, which is never 0 */
        void row(List<String> cells) throws IOException;
    }
}
