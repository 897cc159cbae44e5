package gouji.document;

import java.util.Objects;

/**
 * Something worth telling the user about an input that was read all the same.
 *
 * @param code closed code, {@code [A-Z][A-Z0-9_]*}
 * @param severity how much it matters
 * @param message one sentence: expected, found, where
 * @param place where; {@link Place#UNKNOWN} when it concerns the whole input
 */
public record Finding(String code, Severity severity, String message, Place place) {
    /** How much a finding matters. */
    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }

    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(place, "place");
        if (!code.matches("[A-Z][A-Z0-9_]*")) {
            throw new IllegalArgumentException("not a finding code: " + code);
        }
    }

    /** That a document holds macros. */
    public static Finding macros() {
        return info("MACROS", "The file holds macros; none was run.", Place.UNKNOWN);
    }

    /** That a document keeps track of its changes. */
    public static Finding revisions() {
        return warning(
                "REVISIONS", "The file holds tracked changes; it was read as if all were accepted.", Place.UNKNOWN);
    }

    /** That a document holds comments. */
    public static Finding comments() {
        return info("COMMENTS", "The file holds comments; they were not read.", Place.UNKNOWN);
    }

    public static Finding info(String code, String message, Place place) {
        return new Finding(code, Severity.INFO, message, place);
    }

    public static Finding warning(String code, String message, Place place) {
        return new Finding(code, Severity.WARNING, message, place);
    }
}
