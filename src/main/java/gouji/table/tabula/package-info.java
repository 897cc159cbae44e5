/**
 * The only place that knows tabula-java: a second reader of tables over our own glyphs and rulings. tabula's detectors
 * and command line, which need PDFBox 2, are never touched.
 */
package gouji.table.tabula;
