package gouji.document.image;

import gouji.source.Input;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Picture formats by their first bytes. */
enum ImageKind {
    PNG("89504E47"),
    JPEG("FFD8FF"),
    TIFF("49492A00"),
    TIFF_BIG_ENDIAN("4D4D002A"),
    GIF("47494638"),
    BMP("424D"),
    WEBP("52494646........57454250");

    private final String start;

    ImageKind(String start) {
        this.start = start;
    }

    static Optional<ImageKind> find(byte[] head) {
        String hex = hex(head);
        for (ImageKind kind : values()) {
            if (hex.matches(kind.start + ".*")) {
                return Optional.of(kind == TIFF_BIG_ENDIAN ? TIFF : kind);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the end of the file is missing: a JPEG's last scan (FFDA) is followed by FFD9, neither of which can stand in
     * a scan's own bytes; a PNG ends with an IEND chunk; a WebP states its length (RIFF). Padding may follow.
     */
    boolean isCut(Input input) {
        return switch (this) {
            case JPEG -> {
                String bytes = new String(input.bytes(), StandardCharsets.ISO_8859_1);
                yield bytes.lastIndexOf("\u00FF\u00D9") < bytes.lastIndexOf("\u00FF\u00DA");
            }
            case WEBP -> riffLength(input.head(8)) > input.length();
            case PNG -> !new String(input.tail(4096), StandardCharsets.ISO_8859_1).contains("IEND");
            default -> false;
        };
    }

    private static long riffLength(byte[] head) {
        return 8
                + Integer.toUnsignedLong(
                        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
    }

    private static String hex(byte[] bytes) {
        StringBuilder out = new StringBuilder(2 * bytes.length);
        for (byte b : bytes) {
            out.append(String.format("%02X", b));
        }
        return out.toString();
    }
}
