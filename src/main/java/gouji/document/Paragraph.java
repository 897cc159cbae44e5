package gouji.document;

import java.util.Objects;

/**
 * A run of prose.
 *
 * @param text without line breaks, white space as printed
 * @param place where it stands
 */
public record Paragraph(String text, Place place) implements Block {
    public Paragraph {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(place, "place");
    }
}
