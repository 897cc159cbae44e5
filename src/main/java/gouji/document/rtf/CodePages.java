package gouji.document.rtf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Bytes of text to characters, in the code page of the font at hand, or of the whole document. */
final class CodePages {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Charset document = WESTERN;

    /** {@code \ansicpgN}. */
    void documentPage(int number) {
        document = switch (number) {
            case 936, 54936 -> Charset.forName("GB18030");
            case 950 -> Charset.forName("Big5-HKSCS");
            case 932 -> Charset.forName("windows-31j");
            case 949 -> Charset.forName("x-windows-949");
            case 65001 -> StandardCharsets.UTF_8;
            default -> WESTERN;
        };
    }

    /** {@code \fN\fcharsetN} in the font table; only what says more than the document does. */
    void font(int font, int charset) {
        switch (charset) {
            case 134 -> fonts.put(font, Charset.forName("GB18030"));
            case 136 -> fonts.put(font, Charset.forName("Big5-HKSCS"));
            case 128 -> fonts.put(font, Charset.forName("windows-31j"));
            case 129 -> fonts.put(font, Charset.forName("x-windows-949"));
            default -> {}
        }
    }

    void add(int b) {
        bytes.write(b);
    }

    /** The characters of the bytes so far. */
    String take(int font) {
        if (bytes.size() == 0) {
            return "";
        }
        String text = new String(bytes.toByteArray(), fonts.getOrDefault(font, document));
        bytes.reset();
        return text;
    }
}
