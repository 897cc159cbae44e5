package gouji.report;

import java.util.Locale;

/** What is known of one observation; the contract's {@code state} column says each in full. */
public enum State {
    READ,
    CONFIRMED,
    REPAIRED,
    CONTRADICTED,
    SUSPECT,
    CORRECTED,
    BLANK,
    ABSENT;

    /** The word in the files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
