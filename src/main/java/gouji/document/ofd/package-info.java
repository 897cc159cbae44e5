/**
 * OFD, the fixed-layout format of Chinese public bodies (GB/T 33190-2016).
 *
 * <p>A small reader of our own: the package stays in memory, its XML is read as a stream, and glyphs, rulings and pictures
 * come out where a reader of the page sees them, as from a PDF. The format counts millimetres from the top left corner.
 * Signatures and seals are not checked; what they paint is not read. Not read either: composite objects (told of as {@code
 * PAGE_INCOMPLETE}) and annotations.
 */
package gouji.document.ofd;
