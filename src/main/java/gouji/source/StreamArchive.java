package gouji.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** A TAR file, packed or not; or any other file packed by gzip, bzip2 or xz: an archive of one member. */
final class StreamArchive implements Archive {
    private static final int XZ_MEMORY_KIB = 128 << 10;
    /** Most bytes between two members: long names and other attributes. */
    private static final long MAX_HEADER_BYTES = 16L << 20;

    private final Metered in;
    private final Optional<TarArchiveInputStream> tar;
    private final String single;
    private final MemberNames names = new MemberNames();
    private boolean done;

    private StreamArchive(Metered in, boolean isTar, String single) {
        this.in = in;
        this.tar = isTar
                ? Optional.of(new TarArchiveInputStream(in, StandardCharsets.ISO_8859_1.name()))
                : Optional.empty();
        this.single = single;
    }

    static Archive open(ArchiveKind kind, Path file, String name) throws IOException {
        InputStream packed = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            InputStream content = unpacked(kind, packed);
            byte[] head = content.readNBytes(ArchiveKind.HEAD);
            boolean isTar = ArchiveKind.of(head).filter(ArchiveKind.TAR::equals).isPresent();
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), content);
            return new StreamArchive(new Metered(whole), isTar, withoutSuffix(name));
        } catch (IOException | RuntimeException e) {
            packed.close();
            throw e;
        }
    }

    private static InputStream unpacked(ArchiveKind kind, InputStream packed) throws IOException {
        return switch (kind) {
            case GZIP ->
                GzipCompressorInputStream.builder()
                        .setInputStream(packed)
                        .setDecompressConcatenated(true)
                        .get();
            case BZIP2 -> new BZip2CompressorInputStream(packed, true);
            case XZ ->
                XZCompressorInputStream.builder()
                        .setInputStream(packed)
                        .setDecompressConcatenated(true)
                        .setMemoryLimitKiB(XZ_MEMORY_KIB)
                        .get();
            default -> packed;
        };
    }

    /** {@code report.html} of {@code folder/report.html.gz}. */
    private static String withoutSuffix(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String bare = last.replaceFirst("(?i)\\.(?:gz|gzip|bz2|bzip2|xz|tgz|tbz2?|txz)$", "");
        return bare.isEmpty() || bare.equals(last) ? "content" : bare;
    }

    @Override
    public boolean isOneDocument() {
        return false;
    }

    @Override
    public int listed() {
        return 0;
    }

    @Override
    public boolean isStream() {
        return true;
    }

    @Override
    public Optional<Member> next() throws IOException {
        if (tar.isPresent()) {
            return next(tar.get());
        }
        boolean first = !done;
        done = true;
        return first ? Optional.of(Member.of(single, 0, () -> new Unclosed(in))) : Optional.empty();
    }

    private Optional<Member> next(TarArchiveInputStream stream) throws IOException {
        in.allow(MAX_HEADER_BYTES);
        TarArchiveEntry e = stream.getNextEntry();
        while (e != null && e.isDirectory()) {
            in.allow(MAX_HEADER_BYTES);
            e = stream.getNextEntry();
        }
        in.allow(Long.MAX_VALUE);
        if (e == null) {
            return Optional.empty();
        }
        String name = names.unique(MemberNames.decoded(e.getName()));
        if (e.isSymbolicLink()) {
            return Optional.of(Member.unusable(name, Reason.SYMLINK, Reason.SYMLINK.sentence()));
        } else if (e.isLink() || e.isCharacterDevice() || e.isBlockDevice() || e.isFIFO()) {
            return Optional.of(Member.unusable(name, Reason.NOT_REGULAR, Reason.NOT_REGULAR.sentence()));
        } else if (!stream.canReadEntryData(e)) {
            return Optional.of(Member.unusable(name, Reason.TYPE_UNSUPPORTED, Reason.TYPE_UNSUPPORTED.sentence()));
        }
        return Optional.of(Member.of(name, 0, () -> new Unclosed(stream)));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /**
     * Stops a stream that gives more than was allowed. Reads little at a time: of a stream that ends too early what was
     * unpacked in the same call is lost.
     */
    private static final class Metered extends FilterInputStream {
        private static final int READ_BYTES = 1024;
        private long left = Long.MAX_VALUE;

        Metered(InputStream in) {
            super(in);
        }

        void allow(long bytes) {
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            return took(super.read(), 1);
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            int n = super.read(b, off, Math.min(len, READ_BYTES));
            return took(n, n);
        }

        @Override
        public long skip(long n) throws IOException {
            long skipped = super.skip(n);
            took(0, skipped);
            return skipped;
        }

        private int took(int result, long bytes) throws IOException {
            left -= Math.max(0, bytes);
            if (left < 0) {
                throw new IOException("more than " + MAX_HEADER_BYTES + " bytes between two members");
            }
            return result;
        }
    }
}
