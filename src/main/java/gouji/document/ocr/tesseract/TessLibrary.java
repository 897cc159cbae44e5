package gouji.document.ocr.tesseract;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;

/**
 * The functions of Tesseract's C interface that are used, as Tess4J's {@code TessAPI} declares them. That one cannot be
 * loaded without Lept4J, 4 MB of it, for functions nobody calls here.
 */
interface TessLibrary extends Library {
    TessBaseAPI TessBaseAPICreate();

    int TessBaseAPIInit3(TessBaseAPI handle, String folder, String language);

    int TessBaseAPISetVariable(TessBaseAPI handle, String name, String value);

    void TessBaseAPISetPageSegMode(TessBaseAPI handle, int mode);

    void TessBaseAPISetImage(
            TessBaseAPI handle, ByteBuffer pixels, int width, int height, int bytesPerPixel, int bytesPerLine);

    void TessBaseAPISetSourceResolution(TessBaseAPI handle, int dpi);

    int TessBaseAPIRecognize(TessBaseAPI handle, Pointer monitor);

    /** Null where nothing was seen. */
    TessResultIterator TessBaseAPIGetIterator(TessBaseAPI handle);

    Pointer TessResultIteratorGetUTF8Text(TessResultIterator at, int level);

    float TessResultIteratorConfidence(TessResultIterator at, int level);

    int TessResultIteratorNext(TessResultIterator at, int level);

    void TessResultIteratorDelete(TessResultIterator at);

    void TessDeleteText(Pointer text);
}
