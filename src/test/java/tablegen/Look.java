package tablegen;

/**
 * How a document is written and drawn.
 *
 * @param flipped whether the page's space is turned over, y downwards, as browsers write it
 * @param turned degrees counter-clockwise by which the content is turned on the page
 * @param rotate the page's own rotation in degrees clockwise
 * @param cropPt width of a margin that the crop box cuts off; 0 for none
 * @param sizePt of the text
 * @param padPt between text and rules
 * @param form whether the content lies in a form XObject
 * @param landscape whether the page as laid out is wider than high
 */
record Look(
        Faces face,
        Rules rules,
        Emission emission,
        Order order,
        boolean flipped,
        int turned,
        int rotate,
        double cropPt,
        double sizePt,
        double padPt,
        double looseRowsPt,
        Align values,
        Align stubs,
        boolean top,
        boolean form,
        boolean landscape) {

    /** How the borders of cells are drawn. */
    enum Rules {
        STROKES_A_CELL,
        STROKES_THROUGH,
        RECTANGLES,
        FILLS_A_CELL,
        FILLS_THROUGH,
        DASHED,
        DASHES_ONE_BY_ONE,
        DOUBLE,
        DOUBLE_FRAME,
        HAIRLINES,
        GREY_HEADER,
        WHITE_OVER_BLACK,
        OPEN_SIDES,
        /** Some pieces of borders are not drawn. */
        GAPS,
        /** No vertical rules at all. */
        ACROSS_ONLY
    }

    /** How the glyphs of a line are shown. */
    enum Emission {
        LINE,
        GLYPH_BY_GLYPH,
        ARRAY,
        SCALED,
        SPREAD,
        PADDED
    }

    /** What is painted when. */
    enum Order {
        CELLS,
        RULES_FIRST,
        TEXT_FIRST,
        COLUMNS,
        SHUFFLED
    }

    /** Where a line stands in its cell. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }
}
