package gouji.run;

/**
 * The machine lacks what every further input will need as well: the run stops, rather than refuse one input after the
 * other for a fault that is not theirs.
 */
public final class CannotGoOnException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message what is missing, and what to do */
    public CannotGoOnException(String message) {
        super(message);
    }
}
