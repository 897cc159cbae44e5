package gouji.document.sheet;

import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.document.OpenDocument;
import gouji.source.Input;
import gouji.source.UnreadableException;

/**
 * Reads ODS files, packed or as one XML file. Findings: {@code HIDDEN_SHEET}, {@code HIDDEN_ROWS}, {@code HIDDEN_COLUMNS},
 * {@code PICTURE_FOUND}.
 */
public final class OdsReader implements DocumentReader {
    private static final String SHEET_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    @Override
    public boolean reads(Input input) {
        return OpenDocument.isOf(input, SHEET_TYPE);
    }

    @Override
    public Document read(Input input) throws UnreadableException {
        return OpenDocument.read(input, (content, parts) -> new OdsWalk(content, parts).read());
    }
}
