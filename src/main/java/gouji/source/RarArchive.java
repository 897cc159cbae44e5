package gouji.source;

import com.github.junrar.ArchiveOptions;
import com.github.junrar.exception.RarException;
import com.github.junrar.exception.UnsupportedDictionarySizeException;
import com.github.junrar.exception.UnsupportedRarEncryptedException;
import com.github.junrar.exception.UnsupportedRarMethodException;
import com.github.junrar.exception.UnsupportedRarVersionException;
import com.github.junrar.exception.WrongPasswordException;
import com.github.junrar.io.SeekableReadOnlyByteChannel;
import com.github.junrar.rarfile.BaseBlock;
import com.github.junrar.rarfile.FileHeader;
import com.github.junrar.rarfile.HostSystem;
import com.github.junrar.rarfile.UnrarHeadertype;
import com.github.junrar.rarfile.rar5.Rar5BaseBlock;
import com.github.junrar.rarfile.rar5.Rar5BlockType;
import com.github.junrar.volume.Volume;
import com.github.junrar.volume.VolumeManager;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A RAR file, of format 4 or 5, one volume of it. junrar writes members, so each is unpacked in a thread of its own. No
 * other file is opened: neither links nor further volumes.
 */
final class RarArchive implements Archive {
    private static final long MAX_DICTIONARY_BYTES = 128L << 20;
    private static final int READS_A_MEMBER = 5;
    private static final long PATIENCE_MILLIS = 60_000;
    private static final int UNIX_LINK = 0xA000;
    private static final int UNIX_TYPE = 0xF000;

    private final com.github.junrar.Archive rar;
    private final RarChannel channel;
    private final List<FileHeader> headers;
    private final Iterator<FileHeader> rest;
    private final boolean solid;
    private final boolean whole;
    private final MemberNames names = new MemberNames();
    private Optional<Reason> blocked = Optional.empty();
    private Optional<PushedStream> last = Optional.empty();

    private RarArchive(com.github.junrar.Archive rar, RarChannel channel, long bytes) {
        this.rar = rar;
        this.channel = channel;
        this.headers =
                rar.getFileHeaders().stream().filter(h -> !h.isDirectory()).toList();
        this.rest = headers.iterator();
        this.solid = rar.getMainHeader() != null && rar.getMainHeader().isSolid()
                || headers.stream().anyMatch(FileHeader::isSolid);
        this.whole = isWhole(rar.getHeaders(), bytes);
    }

    static Archive open(Path file, Limits limits) throws IOException, UnreadableException {
        try {
            return open(file, limits, Long.MAX_VALUE);
        } catch (DamagedHere damaged) {
            return open(file, limits, damaged.at);
        }
    }

    /** Where the list of members is damaged: what stands before is read. */
    private static final class DamagedHere extends IOException {
        final long at;

        DamagedHere(long at, Exception cause) {
            super(cause);
            this.at = at;
        }
    }

