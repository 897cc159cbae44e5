package gouji.run;

import gouji.source.Reason;
import java.util.Optional;
import java.util.Set;

/**
 * An outcome as it is kept, and as it goes from one process to another.
 *
 * @param reason why there is no report
 * @param cells observations of the report, 0 without one
 * @param body the outcome as JSON, deflated (RFC 1950); not copied
 */
public record Packed(Optional<Reason> reason, int cells, byte[] body) {
    private static final Set<Reason> FLEETING =
            Set.of(Reason.MEMORY, Reason.CRASH, Reason.UNREADABLE, Reason.CHANGED_WHILE_READ);

    /** Whether it says something about this moment or this machine, not about the bytes: the next run tries again. */
    public boolean isFleeting() {
        return reason.filter(FLEETING::contains).isPresent();
    }
}
