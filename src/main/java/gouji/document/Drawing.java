package gouji.document;

import gouji.source.Input;
import java.util.List;
import java.util.Objects;

/**
 * A picture in the flow of a format without pages.
 *
 * @param file the picture file as it came with the document
 * @param pages what was recognised in it, as pages of its own; empty until a recogniser has read it
 * @param place where it stands: {@code picture 2}
 */
public record Drawing(Input file, List<Page> pages, Place place) implements Block {
    public Drawing {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(place, "place");
        pages = List.copyOf(pages);
    }
}
