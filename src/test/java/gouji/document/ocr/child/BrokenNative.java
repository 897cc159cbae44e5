package gouji.document.ocr.child;

import com.sun.jna.Pointer;
import gouji.document.ocr.Patch;
import gouji.document.ocr.Sight;
import gouji.document.ocr.TextModel;
import gouji.document.ocr.TextModelSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/**
 * A real engine whose native code fails on a line that is black all over: with {@code segv} it writes to an address that
 * is not its own, with {@code stop} its process stands still.
 */
public abstract class BrokenNative implements TextModelSource {
    private final TextModelSource real;

    BrokenNative(TextModelSource real) {
        this.real = real;
    }

    /** ONNX Runtime. */
    public static final class PpOcr extends BrokenNative {
        public PpOcr() {
            super(new gouji.document.ocr.onnx.PpOcrModel.Source());
        }
    }

    /** Tesseract. */
    public static final class Tesseract extends BrokenNative {
        public Tesseract() {
            super(new gouji.document.ocr.tesseract.TesseractModel.Source());
        }
    }

    @Override
    public TextModel open(List<String> arguments) {
        TextModel model = real.open(List.of());
        return new TextModel() {
            @Override
            public int lineHeight() {
                return model.lineHeight();
            }

            @Override
            public List<Sight> read(List<Patch> lines) {
                List<Sight> sights = model.read(lines);
                if (lines.stream().anyMatch(l -> l.quantile(0.35) < 20)) {
                    fail(arguments.get(0));
                }
                return sights;
            }
        };
    }

    private static void fail(String how) {
        if (how.equals("segv")) {
            new Pointer(8).setInt(0, 1);
        }
        try {
            new ProcessBuilder(
                            "kill",
                            "-STOP",
                            Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            // The signal may come a little later; no answer may go out before it.
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
