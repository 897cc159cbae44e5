/**
 * The printed page, format-free.
 *
 * <p>Enters: the bytes of one input. Leaves: a {@link gouji.document.Document}. A document has either pages
 * (glyphs, rulings and pictures at a place) or, where the format has no pages of its own, a flow of blocks
 * (paragraphs and grids at a path), or both.
 *
 * <p>All coordinates are points (1/72 inch); the origin is the top left corner of the page as displayed (crop box
 * and page rotation applied), x grows to the right, y downwards. Pages count from 1.
 *
 * <p>Never knows: how a table is inferred, or what any label means. A leaf below this room reads one format and is
 * the only place that knows its library.
 */
package gouji.document;
