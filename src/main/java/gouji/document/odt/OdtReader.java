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

/** Reads ODT files and their templates. Findings: {@code PICTURE_FOUND}, {@code REMOTE_PICTURE}. */
public final class OdtReader implements DocumentReader {
    private static final String TEXT_TYPE = "application/vnd.oasis.opendocument.text";
    private static final int HEAD_BYTES = 200;

    /** The type is the first thing in the file, not packed (OpenDocument 1.2 part 3, clause 3.3). */
    @Override
    public boolean reads(Input input) {
        if (!ZipParts.isZip(input)) {
            return false;
        }
        String head = new String(input.head(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        Set<String> names = ZipParts.names(input);
        return names.contains("content.xml") && head.contains(TEXT_TYPE);
    }

    @Override
    public Document read(Input input) throws UnreadableException {
        try (ZipParts parts = ZipParts.open(input)) {
            Optional<byte[]> manifest = parts.find("META-INF/manifest.xml");
            if (manifest.isPresent() && isEncrypted(manifest.get())) {
                throw new UnreadableException(Reason.ENCRYPTED);
            }
            byte[] content = parts.find("content.xml").orElseThrow(() -> new UnreadableException(Reason.CORRUPT));
            return new ContentWalk(content, parts).read();
        }
    }

    private static boolean isEncrypted(byte[] manifest) {
        return new String(manifest, StandardCharsets.UTF_8).contains("encryption-data");
    }
}
