package gouji.document.pdf;

import gouji.source.Reason;
import gouji.source.UnreadableException;

/** A budget of {@link PdfLimits} ran out: thrown deep inside, turned into an {@link UnreadableException} at the door. */
final class LimitExceeded extends RuntimeException {
    private final transient Reason reason;

    LimitExceeded(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    UnreadableException unreadable() {
        return new UnreadableException(reason, getMessage());
    }
}
