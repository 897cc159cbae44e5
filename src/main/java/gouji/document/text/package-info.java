/**
 * Text dumps: what is left of a report after somebody copied it out of a page.
 *
 * <p>Fields of a table row are parted by tabs, by bars, or by runs of blanks; where every cell stands on a line of its
 * own, the whole dump is one stream of cells. Only the order of the fields is believed, never their number in the
 * row, except where blanks align them into columns by display width.
 */
package gouji.document.text;
