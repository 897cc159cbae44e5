package gouji.source;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * One input: a file, or a member of an archive, with its bytes in memory (bounded by the byte limit).
 *
 * <p>Identity is the content: two inputs with the same SHA-256, and the same companions, are the same input.
 */
public final class Input {
    private final String name;
    private final String sha256;
    private final byte[] bytes;
    private final Companions companions;

    /**
     * @param name path relative to the argument it came from, separator '/', members as {@code a.zip!/b}
     * @param sha256 64 lower-case hex digits
     * @param bytes the content; not copied, the caller gives it up
     */
    public Input(String name, String sha256, byte[] bytes) {
        this(name, sha256, bytes, Companions.NONE);
    }

    Input(String name, String sha256, byte[] bytes, Companions companions) {
        this.companions = Objects.requireNonNull(companions, "companions");
        this.name = Objects.requireNonNull(name, "name");
        this.sha256 = Objects.requireNonNull(sha256, "sha256");
        this.bytes = Objects.requireNonNull(bytes, "bytes");
    }

    /** An input of the given bytes, with its digest. */
    public static Input of(String name, byte[] bytes) {
        return new Input(name, Digest.of(bytes), bytes);
    }

    public String name() {
        return name;
    }

    public String sha256() {
        return sha256;
    }

    /** First 16 hex digits of its identity, which is the SHA-256 unless it has companions: the contract's report id. */
    public String reportId() {
        return companions.identity(sha256).substring(0, 16);
    }

    public int length() {
        return bytes.length;
    }

    /** Files that belong to it. */
    public Companions companions() {
        return companions;
    }

    /** The first {@code n} bytes, fewer if the input is shorter. */
    public byte[] head(int n) {
        return Arrays.copyOf(bytes, Math.min(n, bytes.length));
    }

    /** The last {@code n} bytes, fewer if the input is shorter. */
    public byte[] tail(int n) {
        return Arrays.copyOfRange(bytes, Math.max(0, bytes.length - n), bytes.length);
    }

    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** The bytes themselves, to be read only: copying every file would double the memory of a run. */
    public byte[] bytes() {
        return bytes;
    }
}
