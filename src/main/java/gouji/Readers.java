package gouji;

import gouji.document.DocumentReader;
import gouji.document.csv.CsvReader;
import gouji.document.html.HtmlReader;
import gouji.document.image.ImageFileReader;
import gouji.document.odt.OdtReader;
import gouji.document.ofd.OfdReader;
import gouji.document.pdf.PdfReader;
import gouji.document.rtf.RtfReader;
import gouji.document.sheet.OdsReader;
import gouji.document.sheet.SheetReader;
import gouji.document.text.TextReader;
import gouji.document.word.DocReader;
import gouji.document.word.DocxReader;
import gouji.document.word.WordXmlReader;
import java.util.ArrayList;
import java.util.List;

/** The formats that are read, the most specific first: one line each. */
final class Readers {
    private Readers() {}

    /** @param pictures whether a recogniser will read the pictures that readers come upon */
    static List<DocumentReader> all(int maxPages, boolean pictures) {
        PdfReader pdf = PdfReader.withMaxPages(maxPages);
        OfdReader ofd = OfdReader.withMaxPages(maxPages);
        if (!pictures) {
            return texts(pdf, ofd);
        }
        ImageFileReader images = new ImageFileReader();
        List<DocumentReader> readers = new ArrayList<>(List.of(images));
        readers.addAll(texts(pdf.keepingPictures(), ofd.keepingPictures(images)));
        return readers;
    }

    private static List<DocumentReader> texts(PdfReader pdf, OfdReader ofd) {
        return List.of(
                pdf,
                ofd,
                new OdtReader(),
                new OdsReader(),
                new DocxReader(),
                new WordXmlReader(),
                new SheetReader(),
                new DocReader(),
                new RtfReader(),
                new HtmlReader(),
                new CsvReader(),
                new TextReader());
    }
}
