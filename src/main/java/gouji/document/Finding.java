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

    public static Finding info(String code, String message, Place place) {
        return new Finding(code, Severity.INFO, message, place);
    }

    public static Finding warning(String code, String message, Place place) {
        return new Finding(code, Severity.WARNING, message, place);
    }
}
