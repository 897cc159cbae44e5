/**
 * Spreadsheets: XLSX and XLS (WPS's ET files are XLS files by another name).
 *
 * <p>A cell is read as it is displayed, but without losing digits that its number format rounds away. Formulas are never
 * calculated: the value stored with them is taken. Hidden sheets, rows and columns are left out and told of. Each block of
 * rows that touch is a table; a row of one cell outside of a table is a paragraph.
 */
package gouji.document.sheet;
