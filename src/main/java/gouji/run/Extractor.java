package gouji.run;

import gouji.dataset.Extracted;
import gouji.source.Input;
import gouji.source.UnreadableException;

/** Takes the report out of one input: a pure function of the bytes, safe between threads. */
@FunctionalInterface
public interface Extractor {
    /**
     * Extracts.
     *
     * @throws UnreadableException when the input holds no report, or cannot be read
     */
    Extracted extract(Input input) throws UnreadableException;
}
