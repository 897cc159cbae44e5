package gouji.document.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The ladder from bytes to text: byte order mark, strict UTF-8, strict GB18030 (with Big5 getting ICU's vote, since a
 * strict GB18030 decoder accepts Big5 text too).
 */
final class Charsets {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");
    /** ICU's confidence (of 100) from which Big5 is preferred to a GB18030 reading that also decodes. */
    private static final int BIG5_CONFIDENCE = 80;

    private Charsets() {}

    /** The text, without byte order mark; empty when the bytes are text in none of the encodings. */
    static Optional<String> decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return strict(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return strict(bytes, 0, StandardCharsets.UTF_8).or(() -> chinese(bytes)).filter(Charsets::isProse);
    }

    private static Optional<String> chinese(byte[] bytes) {
        Optional<String> gb = strict(bytes, 0, GB18030);
        if (gb.isPresent() && !looksLikeBig5(bytes)) {
            return gb;
        }
        return strict(bytes, 0, BIG5).or(() -> gb);
    }

    private static boolean looksLikeBig5(byte[] bytes) {
        CharsetMatch match = new CharsetDetector().setText(bytes).detect();
        return match != null && match.getName().equals("Big5") && match.getConfidence() >= BIG5_CONFIDENCE;
    }

    private static Optional<String> strict(byte[] bytes, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Binary files also decode as GB18030 by chance: text has no NUL and next to no control characters. */
    private static boolean isProse(String text) {
        int control = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
                control++;
            }
        }
        return control * 200 <= text.length();
    }

    private static boolean startsWith(byte[] bytes, int... head) {
        if (bytes.length < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if ((bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }
}
