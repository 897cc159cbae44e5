package gouji.document.pdf;

import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.document.Page;
import gouji.source.FileType;
import gouji.source.Input;
import gouji.source.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads PDF files with a text layer: glyphs, rulings and pictures as a reader of the page sees them.
 *
 * <p>Findings: {@code TRUNCATED} (the file ends too early), {@code PAGE_LOST} (a page could be read only in part or not
 * at all), {@code PAGE_WITHOUT_TEXT}, {@code EMPTY_PAGE}, {@code TEXT_UNMAPPED} (glyphs whose characters are not known),
 * {@code SLANTED_TEXT} (a watermark was left out).
 *
 * <p>Stateless; safe between threads.
 */
public final class PdfReader implements DocumentReader {
    private static final int HEADER_WITHIN_BYTES = 1024;

    private final PdfLimits limits;
    private final boolean pictures;

    public PdfReader() {
        this(PdfLimits.STANDARD);
    }

    /** A reader for use with a recogniser: pages keep their pictures, and a scan is not refused. */
    public static PdfReader withPictures() {
        return new PdfReader().keepingPictures();
    }

    /** The same reader, for use with a recogniser. */
    public PdfReader keepingPictures() {
        return new PdfReader(limits, true);
    }

    /** @param maxPages documents with more pages are refused */
    public static PdfReader withMaxPages(int maxPages) {
        return new PdfReader(PdfLimits.STANDARD.withPages(maxPages));
    }

    PdfReader(PdfLimits limits) {
        this(limits, false);
    }

    private PdfReader(PdfLimits limits, boolean pictures) {
        this.limits = Objects.requireNonNull(limits, "limits");
        this.pictures = pictures;
    }

    @Override
    public boolean reads(Input input) {
        return new String(input.head(HEADER_WITHIN_BYTES), StandardCharsets.ISO_8859_1).contains("%PDF-")
                && !FileType.of(input).isArchive();
    }

    @Override
    public Document read(Input input) throws UnreadableException {
        try (PdfPages pdf = PdfPages.open(input, limits)) {
            List<Page> pages = new ArrayList<>();
            for (int number = 1; number <= pdf.count(); number++) {
                Page page = pdf.page(number);
                pages.add(pictures ? page.withScans(PdfPictures.of(input, page)) : page);
            }
            pdf.refuseIfUseless(pictures);
            return new Document("pdf", pages, List.of(), pdf.findings());
        }
    }
}
