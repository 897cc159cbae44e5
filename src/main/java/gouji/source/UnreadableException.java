package gouji.source;

import java.util.Objects;

/** An input that cannot become a document: a fact about the input, not a fault of ours. */
public final class UnreadableException extends Exception {
    private final Reason reason;

    public UnreadableException(Reason reason) {
        this(reason, reason.sentence());
    }

    /** @param detail one sentence a person understands, with the next step */
    public UnreadableException(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    public Reason reason() {
        return reason;
    }
}
