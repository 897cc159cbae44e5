package gouji.document.ocr.tesseract;

import gouji.document.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;

/** Tesseract as it is mostly used: the whole page at once, for comparison. */
public final class WholePage {
    private final TessHandle handle;

    public WholePage() throws IOException {
        Path data = Natives.data();
        TessLibrary api = Natives.load();
        this.handle = new TessHandle(api, data, "chi_sim+eng", TessPageSegMode.PSM_AUTO);
    }

    /** The characters of a page, in the order Tesseract gives them. */
    public String read(Raster page) {
        ByteBuffer pixels = ByteBuffer.allocateDirect(page.width() * page.height());
        for (int i = 0; i < pixels.capacity(); i++) {
            pixels.put(i, (byte) page.at(i % page.width(), i / page.width()));
        }
        return TessSymbol.text(handle.read(new TessPicture(pixels, page.width(), page.height())));
    }
}
