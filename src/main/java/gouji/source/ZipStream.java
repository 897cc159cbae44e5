package gouji.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** A ZIP file without a usable list of members, read from its beginning as far as it goes. */
final class ZipStream implements Archive {
    private final ZipArchiveInputStream zip;
    private final MemberNames names = new MemberNames();
    /** The first entry, read beforehand to see whether it begins a document. */
    private Optional<ZipArchiveEntry> first;

    ZipStream(InputStream in) throws IOException {
        this.zip = new ZipArchiveInputStream(in, StandardCharsets.ISO_8859_1.name(), true, true);
        this.first = Optional.ofNullable(zip.getNextEntry());
    }

    @Override
    public boolean isOneDocument() {
        return first.map(e -> ZipArchive.DOCUMENT_MARKS.contains(e.getName())).orElse(false);
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
        ZipArchiveEntry entry = first.isPresent() ? first.get() : zip.getNextEntry();
        first = Optional.empty();
        while (entry != null && entry.isDirectory()) {
            entry = zip.getNextEntry();
        }
        if (entry == null) {
            throw new IOException("the list of members is missing");
        }
        String name = names.unique(
                entry.getGeneralPurposeBit().usesUTF8ForNames()
                        ? entry.getName()
                        : MemberNames.decoded(entry.getName()));
        ZipArchiveEntry member = entry;
        return ZipArchive.problem(name, entry, zip.canReadEntryData(entry))
                .or(() -> Optional.of(Member.of(name, 0, () -> new CrcStream(new Unclosed(zip), member::getCrc))));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
