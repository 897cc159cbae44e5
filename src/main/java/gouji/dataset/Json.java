package gouji.dataset;

import java.io.IOException;
import java.io.OutputStream;

/** Writes and reads JSON; keys stand in the order given, numbers are plain. */
public interface Json {
    /** Records, maps, lists, texts, numbers, Optional; on one line. */
    byte[] line(Object value);

    /** The same on many lines, for people. */
    void pretty(Object value, OutputStream out) throws IOException;

    /**
     * Reads what {@link #line} wrote.
     *
     * @throws IllegalArgumentException when the bytes are no such value
     */
    <T> T read(byte[] bytes, Class<T> type);
}
