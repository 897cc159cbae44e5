package gouji;

import gouji.document.DocumentReader;
import gouji.document.html.HtmlReader;
import gouji.document.pdf.PdfReader;
import gouji.document.text.TextReader;
import gouji.document.word.DocReader;
import gouji.document.word.DocxReader;
import java.util.List;

/** The formats that are read, the most specific first: one line each. */
final class Readers {
    private Readers() {}

    static List<DocumentReader> all(int maxPages) {
        return List.of(
                PdfReader.withMaxPages(maxPages),
                new DocxReader(),
                new DocReader(),
                new HtmlReader(),
                new TextReader());
    }
}
