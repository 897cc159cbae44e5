package gouji.document;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The ladder from bytes to text: byte order mark, strict UTF-8, strict GB18030 (with Big5 getting ICU's vote, since a
 * strict GB18030 decoder accepts Big5 text too). What a document declares of itself settles only what the bytes leave
 * open: text that is valid UTF-8 is UTF-8 whatever it says.
 */
public final class TextEncoding {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    /** ICU's confidence (of 100) from which Big5 is preferred to a GB18030 reading that also decodes. */
    private static final int BIG5_CONFIDENCE = 80;
    /** Characters in a thousand that may be lost before a text is given up. */
    private static final int LOST_PER_MILLE = 20;

    private static final int WIDE_HEAD_BYTES = 32;

    private TextEncoding() {}

    /**
     * Bytes read as text.
     *
     * @param text without byte order mark
     * @param charset the encoding they were read in
     * @param lost characters that could not be read and stand as U+FFFD
     */
    public record Decoded(String text, Charset charset, int lost) {}

    /** The text, without byte order mark; empty when the bytes are text in none of the encodings. */
    public static Optional<String> decode(byte[] bytes) {
        return marked(bytes).or(() -> plain(bytes)).map(Decoded::text).filter(TextEncoding::isProse);
    }

    private static Optional<Decoded> plain(byte[] bytes) {
        return strict(bytes, 0, StandardCharsets.UTF_8).or(() -> chinese(bytes, Optional.empty()));
    }

    /**
     * The text of markup: as {@link #decode}, but a declared encoding settles doubt, UTF-16 is known by its zero bytes
     * without a mark, stray NULs are dropped, and a few damaged characters are forgiven and counted.
     *
     * @param label the declared encoding, empty when none is
     */
    public static Optional<Decoded> decodeMarkup(byte[] bytes, String label) {
        Optional<Decoded> wide = marked(bytes).or(() -> unmarkedWide(bytes));
        if (wide.isPresent()) {
            return wide;
        }
        Optional<Charset> declared = charset(label);
        return strict(bytes, 0, StandardCharsets.UTF_8)
                .or(() -> chinese(bytes, declared))
                .or(() -> lenient(bytes, declared))
                .map(d -> new Decoded(d.text().replace("\0", ""), d.charset(), d.lost()));
    }

    /** The encoding a label means: everything of the GB family is GB18030, as browsers have it. */
    public static Optional<Charset> charset(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT).replaceAll("[\"']", "");
        if (name.matches(
                "(?:x-)?(?:gb2312.*|gbk|gb_2312.*|gb18030|cp936|ms936|windows-936|csgb2312|chinese|euc-cn|hz.*)")) {
            return Optional.of(GB18030);
        }
        if (name.matches("(?:x-)?big5.*|cp950|ms950|windows-950|csbig5")) {
            return Optional.of(BIG5);
        }
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Decoded> marked(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return strict(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    /** Markup begins with ASCII, so UTF-16 shows itself by a zero in every second of the first bytes. */
    private static Optional<Decoded> unmarkedWide(byte[] bytes) {
        int[] zeros = new int[2];
        int seen = Math.min(bytes.length, WIDE_HEAD_BYTES);
        for (int i = 0; i < seen; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        if (zeros[1] > seen / 3 && zeros[0] == 0) {
            return strict(bytes, 0, StandardCharsets.UTF_16LE);
        }
        return zeros[0] > seen / 3 && zeros[1] == 0 ? strict(bytes, 0, StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static Optional<Decoded> chinese(byte[] bytes, Optional<Charset> declared) {
        Optional<Decoded> gb = strict(bytes, 0, GB18030);
        int big5 = big5Confidence(bytes);
        boolean wanted = declared.filter(BIG5::equals).isPresent() && big5 >= BIG5_CONFIDENCE / 2;
        if (gb.isPresent() && !wanted && big5 < BIG5_CONFIDENCE) {
            return gb;
        }
        return strict(bytes, 0, BIG5).or(() -> gb);
    }

    /** ICU's confidence in Big5, 0 where it prefers another encoding. */
    private static int big5Confidence(byte[] bytes) {
        CharsetMatch match = new CharsetDetector().setText(bytes).detect();
        return match != null && match.getName().equals("Big5") ? match.getConfidence() : 0;
    }

    private static Optional<Decoded> lenient(byte[] bytes, Optional<Charset> declared) {
        Decoded best = null;
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, GB18030, BIG5, declared.orElse(GB18030)}) {
            String text = new String(bytes, charset);
            int lost = (int) text.chars().filter(c -> c == 0xFFFD).count();
            if (best == null || lost < best.lost()) {
                best = new Decoded(text, charset, lost);
            }
        }
        return best.lost() * 1000L <= (long) LOST_PER_MILLE * best.text().length()
                ? Optional.of(best)
                : Optional.empty();
    }

    private static Optional<Decoded> strict(byte[] bytes, int from, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
            return Optional.of(new Decoded(text, charset, 0));
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
