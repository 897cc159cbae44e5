package gouji.document.rtf;

import gouji.source.Input;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Collects the bytes of one picture: pairs of hexadecimal digits, or bytes as they are. */
final class PictureBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int high = -1;

    void digit(int character) {
        int digit = Character.digit(character, 16);
        if (digit < 0) {
            return;
        }
        if (high < 0) {
            high = digit;
        } else {
            bytes.write(high * 16 + digit);
            high = -1;
        }
    }

    void raw(byte[] more) {
        bytes.writeBytes(more);
    }

    /** The file, where it is one of a kind that is kept as it is in RTF; drawings of Windows are not. */
    Optional<Input> file() {
        byte[] all = bytes.toByteArray();
        boolean png = all.length > 8 && (all[0] & 0xFF) == 0x89 && all[1] == 'P' && all[2] == 'N' && all[3] == 'G';
        boolean jpeg = all.length > 8 && (all[0] & 0xFF) == 0xFF && (all[1] & 0xFF) == 0xD8 && (all[2] & 0xFF) == 0xFF;
        return png || jpeg ? Optional.of(Input.of("picture", all)) : Optional.empty();
    }
}
