package gouji.dataset;

/** A folder is no dataset of ours. */
public final class NotADatasetException extends Exception {
    private static final long serialVersionUID = 1;

    public NotADatasetException(String message) {
        super(message);
    }
}
