package gouji.document;

import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import gouji.source.ZipParts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What OpenDocument files have in common (OASIS OpenDocument 1.2 and 1.3), packed or as one XML file. */
public final class OpenDocument {
    private static final int HEAD_BYTES = 200;
    private static final int FLAT_HEAD_BYTES = 8192;

    private OpenDocument() {}

    /**
     * Whether the input is of a media type. In a package it is the first thing in the file, not packed (1.2 part 3, clause
     * 3.3); one XML file states it in its root (clause 2.1.2).
     *
     * @param type such as {@code application/vnd.oasis.opendocument.text}
     */
    public static boolean isOf(Input input, String type) {
        if (!ZipParts.isZip(input)) {
            String head = new String(input.head(FLAT_HEAD_BYTES), StandardCharsets.ISO_8859_1);
            return head.contains(":document")
                    && head.contains("urn:oasis:names:tc:opendocument")
                    && head.contains(type);
        }
        String head = new String(input.head(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        return head.contains(type) && ZipParts.names(input).contains("content.xml");
    }

    /** Parts of a package by name. */
    @FunctionalInterface
    public interface Parts {
        Optional<byte[]> find(String name) throws UnreadableException;
    }

    /** Reads the content with its parts at hand. */
    @FunctionalInterface
    public interface Reading {
        Document read(byte[] content, Parts parts) throws UnreadableException;
    }

    /** Opens the input and reads its content; a flat file has no parts. */
    public static Document read(Input input, Reading reading) throws UnreadableException {
        if (!ZipParts.isZip(input)) {
            return reading.read(input.bytes(), name -> Optional.empty());
        }
        try (ZipParts parts = ZipParts.open(input)) {
            Optional<byte[]> manifest = parts.find("META-INF/manifest.xml");
            if (manifest.isPresent()
                    && new String(manifest.get(), StandardCharsets.UTF_8).contains("encryption-data")) {
                throw new UnreadableException(Reason.ENCRYPTED);
            }
            byte[] content = parts.find("content.xml").orElseThrow(() -> new UnreadableException(Reason.CORRUPT));
            return reading.read(content, parts::find);
        }
    }

    /** A picture of the package by the location its content states; empty when there is none, or it leads out. */
    public static Optional<Input> picture(String location, Parts parts) throws UnreadableException {
        Optional<String> part = ZipParts.resolve("", location);
        Optional<byte[]> file = part.isPresent() ? parts.find(part.get()) : Optional.empty();
        return file.map(bytes -> Input.of("picture", bytes));
    }
}
