package gouji.table;

import gouji.document.Place;
import java.util.Objects;

/**
 * One paragraph, its lines joined (also over a page break).
 *
 * @param text never empty
 * @param place where it begins
 * @param sizePt size of most of its glyphs in points, 0 where unknown
 */
public record Prose(String text, Place place, double sizePt) implements Element {
    public Prose {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(place, "place");
    }
}
