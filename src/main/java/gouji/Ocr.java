package gouji;

/** What reads pictures; the constants are the words of the command line. */
public enum Ocr {
    /** PP-OCRv4 on ONNX Runtime; comes with the build. */
    ppocr,
    /** Tesseract through Tess4J; comes with the build. */
    tesseract,
    /** Nothing: scans and pictures are quarantined. */
    off
}
