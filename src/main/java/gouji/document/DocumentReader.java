package gouji.document;

import gouji.source.Input;
import gouji.source.UnreadableException;

/** Reads one format. Implementations are leaves below this room, stateless and safe between threads. */
public interface DocumentReader {
    /** Whether the content (never the name) of the input is of this reader's format. */
    boolean reads(Input input);

    /**
     * Reads the input.
     *
     * @throws UnreadableException with a closed reason code when the input cannot be read
     */
    Document read(Input input) throws UnreadableException;
}
