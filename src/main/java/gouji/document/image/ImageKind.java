package gouji.document.image;

import gouji.source.Input;
import java.util.Optional;

/** Picture formats by their first bytes. */
enum ImageKind {
    PNG("89504E47"),
    JPEG("FFD8FF"),
    TIFF("49492A00"),
    TIFF_BIG_ENDIAN("4D4D002A"),
    GIF("47494638"),
    BMP("424D");

    private final String start;

    ImageKind(String start) {
        this.start = start;
    }

    static Optional<ImageKind> find(byte[] head) {
        String hex = hex(head);
        for (ImageKind kind : values()) {
            if (hex.startsWith(kind.start)) {
                return Optional.of(kind == TIFF_BIG_ENDIAN ? TIFF : kind);
            }
        }
        return Optional.empty();
    }

    /** Whether the end of the file is missing: a JPEG ends with FFD9, a PNG with an IEND chunk (padding may follow). */
    boolean isCut(Input input) {
        String tail = hex(input.tail(4096));
        return switch (this) {
            case JPEG -> !tail.contains("FFD9");
            case PNG -> !tail.contains("49454E44");
            default -> false;
        };
    }

    private static String hex(byte[] bytes) {
        StringBuilder out = new StringBuilder(2 * bytes.length);
        for (byte b : bytes) {
            out.append(String.format("%02X", b));
        }
        return out.toString();
    }
}
