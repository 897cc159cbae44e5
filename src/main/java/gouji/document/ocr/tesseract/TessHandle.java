package gouji.document.ocr.tesseract;

import com.sun.jna.Pointer;
import gouji.document.ocr.EngineException;
import gouji.document.ocr.EngineMissingException;
import gouji.source.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;

/** One loaded engine with one set of data, kept as long as the process lives: to make one takes a hundred reads. */
final class TessHandle {
    private static final int DPI = 300;

    private final TessLibrary api;
    private final TessBaseAPI handle;

    /** @param mode page segmentation mode, a constant of {@code TessPageSegMode} */
    TessHandle(TessLibrary api, Path data, String language, int mode) {
        this.api = api;
        this.handle = api.TessBaseAPICreate();
        if (api.TessBaseAPIInit3(handle, data.toString(), language) != 0) {
            throw new EngineMissingException("Tesseract's data " + language + " cannot be loaded from " + data);
        }
        api.TessBaseAPISetVariable(handle, "debug_file", "/dev/null");
        api.TessBaseAPISetPageSegMode(handle, mode);
    }

    List<TessSymbol> read(TessPicture picture) {
        api.TessBaseAPISetImage(handle, picture.pixels(), picture.width(), picture.height(), 1, picture.width());
        api.TessBaseAPISetSourceResolution(handle, DPI);
        if (api.TessBaseAPIRecognize(handle, null) != 0) {
            throw new EngineException(Reason.CRASH, "Tesseract failed");
        }
        TessResultIterator symbols = api.TessBaseAPIGetIterator(handle);
        if (symbols == null) {
            return List.of();
        }
        List<TessSymbol> read = new ArrayList<>();
        do {
            Pointer text = api.TessResultIteratorGetUTF8Text(symbols, TessPageIteratorLevel.RIL_SYMBOL);
            if (text != null) {
                double score = api.TessResultIteratorConfidence(symbols, TessPageIteratorLevel.RIL_SYMBOL) / 100;
                read.add(new TessSymbol(
                        text.getString(0, StandardCharsets.UTF_8.name()), Math.max(0, Math.min(1, score))));
                api.TessDeleteText(text);
            }
        } while (api.TessResultIteratorNext(symbols, TessPageIteratorLevel.RIL_SYMBOL) != 0);
        api.TessResultIteratorDelete(symbols);
        return read;
    }
}
