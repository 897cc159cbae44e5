package gouji.run;

/** Told how far the reading of a long document is; called from any thread. */
@FunctionalInterface
public interface PageProgress {
    /**
     * A page is done.
     *
     * @param done pages read
     * @param of pages there are
     */
    void page(int done, int of);
}
