package gouji.document.ocr;

/** An engine cannot be started on this machine: no picture can be read, whichever it is. */
public final class EngineMissingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EngineMissingException(String message) {
        super(message);
    }

    public EngineMissingException(String message, Throwable cause) {
        super(message, cause);
    }
}
