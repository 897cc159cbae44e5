package gouji.run;

import gouji.source.Entry;

/** Reads one input after the other; used by one thread, closed by any. */
interface Worker extends AutoCloseable {
    /**
     * Reads, or finds out that it cannot be read.
     *
     * @throws InterruptedException when the run ends meanwhile
     * @throws CannotGoOnException when no further input could be read either
     */
    Packed read(Entry entry) throws InterruptedException;

    /** Gives back what it holds; what it is reading is dropped. */
    @Override
    void close();
}
