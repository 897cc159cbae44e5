package gouji.source;

import java.io.FilterInputStream;
import java.io.InputStream;

/** One member of a stream of many: closing it leaves the stream open. */
final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
        super(in);
    }

    @Override
    public void close() {
        // the stream goes on with the next member
    }
}
