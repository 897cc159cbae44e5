package gouji.office;

import gouji.document.Box;
import java.util.List;
import java.util.Optional;

/** Draws places of a report, where its source is at hand. */
@FunctionalInterface
public interface Pictures {
    /** No source is at hand. */
    Pictures NONE = (report, page, frames) -> Optional.empty();

    /**
     * A strip of a page with frames, as PNG; empty where it cannot be had.
     *
     * @param pageFrom1 the page
     * @param frames in points as displayed
     */
    Optional<byte[]> strip(Filing report, int pageFrom1, List<Box> frames);
}
