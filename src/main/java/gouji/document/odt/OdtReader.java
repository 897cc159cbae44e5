package gouji.document.odt;

import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.document.OpenDocument;
import gouji.source.Input;
import gouji.source.UnreadableException;

/** Reads ODT files and their templates, packed or as one XML file. Findings: {@code PICTURE_FOUND}, {@code REMOTE_PICTURE}. */
public final class OdtReader implements DocumentReader {
    private static final String TEXT_TYPE = "application/vnd.oasis.opendocument.text";

    @Override
    public boolean reads(Input input) {
        return OpenDocument.isOf(input, TEXT_TYPE);
    }

    @Override
    public Document read(Input input) throws UnreadableException {
        return OpenDocument.read(input, (content, parts) -> new ContentWalk(content, parts).read());
    }
}
