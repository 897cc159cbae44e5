package gouji.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A ZIP file as a list of members. Nothing is ever written under a member's name. */
final class Archive implements AutoCloseable {
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** Members at the root that say the ZIP is one document (Office, OFD, OpenDocument, EPUB) or a program. */
    private static final Set<String> DOCUMENT_MARKS =
            Set.of("[Content_Types].xml", "OFD.xml", "mimetype", "META-INF/MANIFEST.MF");

    /**
     * A member that is not a folder.
     *
     * @param name as stored; a repeated name is followed by {@code #2}, {@code #3}, …
     * @param entry its record in the archive
     */
    record Member(String name, ZipArchiveEntry entry) {
        boolean leadsOut() {
            String n = name.replace('\\', '/');
            return n.startsWith("/")
                    || n.matches("^[A-Za-z]:.*")
                    || List.of(n.split("/")).contains("..");
        }
    }

    private final ZipFile zip;

    Archive(Path file) throws IOException {
        this.zip =
                ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get();
    }

    boolean isOneDocument() {
        return DOCUMENT_MARKS.stream().anyMatch(m -> zip.getEntry(m) != null);
    }

    /** The members in the order of their names. */
    List<Member> members() {
        List<ZipArchiveEntry> entries = new ArrayList<>(Collections.list(zip.getEntries()));
        entries.removeIf(ZipArchiveEntry::isDirectory);
        Charset charset = charsetOfNames(entries);
        Map<String, Integer> times = new HashMap<>();
        Set<String> taken = new HashSet<>();
        List<Member> members = new ArrayList<>();
        for (ZipArchiveEntry e : entries) {
            String name = nameOf(e, charset);
            String unique = name;
            while (!taken.add(unique)) {
                unique = name + "#" + (times.merge(name, 1, Integer::sum) + 1);
            }
            members.add(new Member(unique, e));
        }
        members.sort((a, b) -> CodePoints.ORDER.compare(a.name(), b.name()));
        return members;
    }

    boolean canRead(Member member) {
        return zip.canReadEntryData(member.entry());
    }

    InputStream open(Member member) throws IOException {
        return zip.getInputStream(member.entry());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** UTF-8 if every unmarked name is valid UTF-8, else GB18030: what Chinese Windows writes. */
    private static Charset charsetOfNames(List<ZipArchiveEntry> entries) {
        boolean utf8 = entries.stream()
                .filter(e -> !isMarked(e))
                .allMatch(e ->
                        RawName.strict(e.getRawName(), StandardCharsets.UTF_8).isPresent());
        return utf8 ? StandardCharsets.UTF_8 : GB18030;
    }

    private static boolean isMarked(ZipArchiveEntry e) {
        return e.getNameSource() != ZipArchiveEntry.NameSource.NAME || e.getRawName() == null;
    }

    private static String nameOf(ZipArchiveEntry e, Charset charset) {
        return isMarked(e) ? e.getName() : new String(e.getRawName(), charset);
    }
}
