/**
 * Reads pictures of pages: finds the ruled grids of a page in its pixels, cuts each cell out, and has it read by a
 * {@link gouji.document.ocr.TextModel}, keeping several readings of every figure. The models live in the packages below
 * this one, and know it.
 *
 * <p>Lengths named {@code In} are inches on paper; pixels otherwise. The recipe and its figures are in the shared study
 * {@code ocr.md}, sections 5.4 (grid), 5.5 (reading) and 6 (confidence).
 */
package gouji.document.ocr;
