package gouji.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** The archives that are unpacked, told by their first bytes. */
enum ArchiveKind {
    ZIP,
    TAR,
    GZIP,
    BZIP2,
    XZ,
    SEVEN_ZIP,
    RAR;

    /** Bytes wanted to tell. */
    static final int HEAD = 512;

    /** @param head the first bytes, {@link #HEAD} of them where there are as many */
    static Optional<ArchiveKind> of(byte[] head) {
        if (begins(head, 'P', 'K', 3, 4) || begins(head, 'P', 'K', 5, 6)) {
            return Optional.of(ZIP);
        } else if (begins(head, 0x1F, 0x8B, 8)) {
            return Optional.of(GZIP);
        } else if (begins(head, 'B', 'Z', 'h') && head.length > 10 && head[4] == 0x31 && head[5] == 0x41) {
            return Optional.of(BZIP2);
        } else if (begins(head, 0xFD, '7', 'z', 'X', 'Z', 0)) {
            return Optional.of(XZ);
        } else if (begins(head, '7', 'z', 0xBC, 0xAF, 0x27, 0x1C)) {
            return Optional.of(SEVEN_ZIP);
        } else if (begins(head, 'R', 'a', 'r', '!', 0x1A, 7) && RarSupport.isPresent()) {
            return Optional.of(RAR);
        }
        return isTar(head) ? Optional.of(TAR) : Optional.empty();
    }

    /** TAR has no mark that all its dialects share, but a sum over its header. */
    private static boolean isTar(byte[] head) {
        try {
            return head.length >= HEAD && TarUtils.verifyCheckSum(head);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static Optional<ArchiveKind> of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(HEAD));
        }
    }

    /**
     * Opens an archive.
     *
     * @param name its own name, for the member of a packed file that is no archive
     * @throws IOException when it cannot be opened at all
     * @throws UnreadableException when there is a better reason than damage
     */
    static Archive open(Path file, String name, Limits limits) throws IOException, UnreadableException {
        ArchiveKind kind = of(file).orElseThrow(() -> new IOException("no archive"));
        return switch (kind) {
            case ZIP -> ZipArchive.open(file);
            case SEVEN_ZIP -> SevenZipArchive.open(file);
            case RAR -> RarArchive.open(file, limits);
            case TAR, GZIP, BZIP2, XZ -> StreamArchive.open(kind, file, name);
        };
    }

    private static boolean begins(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
