package gouji.run;

import gouji.dataset.Json;
import gouji.source.Entry;

/**
 * Reads one input after the other, as a run does: whatever an input does, it costs itself and nothing else. For those
 * who spread inputs over machines themselves. Used by one thread, closed by any.
 */
public final class GuardedReader implements AutoCloseable {
    private final Worker worker;

    /** @param workers in processes, where anything may be in the inputs */
    public GuardedReader(Workers workers, Options options, Json json) {
        this.worker = workers.make(options, new Packing(json), false);
    }

    /**
     * Reads, or finds out that it cannot be read.
     *
     * @throws InterruptedException when this is closed meanwhile
     * @throws CannotGoOnException when no further input could be read either
     */
    public Packed read(Entry entry) throws InterruptedException {
        return worker.read(entry);
    }

    @Override
    public void close() {
        worker.close();
    }
}
