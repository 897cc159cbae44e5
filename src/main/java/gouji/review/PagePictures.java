package gouji.review;

import java.util.Objects;
import java.util.Optional;

/** Gives pictures of pages of source documents, where these are at hand. */
@FunctionalInterface
public interface PagePictures {
    /**
     * A picture of a page; empty where the source is not at hand or the page cannot be drawn.
     *
     * @param input its name in the dataset
     * @param sha256 digest the source must have
     * @param page from 1
     */
    Optional<Picture> find(String input, String sha256, int page);

    /**
     * A picture.
     *
     * @param png its bytes
     * @param widthPt width of the page in points
     * @param heightPt height of the page in points
     */
    record Picture(byte[] png, double widthPt, double heightPt) {
        public Picture {
            Objects.requireNonNull(png, "png");
        }
    }
}
