/**
 * Reads PDF, and is the only place that knows PDFBox.
 *
 * <p>Enters: the bytes of one PDF. Leaves: a {@link gouji.document.Document} whose pages hold the glyphs, rulings and
 * pictures a reader of the page would see.
 *
 * <p>How a page is read, in one pass over its content:
 *
 * <ol>
 *   <li>{@code PageTree} finds the pages, their crop box, rotation and resources, under a cap.
 *   <li>{@code ContentScanner} cuts the content stream into operators, {@code Interpreter} follows them (ISO 32000-1,
 *       clauses 8 and 9) with one {@code GraphicsState}; {@code Face} says what a character code means.
 *   <li>{@code Canvas} takes down, in painting order, what was painted where and in which colour.
 *   <li>{@code Canvas} then leaves out what nobody can see (white on white, painted over), and {@code RulingJoiner}
 *       makes whole lines of the pieces.
 * </ol>
 *
 * <p>Never knows: words, tables. Never draws: glyph outlines and picture samples are not decoded.
 */
package gouji.document.pdf;
