package gouji;

import gouji.document.DocumentReader;
import gouji.document.csv.CsvReader;
import gouji.document.html.HtmlReader;
import gouji.document.odt.OdtReader;
import gouji.document.ofd.OfdReader;
import gouji.document.pdf.PdfReader;
import gouji.document.rtf.RtfReader;
import gouji.document.sheet.SheetReader;
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
                OfdReader.withMaxPages(maxPages),
                new OdtReader(),
                new DocxReader(),
                new SheetReader(),
                new DocReader(),
                new RtfReader(),
                new HtmlReader(),
                new CsvReader(),
                new TextReader());
    }
}
