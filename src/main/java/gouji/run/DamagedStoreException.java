package gouji.run;

/** The file of a {@link Store} is no whole database; what it held must be made again. */
public final class DamagedStoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param cause what the database said */
    public DamagedStoreException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
