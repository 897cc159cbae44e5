package degraded;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Faces to print with: those of the system that hold simplified Chinese, and WenQuanYi Zen Hei, which a test dependency
 * brings along (com.anji-plus:captcha is used for this file only).
 */
final class Faces {
    private static final String BUNDLED = "/fonts/WenQuanZhengHei.ttf";
    private static final List<String> HAN = List.of(
            "Noto Serif CJK SC",
            "Noto Sans CJK SC",
            "AR PL SungtiL GB",
            "AR PL KaitiM GB",
            "AR PL UMing CN",
            "LXGW WenKai",
            "WenQuanYi Micro Hei");
    private static final List<String> LATIN = List.of("Liberation Serif", "Liberation Sans", "DejaVu Serif");

    private Faces() {}

    /** Chinese faces, in a fixed order; empty where Java draws no text at all. */
    static List<Font> han(boolean bundledOnly) {
        List<Font> faces = new ArrayList<>();
        bundled().ifPresent(faces::add);
        if (!bundledOnly) {
            installed(HAN, faces);
        }
        return faces;
    }

    /** Faces for figures; may be empty: the Chinese face has figures too. */
    static List<Font> latin(boolean bundledOnly) {
        List<Font> faces = new ArrayList<>();
        if (!bundledOnly) {
            installed(LATIN, faces);
        }
        return faces;
    }

    private static void installed(List<String> wanted, List<Font> faces) {
        List<String> there =
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        wanted.stream().filter(there::contains).forEach(f -> faces.add(new Font(f, Font.PLAIN, 10)));
    }

    private static Optional<Font> bundled() {
        try (InputStream in = Faces.class.getResourceAsStream(BUNDLED)) {
            return in == null ? Optional.empty() : Optional.of(Font.createFont(Font.TRUETYPE_FONT, in));
        } catch (IOException | FontFormatException e) {
            return Optional.empty();
        } catch (LinkageError | NullPointerException | IllegalStateException e) {
            // A Java without font libraries.
            return Optional.empty();
        }
    }
}
