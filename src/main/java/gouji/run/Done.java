package gouji.run;

import gouji.source.Entry;

/** What a seat of the pool has to say. */
sealed interface Done {
    /**
     * An input has an outcome.
     *
     * @param nanos the time it took
     */
    record Read(Entry entry, Packed packed, long nanos) implements Done {}

    /** The run must stop. */
    record Failed(Throwable failure) implements Done {}
}
