package gouji.document;

import java.util.Objects;

/**
 * A picture on a page whose pixels can be had.
 *
 * @param box where it is painted, in points
 * @param pixels its pixels, upright as displayed
 */
public record PagePicture(Box box, Pixels pixels) {
    public PagePicture {
        Objects.requireNonNull(box, "box");
        Objects.requireNonNull(pixels, "pixels");
    }
}
