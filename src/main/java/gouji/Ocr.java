package gouji;

import gouji.document.Recognizer;
import gouji.document.ocr.PpOcrRecognizer;
import gouji.document.pdf.PdfReader;
import java.util.Optional;

/** The choice of {@code --ocr}: which engine reads pictures, if any. */
public enum Ocr {
    /** PP-OCRv4 on ONNX Runtime, from the build's own dependencies. */
    PPOCR,
    /** None: scans are quarantined with {@code NO_TEXT}. */
    OFF;

    /** The PDF reader that goes with the choice: with an engine, pages keep their pictures. */
    public PdfReader pdfReader() {
        return this == OFF ? new PdfReader() : PdfReader.withPictures();
    }

    /** The engine; its model is loaded when the first picture is read. */
    public Optional<Recognizer> recognizer() {
        return this == OFF ? Optional.empty() : Optional.of(new PpOcrRecognizer());
    }
}
