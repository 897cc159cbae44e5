package gouji.run;

import gouji.source.Reason;
import java.util.Optional;

/**
 * An outcome as it is kept, and as it goes from one process to another.
 *
 * @param reason why there is no report
 * @param body the outcome as JSON, deflated (RFC 1950); not copied
 */
public record Packed(Optional<Reason> reason, byte[] body) {}
