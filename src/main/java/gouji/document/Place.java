package gouji.document;

import java.util.Objects;
import java.util.Optional;

/**
 * Where something stands: on a page at a box, or, where the source has no pages, at a stable path.
 *
 * @param page page number from 1; 0 where the source has no pages
 * @param box the box on that page; empty where there are no pages
 * @param path {@code table 2 / row 5 / cell 3} (each from 1), {@code line 12}, …; empty where there are pages
 */
public record Place(int page, Optional<Box> box, String path) {
    /** A place nobody knows. */
    public static final Place UNKNOWN = new Place(0, Optional.empty(), "");

    public Place {
        Objects.requireNonNull(box, "box");
        Objects.requireNonNull(path, "path");
    }

    public static Place onPage(int page, Box box) {
        return new Place(page, Optional.of(box), "");
    }

    public static Place at(String path) {
        return new Place(0, Optional.empty(), path);
    }
}
