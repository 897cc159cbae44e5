package gouji.table;

import gouji.document.Place;

/**
 * Text that stands in the frame of a table and is in none of its cells at that place, and why.
 *
 * @param place page and box
 * @param text what is printed there
 */
public record Aside(Place place, String text, Reason reason) {
    /** Why text is in no cell where it stands. */
    public enum Reason {
        /** A header printed again on a new page; the cells of the first stand for it. */
        REPEATED_HEADER,
        /** A label printed again, whole or in part, on a new page; the cell keeps it once. */
        REPEATED_LABEL,
        /** The rest of a cell that a page break cut; its text went on into the cell. */
        CONTINUATION
    }
}
