package gouji.run;

/** The call cannot be carried out as given; nothing was written. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    /** @param message expected, found, what to do */
    public UsageException(String message) {
        super(message);
    }
}
