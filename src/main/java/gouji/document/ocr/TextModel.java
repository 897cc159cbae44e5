package gouji.document.ocr;

import java.util.List;

/** Reads single lines of print. Safe between threads. */
public interface TextModel {
    /** Height of a line in the pixels the model wants. */
    int lineHeight();

    /**
     * What the model sees in each line, in the order given.
     *
     * @throws EngineException when it gave no answer for these lines; others may still be read
     * @throws EngineMissingException when it cannot be started at all
     */
    List<Sight> read(List<Patch> lines);

    /** The model for one page: what it does for a page together is limited, where it knows a limit. */
    default TextModel forPage() {
        return this;
    }

    /** Begins to load what reading will need, and returns at once. */
    default void prepare() {}
}
