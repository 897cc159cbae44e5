package gouji.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Font subsets often map 民, 人 or 工 to the code points of CJK radicals (⺠ U+2EA0, ⼈ U+2F08, ⼯ U+2F2F), which look the
 * same and equal nothing. This folds them by the Unicode property Equivalent_Unified_Ideograph; NFKC knows only the
 * Kangxi block.
 */
public final class CjkRadicals {
    private static final int FIRST = 0x2E80;
    private static final int LAST = 0x2FDF;
    private static final Map<Integer, String> IDEOGRAPHS = load();

    private CjkRadicals() {}

    /** The text with every radical code point replaced by its ideograph; the same object when there is none. */
    public static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isRadical(text.charAt(i))) {
                return foldFrom(text, i);
            }
        }
        return text;
    }

    private static boolean isRadical(char c) {
        return c >= FIRST && c <= LAST;
    }

    private static String foldFrom(String text, int from) {
        StringBuilder folded = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(isRadical(c) ? IDEOGRAPHS.getOrDefault((int) c, String.valueOf(c)) : String.valueOf(c));
        }
        return folded.toString();
    }

    private static Map<Integer, String> load() {
        Map<Integer, String> map = new HashMap<>();
        try (InputStream in = CjkRadicals.class.getResourceAsStream("cjk-radicals.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] pair = line.split(" ");
                    map.put(Integer.parseInt(pair[0], 16), Character.toString(Integer.parseInt(pair[1], 16)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return map;
    }
}
