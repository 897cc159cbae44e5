package gouji.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** A 7z file. Its members lie in shared streams, so they are read in the order stored. */
final class SevenZipArchive implements Archive {
    /** Most memory for its list and for unpacking, in KiB. */
    private static final int MEMORY_KIB = 192 << 10;

    private static final int UNIX_LINK = 0xA000;
    private static final int UNIX_TYPE = 0xF000;

    private final SevenZFile seven;
    private final int listed;
    private final MemberNames names = new MemberNames();

    private SevenZipArchive(SevenZFile seven) {
        this.seven = seven;
        int files = 0;
        for (SevenZArchiveEntry e : seven.getEntries()) {
            files += e.isDirectory() ? 0 : 1;
        }
        this.listed = files;
    }

    static Archive open(Path file) throws IOException, UnreadableException {
        try {
            return new SevenZipArchive(SevenZFile.builder()
                    .setPath(file)
                    .setMaxMemoryLimitKiB(MEMORY_KIB)
                    .get());
        } catch (PasswordRequiredException e) {
            throw new UnreadableException(
                    Reason.ENCRYPTED, "The archive needs a password: unpack it and import the folder.");
        } catch (MemoryLimitException e) {
            throw tooMuchMemory();
        }
    }

    private static UnreadableException tooMuchMemory() {
        return new UnreadableException(
                Reason.LIMIT_INFLATE,
                "Unpacking needs more than " + (MEMORY_KIB >> 10) + " MB of memory: unpack it and import the folder.");
    }

    @Override
    public boolean isOneDocument() {
        return false;
    }

    @Override
    public int listed() {
        return listed;
    }

    @Override
    public boolean isStream() {
        return true;
    }

    @Override
    public Optional<Member> next() throws IOException {
        String name = "";
        try {
            SevenZArchiveEntry e = seven.getNextEntry();
            while (e != null && (e.isDirectory() || e.isAntiItem())) {
                e = seven.getNextEntry();
            }
            if (e == null) {
                return Optional.empty();
            }
            name = names.unique(Optional.ofNullable(e.getName()).orElse("content"));
            if (isLink(e)) {
                return Optional.of(Member.unusable(name, Reason.SYMLINK, Reason.SYMLINK.sentence()));
            }
            SevenZArchiveEntry entry = e;
            return Optional.of(Member.of(name, 0, () -> new Unclosed(seven.getInputStream(entry))));
        } catch (PasswordRequiredException encrypted) {
            return Optional.of(Member.unusable(
                    names.unique(name.isEmpty() ? "(encrypted members)" : name),
                    Reason.ENCRYPTED,
                    "The member needs a password: unpack the archive and import the folder."));
        }
    }

    /** 7-Zip on Unix keeps the file mode in the upper half of the attributes. */
    private static boolean isLink(SevenZArchiveEntry e) {
        return e.getHasWindowsAttributes() && (e.getWindowsAttributes() >>> 16 & UNIX_TYPE) == UNIX_LINK;
    }

    @Override
    public void close() throws IOException {
        seven.close();
    }
}
