package gouji.table;

import gouji.document.Box;
import gouji.document.Page;
import java.util.List;

/**
 * An independent engine that reads tables from the same glyphs and rulings: a second opinion, or a last resort. Slow, so
 * it is asked only where there is reason to.
 */
public interface SecondReader {
    /**
     * The tables that the rulings within an area show. Cells bear the engine's own row and column numbers, and no spans.
     *
     * @param area part of the page, in points
     */
    List<Table> ruled(Page page, Box area);

    /** The table that the alignment of text within an area shows: at most one, with no spans. */
    List<Table> aligned(Page page, Box area);
}
