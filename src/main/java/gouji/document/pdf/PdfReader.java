package gouji.document.pdf;

import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.document.Finding;
import gouji.document.Page;
import gouji.document.Place;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

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
    private static final String CUT_SHORT =
            "The file ends too early, so part of it is missing, and no page could be read: download it again.";

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
        return new String(input.head(HEADER_WITHIN_BYTES), StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    @Override
    public Document read(Input input) throws UnreadableException {
        boolean cut = TailRule.isBroken(input);
        try (PDDocument pdf = open(input, cut)) {
            return read(pdf, input, cut);
        } catch (IOException e) {
            throw corrupt(cut);
        } catch (LimitExceeded e) {
            throw e.unreadable();
        }
    }

    private static PDDocument open(Input input, boolean cut) throws UnreadableException {
        try {
            return Loader.loadPDF(new RandomAccessReadBuffer(input.bytes()), "", IOUtils.createMemoryOnlyStreamCache());
        } catch (InvalidPasswordException e) {
            throw new UnreadableException(Reason.ENCRYPTED);
        } catch (NoClassDefFoundError e) {
            // Encryption by certificate needs BouncyCastle, which is not there on purpose.
            throw new UnreadableException(
                    Reason.ENCRYPTED, "The file can be opened only with a certificate: ask for an unprotected copy.");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw corrupt(cut);
        }
    }

    private static UnreadableException corrupt(boolean cut) {
        return cut ? new UnreadableException(Reason.CORRUPT, CUT_SHORT) : new UnreadableException(Reason.CORRUPT);
    }

    private Document read(PDDocument pdf, Input input, boolean cut) throws UnreadableException {
        Outline outline = outlineOf(pdf, cut);
        List<Finding> findings = new ArrayList<>();
        PageReader reader = new PageReader(limits, outline.layers(), new Faces(), findings);
        List<Page> pages = new ArrayList<>();
        for (PageSource source : outline.pages()) {
            Page page = reader.read(source, pages.size() + 1);
            pages.add(pictures ? page.withScans(PdfPictures.of(input, page)) : page);
        }
        refuseIfUseless(pages, findings, cut);
        if (cut) {
            findings.add(0, truncated());
        }
        return new Document("pdf", pages, List.of(), findings);
    }

    /** What is known of the document before its pages are read. */
    private record Outline(List<PageSource> pages, Layers layers) {}

    private Outline outlineOf(PDDocument pdf, boolean cut) throws UnreadableException {
        try {
            COSDictionary catalog = pdf.getDocument().getTrailer().getCOSDictionary(COSName.ROOT);
            COSDictionary root = catalog == null ? new COSDictionary() : catalog;
            return new Outline(PageTree.pagesOf(root, limits), Layers.of(root));
        } catch (LimitExceeded e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw corrupt(cut);
        }
    }

    private void refuseIfUseless(List<Page> pages, List<Finding> findings, boolean cut) throws UnreadableException {
        if (pages.stream().anyMatch(page -> !page.glyphs().isEmpty())) {
            return;
        }
        boolean anyPicture = pages.stream().anyMatch(page -> !page.pictures().isEmpty());
        boolean lost = findings.stream().anyMatch(f -> f.code().equals(PageReader.PAGE_LOST));
        if (anyPicture && pictures) {
            return;
        }
        if (anyPicture) {
            throw new UnreadableException(Reason.NO_TEXT);
        }
        if (cut || pages.isEmpty() || lost) {
            throw corrupt(cut);
        }
        throw new UnreadableException(
                Reason.NOT_READABLE, "The pages hold neither text nor pictures: ask the publisher for another copy.");
    }

    private static Finding truncated() {
        return Finding.warning(
                "TRUNCATED",
                "The file ends too early: expected an end mark that points at a table of contents, found none; tables"
                        + " may be incomplete, so download it again.",
                Place.UNKNOWN);
    }
}
