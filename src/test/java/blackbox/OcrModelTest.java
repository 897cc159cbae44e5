package blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of one's own: taken as described, or refused before anything is written. */
class OcrModelTest {
    @TempDir
    private Path folder;

    private Path descriptor(String model, String sha256, int height) throws Exception {
        copy("/models/" + model, "model.onnx");
        copy("/models/ppocr_keys_v1.txt", "keys.txt");
        byte[] bytes = Files.readAllBytes(folder.resolve("model.onnx"));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        return Files.writeString(
                folder.resolve("model.properties"),
                "model = model.onnx\ndictionary = keys.txt\nheight = " + height + "\nsha256 = "
                        + (sha256.isEmpty() ? digest : sha256) + "\n");
    }

    private void copy(String resource, String name) throws IOException {
        try (InputStream in = OcrModelTest.class.getResourceAsStream(resource)) {
            Files.copy(in, folder.resolve(name));
        }
    }

    private Call importing(Path descriptor) throws IOException {
        Path input = Files.writeString(folder.resolve("a.txt"), "report A 2020\nr1 1 2 3\n");
        return Call.gouji(
                "import", input, "--out", folder.resolve("out").toString(), "--ocr-model", descriptor.toString());
    }

    private void refuses(Path descriptor, String why) throws IOException {
        Call call = importing(descriptor);
        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("--ocr-model").contains(why);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void refusesAFileOfAnotherDigest() throws Exception {
        refuses(descriptor("ch_PP-OCRv4_rec_infer.onnx", "0".repeat(64), 48), "it is another file");
    }

    @Test
    void refusesAModelThatIsNoRecogniser() throws Exception {
        refuses(descriptor("ch_PP-OCRv4_det_infer.onnx", "", 64), "expected steps of");
    }

    @Test
    void refusesADescriptorWithoutAKey() throws Exception {
        refuses(Files.writeString(folder.resolve("model.properties"), "model = x\n"), "the key dictionary is missing");
    }

    @Test
    void takesAnotherRecogniser() throws Exception {
        Path descriptor = descriptor("ch_PP-OCRv3_rec_infer.onnx", "", 48);
        Call call = importing(descriptor);
        assertThat(call.status()).as(call.err()).isZero();
        assertThat(folder.resolve("out/observations.csv")).isNotEmptyFile();
    }
}
