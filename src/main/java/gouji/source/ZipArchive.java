package gouji.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A ZIP file by its list of members, in the order of their names. */
final class ZipArchive implements Archive {
    /** Members at the root that say the ZIP is one document (Office, OFD, OpenDocument, EPUB) or a program. */
    static final Set<String> DOCUMENT_MARKS =
            Set.of("[Content_Types].xml", "OFD.xml", "mimetype", "META-INF/MANIFEST.MF");

    private final ZipFile zip;
    private final List<Map.Entry<String, ZipArchiveEntry>> members;
    private final Iterator<Map.Entry<String, ZipArchiveEntry>> rest;

    private ZipArchive(ZipFile zip) {
        this.zip = zip;
        this.members = members(zip);
        this.rest = members.iterator();
    }

    /** By its list; one whose list is missing or damaged is read from its beginning as far as it goes. */
    static Archive open(Path file) throws IOException {
        try {
            return new ZipArchive(ZipFile.builder()
                    .setPath(file)
                    .setIgnoreLocalFileHeader(true)
                    .get());
        } catch (IOException | RuntimeException e) {
            return new ZipStream(new BufferedInputStream(Files.newInputStream(file)));
        }
    }

    @Override
    public boolean isOneDocument() {
        return DOCUMENT_MARKS.stream().anyMatch(m -> zip.getEntry(m) != null);
    }

    @Override
    public int listed() {
        return members.size();
    }

    @Override
    public boolean isStream() {
        return false;
    }

    @Override
    public Optional<Member> next() {
        return rest.hasNext() ? Optional.of(member(rest.next())) : Optional.empty();
    }

    private Member member(Map.Entry<String, ZipArchiveEntry> named) {
        ZipArchiveEntry z = named.getValue();
        return problem(named.getKey(), z, zip.canReadEntryData(z))
                .orElseGet(() -> Member.of(
                        named.getKey(),
                        Math.max(1, z.getCompressedSize()),
                        () -> new CrcStream(zip.getInputStream(z), z::getCrc)));
    }

    /** Why a member is not read. */
    static Optional<Member> problem(String name, ZipArchiveEntry z, boolean readable) {
        if (z.isUnixSymlink()) {
            return Optional.of(Member.unusable(name, Reason.SYMLINK, Reason.SYMLINK.sentence()));
        } else if (z.getGeneralPurposeBit().usesEncryption()) {
            return Optional.of(Member.unusable(
                    name, Reason.ENCRYPTED, "The member needs a password: unpack the archive and import the folder."));
        } else if (!readable) {
            return Optional.of(Member.unusable(
                    name,
                    Reason.TYPE_UNSUPPORTED,
                    "The member is packed with method " + z.getMethod()
                            + ", which is not supported: unpack the archive and import the folder."));
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static List<Map.Entry<String, ZipArchiveEntry>> members(ZipFile zip) {
        List<ZipArchiveEntry> entries = new ArrayList<>(Collections.list(zip.getEntries()));
        entries.removeIf(ZipArchiveEntry::isDirectory);
        Charset charset = charsetOfNames(entries);
        MemberNames names = new MemberNames();
        List<Map.Entry<String, ZipArchiveEntry>> members = new ArrayList<>();
        for (ZipArchiveEntry e : entries) {
            members.add(Map.entry(names.unique(nameOf(e, charset)), e));
        }
        members.sort((a, b) -> CodePoints.ORDER.compare(a.getKey(), b.getKey()));
        return members;
    }

    /** UTF-8 if every unmarked name is valid UTF-8, else GB18030: what Chinese Windows writes. */
    private static Charset charsetOfNames(List<ZipArchiveEntry> entries) {
        boolean utf8 = entries.stream()
                .filter(e -> !isMarked(e))
                .allMatch(e ->
                        RawName.strict(e.getRawName(), StandardCharsets.UTF_8).isPresent());
        return utf8 ? StandardCharsets.UTF_8 : MemberNames.GB18030;
    }

    private static boolean isMarked(ZipArchiveEntry e) {
        return e.getNameSource() != ZipArchiveEntry.NameSource.NAME || e.getRawName() == null;
    }

    private static String nameOf(ZipArchiveEntry e, Charset charset) {
        return isMarked(e) ? e.getName() : new String(e.getRawName(), charset);
    }
}