    private static Archive open(Path file, Limits limits, long end) throws IOException, UnreadableException {
        RarChannel channel = new RarChannel(file, end);
        channel.allow((long) READS_A_MEMBER * limits.members() + 1000);
        try {
            com.github.junrar.Archive rar = new com.github.junrar.Archive(
                    new OneVolume(channel),
                    ArchiveOptions.builder()
                            .maxDictionarySize(MAX_DICTIONARY_BYTES)
                            .build());
            if (channel.isExhausted()) {
                throw new UnreadableException(
                        Reason.LIMIT_MEMBERS,
                        "The archive has more members than the limit of " + limits.members()
                                + ": unpack it and import the folder.");
            }
            if (rar.isEncrypted()) {
                throw locked();
            }
            channel.allow(Long.MAX_VALUE);
            return new RarArchive(rar, channel, Files.size(file));
        } catch (WrongPasswordException | UnsupportedRarEncryptedException e) {
            channel.close();
            throw locked();
        } catch (UnsupportedRarVersionException e) {
            channel.close();
            throw new UnreadableException(
                    Reason.TYPE_UNSUPPORTED,
                    "This RAR archive is of a newer format than is read: unpack it and import the folder.");
        } catch (RarException e) {
            channel.close();
            throw channel.lastBlock() > 0 && channel.lastBlock() < channel.end()
                    ? new DamagedHere(channel.lastBlock(), e)
                    : new IOException(e);
        } catch (IOException | UnreadableException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static UnreadableException locked() {
        return new UnreadableException(
                Reason.ENCRYPTED, "The archive needs a password: unpack it and import the folder.");
    }

    /** Whether its list came to its end; junrar only stops where it is damaged. */
    private static boolean isWhole(List<BaseBlock> blocks, long length) {
        if (blocks.isEmpty()) {
            return false;
        }
        BaseBlock end = blocks.get(blocks.size() - 1);
        if (end instanceof Rar5BaseBlock five && five.getRar5Type() == Rar5BlockType.ENDARC
                || UnrarHeadertype.EndArcHeader == end.getHeaderType()) {
            return true;
        }
        // the oldest archives have no mark of their end
        return end instanceof FileHeader file
                && !file.isRar5Container()
                && file.getPositionInFile() + file.getHeaderSize(false) + file.getFullPackSize() == length;
    }

    @Override
    public boolean isOneDocument() {
        return false;
    }

    @Override
    public int listed() {
        return headers.size();
    }

    @Override
    public boolean isStream() {
        return solid;
    }

    @Override
    public Optional<Member> next() throws IOException {
        if (last.filter(s -> !s.isAtRest()).isPresent()) {
            throw new IOException("a member is still being unpacked");
        }
        if (rest.hasNext()) {
            return Optional.of(member(rest.next()));
        }
        if (!whole) {
            throw new EOFException("the list of members does not come to its end");
        }
        return Optional.empty();
    }

    private Member member(FileHeader header) {
        String name = names.unique(name(header));
        Optional<Member> problem = problem(name, header);
        if (problem.isPresent()) {
            boolean needed = solid && header.getFullUnpackSize() != 0;
            blocked = blocked.or(() -> needed ? problem.get().problem().map(UnreadableException::reason) : blocked);
            return problem.get();
        }
        long packed = solid ? 0 : Math.min(header.getFullPackSize(), channel.end());
        return Member.of(name, packed, () -> stream(header));
    }

    private Optional<Member> problem(String name, FileHeader header) {
        if (blocked.isPresent()) {
            return Optional.of(Member.unusable(
                    name,
                    blocked.get(),
                    "Unpacking it needs a member before it that could not be unpacked: unpack the archive and import the"
                            + " folder."));
        } else if (header.isEncrypted()) {
            return Optional.of(Member.unusable(
                    name, Reason.ENCRYPTED, "The member needs a password: unpack the archive and import the folder."));
        } else if (isLink(header)) {
            return Optional.of(Member.unusable(name, Reason.SYMLINK, Reason.SYMLINK.sentence()));
        } else if (header.isSplitBefore() || header.isSplitAfter()) {
            return Optional.of(Member.unusable(
                    name,
                    Reason.TRUNCATED,
                    "The member goes on in another volume: unpack all volumes and import the folder."));
        }
        return Optional.empty();
    }

    private static boolean isLink(FileHeader header) {
        return header.getRedirection() != null
                || !header.isRar5Container()
                        && header.getHostOS() == HostSystem.unix
                        && (header.getFileAttr() & UNIX_TYPE) == UNIX_LINK;
    }

    /** Names of old archives are in the encoding of the machine that packed them. */
    private static String name(FileHeader header) {
        byte[] raw = header.getFileNameByteArray();
        String name = header.isUnicode() || header.isRar5Container()
                ? header.getFileName()
                : MemberNames.decoded(new String(raw, StandardCharsets.ISO_8859_1));
        return name.replace('\\', '/');
    }

    private InputStream stream(FileHeader header) {
        PushedStream stream = new PushedStream(out -> unpack(header, out), PATIENCE_MILLIS);
        last = Optional.of(stream);
        return stream;
    }

    private void unpack(FileHeader header, OutputStream out) throws IOException {
        try {
            rar.extractFile(header, out);
        } catch (UnsupportedDictionarySizeException | OutOfMemoryError e) {
            throw new IOException(new UnreadableException(
                    Reason.LIMIT_INFLATE,
                    "Unpacking needs more than " + (MAX_DICTIONARY_BYTES >> 20)
                            + " MB of memory: unpack it and import the folder."));
        } catch (UnsupportedRarMethodException e) {
            throw new IOException(new UnreadableException(
                    Reason.TYPE_UNSUPPORTED,
                    "The member is packed by a method that is not read: unpack the archive and import the folder."));
        } catch (RarException e) {
            throw e.getCause() instanceof EOFException end ? end : new IOException("damaged", e);
        }
    }

    @Override
    public void close() throws IOException {
        rar.close();
    }

    /** The file itself; its other volumes are inputs of their own. */
    private record OneVolume(RarChannel file) implements VolumeManager {
        @Override
        public Volume nextVolume(com.github.junrar.Archive archive, Volume before) {
            return before == null ? new First(archive, file) : null;
        }

        private record First(com.github.junrar.Archive archive, RarChannel file) implements Volume {
            @Override
            public SeekableReadOnlyByteChannel getChannel() {
                return file;
            }

            @Override
            public long getLength() {
                return file.end();
            }

            @Override
            public com.github.junrar.Archive getArchive() {
                return archive;
            }
        }
    }
}
