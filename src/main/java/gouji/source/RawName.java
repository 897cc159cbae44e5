package gouji.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A name as it is stored: bytes, whatever the locale of the process.
 *
 * <p>Java turns file names into text by the locale, and loses what does not fit; only {@link Path#toUri} gives the
 * bytes. They are read as UTF-8, else as GB18030 (archives and disks from Chinese Windows), else with replacement.
 */
final class RawName implements Comparable<RawName> {
    static final RawName EMPTY = new RawName(new byte[0]);
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final byte[] bytes;

    RawName(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The last name of an absolute path. */
    static RawName lastOf(Path path) {
        String uri = path.toUri().getRawPath();
        int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
        return new RawName(unpercent(uri.substring(uri.lastIndexOf('/', end - 1) + 1, end)));
    }

    RawName child(RawName name) {
        if (bytes.length == 0) {
            return name;
        }
        byte[] joined = Arrays.copyOf(bytes, bytes.length + 1 + name.bytes.length);
        joined[bytes.length] = '/';
        System.arraycopy(name.bytes, 0, joined, bytes.length + 1, name.bytes.length);
        return new RawName(joined);
    }

    String text() {
        return strict(bytes, StandardCharsets.UTF_8)
                .or(() -> strict(bytes, GB18030))
                .orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Empty when the text says it all: valid UTF-8 without control characters. */
    String percentEncodedUnlessClean() {
        Optional<String> text = strict(bytes, StandardCharsets.UTF_8);
        if (text.isPresent() && text.get().chars().noneMatch(Character::isISOControl)) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (byte b : bytes) {
            if (b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || "-_.~/".indexOf(b) >= 0) {
                out.append((char) b);
            } else {
                out.append('%').append(hex(b >> 4)).append(hex(b));
            }
        }
        return out.toString();
    }

    static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static char hex(int nibble) {
        return Character.toUpperCase(Character.forDigit(nibble & 15, 16));
    }

    private static byte[] unpercent(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                out.write(Integer.parseInt(text, i + 1, i + 3, 16));
                i += 2;
            } else {
                out.write(text.charAt(i));
            }
        }
        return out.toByteArray();
    }

    @Override
    public int compareTo(RawName other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }
}
