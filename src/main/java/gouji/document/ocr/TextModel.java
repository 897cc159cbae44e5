package gouji.document.ocr;

import java.util.List;

/** Reads single lines of print. Safe between threads. */
interface TextModel {
    /** Height of a line in the pixels the model wants. */
    int lineHeight();

    /** What the model sees in each line, in the order given. */
    List<Sight> read(List<Patch> lines);
}
