package gouji.table;

import java.util.List;

/**
 * What stands on one page.
 *
 * @param page from 1
 * @param widthPt width of the page
 * @param heightPt height of the page
 * @param lines lines outside tables, from the top down
 * @param parts tables or parts of tables, from the top down
 */
record PageContent(int page, double widthPt, double heightPt, List<TextLine> lines, List<Part> parts) {
    PageContent {
        lines = List.copyOf(lines);
        parts = List.copyOf(parts);
    }

    /** Column edges of the last table, which may go on on the next page; empty without one. */
    List<Double> lastColumns() {
        return parts.isEmpty() ? List.of() : parts.get(parts.size() - 1).xs();
    }
}
