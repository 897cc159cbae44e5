package gouji.document.pdf;

/**
 * Something painted over an area.
 *
 * @param area bounds on the displayed page
 * @param rgb its colour, {@link Ink#UNKNOWN} for a picture, shading or pattern
 * @param exact false where only part of the bounds is painted (a shape with curves or slants)
 * @param opaque whether nothing beneath shows through
 * @param shade whether its edges are borders a reader sees: false for a wiped line
 * @param order place in the painting order of the page
 */
record Fill(Area area, int rgb, boolean exact, boolean opaque, boolean shade, int order) {
    boolean hides() {
        return exact && opaque;
    }
}
