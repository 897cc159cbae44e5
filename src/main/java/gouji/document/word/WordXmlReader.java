package gouji.document.word;

import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.source.Input;
import gouji.source.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads documents of Word 2003 saved as one XML file (WordprocessingML 2003), whatever their name ends in. */
public final class WordXmlReader implements DocumentReader {
    private static final int HEAD_BYTES = 4096;

    @Override
    public boolean reads(Input input) {
        String head = new String(input.head(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        return head.contains("wordDocument") && head.contains("schemas.microsoft.com/office/word/2003/wordml");
    }

    @Override
    public Document read(Input input) throws UnreadableException {
        return new BodyWalk(input.bytes(), Map.of()).read("word-xml");
    }
}
