/** Tesseract through Tess4J's raw interface. The only place that knows Tess4J and JNA. */
package gouji.document.ocr.tesseract;
