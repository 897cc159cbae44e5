package gouji;

import gouji.check.Calibration;
import gouji.document.Recognizer;
import gouji.document.ocr.EngineMissingException;
import gouji.document.ocr.PageListener;
import gouji.document.ocr.PictureRecognizer;
import gouji.document.ocr.TextModelSource;
import gouji.document.ocr.child.ChildCommand;
import gouji.document.ocr.child.ChildModel;
import gouji.document.ocr.onnx.ModelFile;
import gouji.document.ocr.onnx.PpOcrModel;
import gouji.document.ocr.tesseract.TesseractModel;
import gouji.run.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What reads pictures in one call.
 *
 * @param engine which engine
 * @param model a PP-OCR model of one's own; empty for the one of the build
 * @param pageLimit longest time for its answers on one page
 * @param listener told of every page
 */
public record Recognition(Ocr engine, Optional<ModelFile> model, Duration pageLimit, PageListener listener) {
    private static final Duration PAGE_LIMIT = Duration.ofSeconds(60);

    /** With the usual limit, and nobody listening. */
    public static Recognition of(Ocr engine) {
        return new Recognition(engine, Optional.empty(), PAGE_LIMIT, PageListener.NONE);
    }

    /**
     * A model of one's own, loaded once to see that it can be.
     *
     * @throws UsageException when its descriptor is wrong, or it is no such model
     */
    public static Optional<ModelFile> model(Path descriptor) throws UsageException {
        try {
            ModelFile file = ModelFile.read(descriptor);
            Recognition one = new Recognition(Ocr.ppocr, Optional.of(file), PAGE_LIMIT, PageListener.NONE);
            try (ChildModel model = one.child()) {
                model.lineHeight();
            }
            return Optional.of(file);
        } catch (IllegalArgumentException | EngineMissingException e) {
            throw new UsageException("--ocr-model " + descriptor + ": " + e.getMessage());
        }
    }

    /** What the result of an input depends on besides its bytes. */
    String identity() {
        return engine.name() + model.map(m -> ":" + m.identity()).orElse("");
    }

    Optional<Recognizer> recognizer() {
        return engine == Ocr.off ? Optional.empty() : Optional.of(new PictureRecognizer(child(), listener));
    }

    /** What the scores of the engine are worth; of a model of one's own nobody has measured it. */
    Calibration calibration() {
        return model.isPresent() ? Calibration.NONE : Calibration.builtIn(engine.name());
    }

    /** The engine, in a process of its own; none is started before it is asked. */
    ChildModel child() {
        Class<? extends TextModelSource> source = switch (engine) {
            case ppocr -> PpOcrModel.Source.class;
            case tesseract -> TesseractModel.Source.class;
            case off -> throw new IllegalStateException("off is no engine");
        };
        return new ChildModel(
                new ChildCommand(source, model.map(ModelFile::arguments).orElse(List.of())), pageLimit);
    }
}
