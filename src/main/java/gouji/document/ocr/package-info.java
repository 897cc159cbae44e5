/**
 * Reads pictures of pages: finds the ruled grids of a page in its pixels, cuts each cell out, and reads it with
 * PP-OCRv4 on ONNX Runtime, keeping several readings of every figure. The only place that knows ONNX Runtime.
 *
 * <p>Lengths named {@code In} are inches on paper; pixels otherwise. The recipe and its figures are in the shared study
 * {@code ocr.md}, sections 5.4 (grid), 5.5 (reading) and 6 (confidence).
 */
package gouji.document.ocr;
