/** PP-OCR line recognisers on ONNX Runtime. The only place that knows ONNX Runtime. */
package gouji.document.ocr.onnx;
