package gouji.document.ocr;

import gouji.source.Reason;
import java.util.Objects;

/** An engine gave no answer for some lines; the page they stand on is lost, and nothing else. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** @param reason CRASH, TIMEOUT or MEMORY */
    public EngineException(Reason reason, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    public Reason reason() {
        return reason;
    }
}
