package gouji;

import gouji.document.Recognizer;
import gouji.document.ocr.PageListener;
import gouji.document.ocr.PictureRecognizer;
import gouji.document.ocr.TextModelSource;
import gouji.document.ocr.child.ChildCommand;
import gouji.document.ocr.child.ChildModel;
import gouji.document.ocr.onnx.PpOcrModel;
import gouji.document.ocr.tesseract.TesseractModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What reads pictures in one call.
 *
 * @param engine which engine
 * @param pageLimit longest time for its answers on one page
 * @param listener told of every page
 */
public record Recognition(Ocr engine, Duration pageLimit, PageListener listener) {
    private static final Duration PAGE_LIMIT = Duration.ofSeconds(60);

    /** With the usual limit, and nobody listening. */
    public static Recognition of(Ocr engine) {
        return new Recognition(engine, PAGE_LIMIT, PageListener.NONE);
    }

    /** What the result of an input depends on besides its bytes. */
    String identity() {
        return engine.name();
    }

    Optional<Recognizer> recognizer() {
        return engine == Ocr.off ? Optional.empty() : Optional.of(new PictureRecognizer(child(), listener));
    }

    /** The engine, in a process of its own; none is started before it is asked. */
    ChildModel child() {
        Class<? extends TextModelSource> source = switch (engine) {
            case ppocr -> PpOcrModel.Source.class;
            case tesseract -> TesseractModel.Source.class;
            case off -> throw new IllegalStateException("off is no engine");
        };
        return new ChildModel(new ChildCommand(source, List.of()), pageLimit);
    }
}
