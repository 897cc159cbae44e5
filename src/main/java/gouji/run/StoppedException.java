package gouji.run;

/** The run was asked to stop, and did before it touched the dataset; what was read is kept. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoppedException() {
        super("stopped");
    }
}
