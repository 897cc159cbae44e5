package gouji.panel;

import java.util.Locale;
import java.util.Objects;

/**
 * Which edition of a body's report for a year a file is. A later edition never takes the place of an earlier one.
 *
 * @param number from 1, by date of publication; a copy has the number of what it repeats
 * @param kind what it is
 * @param of report id of the first edition; empty for the first itself
 */
public record Edition(int number, Kind kind, String of) {
    /** The only edition, or the first. */
    public static final Edition FIRST = new Edition(1, Kind.ORIGINAL, "");

    /** Kinds of editions. */
    public enum Kind {
        ORIGINAL,
        /** Another file with the same figures. */
        COPY,
        /** Other figures, and it says that it is corrected. */
        CORRECTED,
        /** Other figures, and it does not say why. */
        CONFLICTING,
        /** Other figures than another, and a person decided that this one stands. */
        STANDING,
        /** Other figures than the one that a person decided on. */
        SET_ASIDE;

        /** The word in the files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Edition {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(of, "of");
    }
}
