/**
 * OpenDocument text (ODT, OASIS OpenDocument 1.2 and 1.3). A small reader of our own over the package's {@code
 * content.xml}: tables with spans, covered and repeated cells; tracked deletions, notes, comments and hidden text are left
 * out, as they are when every change is accepted.
 */
package gouji.document.odt;
