package gouji.document.ocr.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * A recogniser of one's own, as a descriptor names it: a properties file in UTF-8 with {@code model} (ONNX file, relative
 * to the descriptor), {@code sha256} of that file, {@code dictionary} (a character a line) and {@code height} (of a line,
 * in pixels).
 *
 * @param height of a line in pixels, 16 to 128
 */
public record ModelFile(Path model, String sha256, Path dictionary, int height) {
    private static final int LEAST_HEIGHT = 16;
    private static final int MOST_HEIGHT = 128;

    /**
     * Reads a descriptor, and compares the digest.
     *
     * @throws IllegalArgumentException when something it names is not there or not as it says, with what was expected
     */
    public static ModelFile read(Path descriptor) {
        Properties keys = new Properties();
        try (Reader reader = Files.newBufferedReader(descriptor, StandardCharsets.UTF_8)) {
            keys.load(reader);
        } catch (IOException e) {
            throw new IllegalArgumentException("it cannot be read; expected a text of keys and values", e);
        }
        Path folder = descriptor.toAbsolutePath().getParent();
        Path model = folder.resolve(needed(keys, "model"));
        Path dictionary = folder.resolve(needed(keys, "dictionary"));
        if (!Files.isRegularFile(dictionary)) {
            throw new IllegalArgumentException("dictionary: there is no file " + dictionary);
        }
        String expected = needed(keys, "sha256").toLowerCase(java.util.Locale.ROOT);
        String found = digest(model);
        if (!found.equals(expected)) {
            throw new IllegalArgumentException(
                    "sha256: expected " + expected + ", but " + model + " has " + found + "; it is another file");
        }
        return new ModelFile(model, found, dictionary, height(needed(keys, "height")));
    }

    private static String needed(Properties keys, String key) {
        String value = keys.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    "the key " + key + " is missing; expected model, sha256, dictionary," + " height");
        }
        return value;
    }

    private static int height(String text) {
        if (!text.matches("\\d{1,3}")
                || Integer.parseInt(text) < LEAST_HEIGHT
                || Integer.parseInt(text) > MOST_HEIGHT) {
            throw new IllegalArgumentException(
                    "height: expected " + LEAST_HEIGHT + " to " + MOST_HEIGHT + " pixels, found " + text);
        }
        return Integer.parseInt(text);
    }

    private static String digest(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException e) {
            throw new IllegalArgumentException("model: " + file + " cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What the reading of a picture depends on. */
    public String identity() {
        return sha256.substring(0, 16) + "-" + digest(dictionary).substring(0, 16) + "-" + height;
    }

    /** For {@link PpOcrModel.Source#open}. */
    public List<String> arguments() {
        return List.of(model.toString(), dictionary.toString(), Integer.toString(height));
    }
}
