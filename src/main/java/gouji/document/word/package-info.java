/**
 * Word processor files: DOCX and DOC (WPS Writer's files are DOC files by another name).
 *
 * <p>A document is read as it is displayed with every tracked change accepted. Headers, footers, notes and comments are
 * left out; macros are neither run nor looked at; what a file refers to outside itself is not fetched. POI opens the
 * packages; the text of a DOCX is walked through as a stream, because the reading order of text boxes, changes and nested
 * tables is what matters here, and because a stream has a depth limit.
 */
package gouji.document.word;
