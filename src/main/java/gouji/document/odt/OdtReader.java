package gouji.document.odt;

import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import gouji.source.ZipParts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Reads ODT files and their templates, packed or as one XML file. Findings: {@code PICTURE_FOUND}, {@code REMOTE_PICTURE}. */
public final class OdtReader implements DocumentReader {
    private static final String TEXT_TYPE = "application/vnd.oasis.opendocument.text";
    private static final int HEAD_BYTES = 200;
    private static final int FLAT_HEAD_BYTES = 8192;

    /** The type is the first thing in the file, not packed (OpenDocument 1.2 part 3, clause 3.3). */
    @Override
    public boolean reads(Input input) {
        if (!ZipParts.isZip(input)) {
            return isFlat(input);
        }
        String head = new String(input.head(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        Set<String> names = ZipParts.names(input);
        return names.contains("content.xml") && head.contains(TEXT_TYPE);
    }

    /** A document in one XML file (clause 2.1.2): its root states the type. */
    private static boolean isFlat(Input input) {
        String head = new String(input.head(FLAT_HEAD_BYTES), StandardCharsets.ISO_8859_1);
        return head.contains(":document")
                && head.contains("urn:oasis:names:tc:opendocument")
                && head.contains(TEXT_TYPE);
    }

    @Override
    public Document read(Input input) throws UnreadableException {
        if (!ZipParts.isZip(input)) {
            return new ContentWalk(input.bytes(), name -> Optional.empty()).read();
        }
        try (ZipParts parts = ZipParts.open(input)) {
            Optional<byte[]> manifest = parts.find("META-INF/manifest.xml");
            if (manifest.isPresent() && isEncrypted(manifest.get())) {
                throw new UnreadableException(Reason.ENCRYPTED);
            }
            byte[] content = parts.find("content.xml").orElseThrow(() -> new UnreadableException(Reason.CORRUPT));
            return new ContentWalk(content, parts::find).read();
        }
    }

    private static boolean isEncrypted(byte[] manifest) {
        return new String(manifest, StandardCharsets.UTF_8).contains("encryption-data");
    }
}
