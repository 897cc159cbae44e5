package gouji.document.rtf;

import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.nio.charset.StandardCharsets;

/** Reads RTF files. Findings: {@code PICTURE_FOUND}, {@code TRUNCATED}. */
public final class RtfReader implements DocumentReader {
    private static final int HEAD_BYTES = 64;

    @Override
    public boolean reads(Input input) {
        String head = new String(input.head(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        return head.replaceFirst("^(?:\u00EF\u00BB\u00BF)?\\s*", "").startsWith("{\\rtf");
    }

    @Override
    public Document read(Input input) throws UnreadableException {
        Document document = new RtfWalk(input.bytes()).read();
        if (document.blocks().isEmpty() && document.findings().isEmpty()) {
            throw new UnreadableException(Reason.NOT_READABLE);
        }
        return document;
    }
}
