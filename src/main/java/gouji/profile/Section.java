package gouji.profile;

import java.util.Objects;

/**
 * A headed part of a report's prose.
 *
 * @param code {@code section.overview}
 * @param label its heading; the leading ordinal is a hint only
 */
public record Section(String code, Label label) {
    public Section {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(label, "label");
    }
}
