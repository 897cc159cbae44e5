package gouji.document.ocr;

/** Told how far the reading of one document is; called from the thread that reads it. */
@FunctionalInterface
public interface PageListener {
    /** Hears nothing. */
    PageListener NONE = (done, of) -> {};

    /**
     * One more page with pictures is read.
     *
     * @param done pages read so far, from 1
     * @param of pages to read
     */
    void page(int done, int of);
}
