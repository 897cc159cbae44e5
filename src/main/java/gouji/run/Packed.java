package gouji.run;

import gouji.source.Reason;
import java.util.Optional;

/**
 * An outcome as it is kept, and as it goes from one process to another.
 *
 * @param reason why there is no report
 * @param cells observations of the report, 0 without one
 * @param body the outcome as JSON, deflated (RFC 1950); not copied
 */
public record Packed(Optional<Reason> reason, int cells, byte[] body) {}
