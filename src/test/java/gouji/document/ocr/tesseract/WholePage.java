package gouji.document.ocr.tesseract;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import gouji.document.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;

/** Tesseract as it is mostly used: the whole page at once, for comparison. */
public final class WholePage {
    private final Api api;
    private final TessBaseAPI handle;

    interface Api extends TessLibrary {
        Pointer TessBaseAPIGetUTF8Text(TessBaseAPI handle);
    }

    public WholePage() throws IOException {
        Natives.load();
        this.api = Native.load("tesseract", Api.class);
        this.handle = api.TessBaseAPICreate();
        if (api.TessBaseAPIInit3(handle, Natives.data().toString(), "chi_sim+eng") != 0) {
            throw new IOException("no data");
        }
        api.TessBaseAPISetVariable(handle, "debug_file", "/dev/null");
        api.TessBaseAPISetPageSegMode(handle, TessPageSegMode.PSM_AUTO);
    }

    /** The text of a page, as Tesseract gives it. */
    public String read(Raster page) {
        ByteBuffer pixels = ByteBuffer.allocateDirect(page.width() * page.height());
        for (int i = 0; i < pixels.capacity(); i++) {
            pixels.put(i, (byte) page.at(i % page.width(), i / page.width()));
        }
        api.TessBaseAPISetImage(handle, pixels, page.width(), page.height(), 1, page.width());
        api.TessBaseAPISetSourceResolution(handle, (int) Math.round(page.dpi()));
        Pointer text = api.TessBaseAPIGetUTF8Text(handle);
        if (text == null) {
            return "";
        }
        String read = text.getString(0, StandardCharsets.UTF_8.name());
        api.TessDeleteText(text);
        return read;
    }
}
