package gouji.document.ocr.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.document.ocr.EngineMissingException;
import gouji.document.ocr.Patch;
import gouji.document.ocr.Sight;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    /** Of ch_PP-OCRv4_rec_infer.onnx, as the shared study pins it. */
    private static final String PINNED = "01963c554a1a0020";

    @TempDir
    private Path folder;

    private void copy(String resource, String name) throws Exception {
        try (InputStream in = ModelFileTest.class.getResourceAsStream(resource)) {
            Files.copy(in, folder.resolve(name));
        }
    }

    private ModelFile builtIn() throws Exception {
        copy("/models/ch_PP-OCRv4_rec_infer.onnx", "m.onnx");
        copy("/models/ppocr_keys_v1.txt", "keys.txt");
        Path descriptor = folder.resolve("d.properties");
        String text = "model=m.onnx\ndictionary=keys.txt\nheight=48\nsha256=";
        Files.writeString(descriptor, text + "00");
        String found = "";
        try {
            ModelFile.read(descriptor);
        } catch (IllegalArgumentException e) {
            found = e.getMessage().replaceAll(".* has ([0-9a-f]{64}).*", "$1");
        }
        Files.writeString(descriptor, text + found);
        return ModelFile.read(descriptor);
    }

    @Test
    void readsTheBuiltInModelFromAFileAsFromTheBuild() throws Exception {
        ModelFile file = builtIn();
        assertThat(file.sha256()).startsWith(PINNED);
        float[] grey = new float[60 * 48];
        Arrays.fill(grey, 255);
        for (int y = 8; y < 40; y++) {
            Arrays.fill(grey, y * 60 + 28, y * 60 + 32, 0);
        }
        List<Patch> one = List.of(Patch.of(60, 48, grey));
        Sight here = new PpOcrModel().read(one).get(0);
        Sight there = new PpOcrModel.Source().open(file.arguments()).read(one).get(0);
        assertThat(here.figures().length).isPositive();
        assertThat(there.text()).isEqualTo(here.text());
        assertThat(Arrays.deepEquals(there.figures(), here.figures())).isTrue();
    }

    @Test
    void refusesADictionaryThatDoesNotFit() throws Exception {
        ModelFile file = builtIn();
        Files.writeString(folder.resolve("keys.txt"), "a\nb\n");
        assertThatThrownBy(() -> new PpOcrModel.Source().open(file.arguments()))
                .isInstanceOf(EngineMissingException.class)
                .hasMessageContaining("the dictionary has 2 characters");
    }
}
