/**
 * Printed grids.
 *
 * <p>Enters: a {@link gouji.document.Document}. Leaves: a {@link gouji.table.Layout}, the document's paragraphs and
 * tables in reading order, each cell with its text as printed and its place. Never knows profiles: what a label
 * means is decided further right.
 */
package gouji.table;
