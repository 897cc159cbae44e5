package gouji.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * SHA-256 of a stream, taken while it is read once.
 *
 * @param sha256 64 lower-case hex digits
 * @param bytes length
 * @param archive whether the content begins like an archive that is unpacked
 */
record Digest(String sha256, long bytes, boolean archive) {
    /** Stops a copy that has grown too large. */
    interface Guard {
        void at(long bytes) throws UnreadableException;
    }

    /** Digest of bytes in memory. */
    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(newSha256().digest(bytes));
    }

    static Digest copy(InputStream in, OutputStream out, Guard guard) throws IOException, UnreadableException {
        MessageDigest sha = newSha256();
        byte[] buffer = new byte[1 << 16];
        boolean archive = false;
        long total = 0;
        for (int n = in.readNBytes(buffer, 0, buffer.length); n > 0; n = in.readNBytes(buffer, 0, buffer.length)) {
            if (total == 0) {
                archive = ArchiveKind.of(Arrays.copyOf(buffer, Math.min(n, ArchiveKind.HEAD)))
                        .isPresent();
            }
            total += n;
            guard.at(total);
            sha.update(buffer, 0, n);
            out.write(buffer, 0, n);
        }
        return new Digest(HexFormat.of().formatHex(sha.digest()), total, archive);
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
