package gouji.run;

import gouji.dataset.Extracted;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.util.Optional;

/**
 * What became of one input: a report, or a reason why there is none.
 *
 * @param extracted the report
 * @param reason present exactly when there is no report
 * @param detail a sentence about the reason
 */
record Outcome(Optional<Extracted> extracted, Optional<Reason> reason, String detail) {
    Outcome {
        if (extracted.isPresent() == reason.isPresent()) {
            throw new IllegalArgumentException("either a report or a reason, found " + reason);
        }
    }

    static Outcome imported(Extracted extracted) {
        return new Outcome(Optional.of(extracted), Optional.empty(), "");
    }

    static Outcome refused(Reason reason, String detail) {
        return new Outcome(Optional.empty(), Optional.of(reason), detail);
    }

    static Outcome refused(UnreadableException e) {
        return refused(e.reason(), e.getMessage());
    }
}
