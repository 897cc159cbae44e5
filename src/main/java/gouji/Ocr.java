package gouji;

/** What reads pictures; the constants are the words of the command line. */
public enum Ocr {
    /** PP-OCRv4 on ONNX Runtime; comes with the build. */
    ppocr,
    /** Nothing: scans and pictures are quarantined. */
    off
}
