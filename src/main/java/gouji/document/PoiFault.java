package gouji.document;

import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.util.HashSet;
import java.util.Set;

/** Why POI gave a file up. It refuses document types and bombs by itself; what it says tells them from damage. */
public final class PoiFault {
    private PoiFault() {}

    /** The fault as the ledger has it: {@code UNSAFE_XML}, {@code LIMIT_RATIO} or else {@code CORRUPT}. */
    public static UnreadableException of(Throwable fault) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable t = fault; t != null && seen.add(t); t = t.getCause()) {
            String message = t.getMessage() == null ? "" : t.getMessage();
            if (message.contains("DOCTYPE")) {
                return new UnreadableException(Reason.UNSAFE_XML);
            }
            if (message.contains("Zip bomb")) {
                return new UnreadableException(Reason.LIMIT_RATIO);
            }
        }
        return new UnreadableException(Reason.CORRUPT);
    }
}
