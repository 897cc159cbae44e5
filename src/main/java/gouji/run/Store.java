package gouji.run;

import gouji.dataset.OutputException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A small database in one file: what became of each input, and notes of the run. Used by one thread at a time, and by
 * one process (the caller holds the output's lock).
 *
 * <p>What was put is seen at once, and is durable after {@link #commit}: a process killed before it loses what was put
 * since the last one, and nothing else. Every method throws {@link DamagedStoreException} when the file is no such
 * database.
 */
public interface Store extends AutoCloseable {
    /**
     * What became of an input.
     *
     * @param sha256 digest of its bytes, the key
     * @param settings what the outcome depends on besides the bytes
     * @param reason why there is no report, empty for a report
     * @param digest of the three above and the body
     * @param body the outcome; not copied
     */
    record Row(String sha256, String settings, String reason, String digest, byte[] body) {
        public Row {
            Objects.requireNonNull(sha256, "sha256");
            Objects.requireNonNull(settings, "settings");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(digest, "digest");
            Objects.requireNonNull(body, "body");
        }
    }

    /** Opens the database of a file. */
    @FunctionalInterface
    interface Factory {
        /**
         * Opens, and makes it where it is missing.
         *
         * @throws OutputException when it cannot be written
         * @throws CannotGoOnException when the database itself cannot be started on this machine
         */
        Store open(Path file) throws OutputException;
    }

    /** The row of an input. */
    Optional<Row> find(String sha256) throws OutputException;

    /** Puts a row in the place of the one with the same key. */
    void put(Row row) throws OutputException;

    /** The text kept under a name. */
    Optional<byte[]> findNote(String name) throws OutputException;

    /** Keeps a text under a name. */
    void putNote(String name, byte[] text) throws OutputException;

    /** Forgets what is kept under a name. */
    void removeNote(String name) throws OutputException;

    /** Makes all that was put durable. */
    void commit() throws OutputException;

    /** Closes without committing. */
    @Override
    void close();
}
