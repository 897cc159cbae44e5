package gouji;

import gouji.document.DocumentReader;
import gouji.document.csv.CsvReader;
import gouji.document.html.HtmlReader;
import gouji.document.image.ImageFileReader;
import gouji.document.odt.OdtReader;
import gouji.document.ofd.OfdReader;
import gouji.document.pdf.PdfReader;
import gouji.document.rtf.RtfReader;
import gouji.document.sheet.SheetReader;
import gouji.document.text.TextReader;
import gouji.document.word.DocReader;
import gouji.document.word.DocxReader;
import java.util.ArrayList;
import java.util.List;

/** The formats that are read, the most specific first: one line each. */
final class Readers {
    private Readers() {}

    /** @param pictures whether a recogniser will read the pictures that readers come upon */
    static List<DocumentReader> all(int maxPages, boolean pictures) {
        PdfReader pdf = PdfReader.withMaxPages(maxPages);
        List<DocumentReader> readers = new ArrayList<>(texts(maxPages, pictures ? pdf.keepingPictures() : pdf));
        if (pictures) {
            readers.add(0, new ImageFileReader());
        }
        return readers;
    }

    private static List<DocumentReader> texts(int maxPages, PdfReader pdf) {
        return List.of(
                pdf,
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
