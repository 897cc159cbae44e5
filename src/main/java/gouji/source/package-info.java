/**
 * Bytes and where they came from.
 *
 * <p>Enters: files, folders and archives. Leaves: {@link gouji.source.Input}, or a reason why there is none
 * ({@link gouji.source.UnreadableException}). Never knows what a PDF is.
 */
package gouji.source;
