package gouji;

import gouji.document.Raster;
import gouji.document.ocr.EngineException;
import gouji.document.ocr.EngineMissingException;
import gouji.document.ocr.Patch;
import gouji.document.ocr.Sight;
import gouji.document.ocr.child.ChildModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.ImageIO;

/** Starts an engine as an import would, and has it read a picture that comes with the build. */
final class EngineCheck {
    private static final String PICTURE = "/gouji/doctor/2019.png";
    private static final String PRINTED = "2019";
    private static final int DPI = 300;

    private EngineCheck() {}

    static Symptom of(Ocr engine, boolean needed) {
        String name = "engine " + engine;
        try (ChildModel model = Recognition.of(engine).child()) {
            Sight sight = model.read(List.of(picture())).get(0);
            boolean right = sight.text().equals(PRINTED);
            return right
                    ? new Symptom(name, true, needed, "loads, and reads a picture of " + PRINTED + " right", "")
                    : new Symptom(
                            name,
                            false,
                            needed,
                            "loads, but reads “" + sight.text() + "” where " + PRINTED + " is printed",
                            "Build again: mvn -B clean package. If that does not help, please report it.");
        } catch (EngineMissingException | EngineException | IOException e) {
            return new Symptom(name, false, needed, e.getMessage(), advice(engine));
        }
    }

    private static String advice(Ocr engine) {
        return engine == Ocr.ppocr
                ? "Scans cannot be read. Build again (mvn -B clean package); on a machine ONNX Runtime has no library"
                        + " for, use --ocr tesseract or --ocr off."
                : "Only --ocr tesseract needs it. Debian: apt install libtesseract5; or build for this machine with"
                        + " -Dnatives.platform=NAME.";
    }

    private static Patch picture() throws IOException {
        try (InputStream in = EngineCheck.class.getResourceAsStream(PICTURE)) {
            if (in == null) {
                throw new IOException("no " + PICTURE + " on the class path");
            }
            Raster raster = Raster.of(ImageIO.read(in), DPI);
            float[] grey = new float[raster.width() * raster.height()];
            for (int i = 0; i < grey.length; i++) {
                grey[i] = raster.at(i % raster.width(), i / raster.width());
            }
            return Patch.of(raster.width(), raster.height(), grey);
        }
    }
}
