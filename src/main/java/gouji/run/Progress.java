package gouji.run;

/** Told how far a run is; called from one thread at a time. */
public interface Progress {
    /** Says nothing. */
    Progress SILENT = new Progress() {};

    /**
     * A part of the run begins.
     *
     * @param what {@code Looking}, {@code Reading}, {@code Writing}
     * @param total steps it has, -1 where unknown
     */
    default void begin(String what, long total) {}

    /** One more step is done. */
    default void step() {}

    /** The part is over. */
    default void end() {}
}
