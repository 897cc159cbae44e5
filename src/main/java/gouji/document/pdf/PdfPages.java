package gouji.document.pdf;

import gouji.document.Finding;
import gouji.document.Page;
import gouji.document.Place;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * The pages of one PDF, read one at a time when they are asked for; none is kept. A long file on disk is not read into
 * memory as a whole.
 *
 * <p>For one thread. Findings as in {@link PdfReader}.
 */
public final class PdfPages implements AutoCloseable {
    private static final String CUT_SHORT =
            "The file ends too early, so part of it is missing, and no page could be read: download it again.";
    /** Pages after which what was learnt about fonts is forgotten, so that it does not grow with the document. */
    private static final int PAGES_A_FACE_IS_KEPT = 100;

    private final PDDocument pdf;
    private final boolean cut;
    private final PdfLimits limits;
    private final List<PageSource> sources;
    private final Layers layers;
    private final List<Finding> findings = new ArrayList<>();
    private PageReader reader;
    private int readSince;
    private int read;
    private boolean glyphs;
    private boolean pictures;

    private PdfPages(PDDocument pdf, boolean cut, PdfLimits limits) throws UnreadableException {
        this.pdf = pdf;
        this.cut = cut;
        this.limits = limits;
        try {
            COSDictionary catalog = pdf.getDocument().getTrailer().getCOSDictionary(COSName.ROOT);
            COSDictionary root = catalog == null ? new COSDictionary() : catalog;
            sources = PageTree.pagesOf(root, limits);
            layers = Layers.of(root);
        } catch (LimitExceeded e) {
            throw e.unreadable();
        } catch (RuntimeException | StackOverflowError e) {
            throw corrupt(cut);
        }
    }

    /**
     * Opens a file.
     *
     * @param maxPages documents with more pages are refused
     * @throws UnreadableException with the reason
     */
    public static PdfPages open(Path file, int maxPages) throws UnreadableException {
        try {
            RandomAccessRead bytes = new RandomAccessReadBufferedFile(file);
            return open(bytes, TailRule.isBroken(new Ends(bytes)), PdfLimits.STANDARD.withPages(maxPages));
        } catch (IOException e) {
            throw new UnreadableException(Reason.UNREADABLE);
        }
    }

    static PdfPages open(Input input, PdfLimits limits) throws UnreadableException {
        boolean cut;
        try {
            cut = TailRule.isBroken(input);
        } catch (IOException e) {
            throw new UnreadableException(Reason.UNREADABLE);
        }
        return open(new RandomAccessReadBuffer(input.bytes()), cut, limits);
    }

    private static PdfPages open(RandomAccessRead bytes, boolean cut, PdfLimits limits) throws UnreadableException {
        PDDocument pdf = load(bytes, cut);
        try {
            return new PdfPages(pdf, cut, limits);
        } catch (UnreadableException e) {
            IOUtils.closeQuietly(pdf);
            throw e;
        }
    }

    private static PDDocument load(RandomAccessRead bytes, boolean cut) throws UnreadableException {
        try {
            return Loader.loadPDF(bytes, "", IOUtils.createMemoryOnlyStreamCache());
        } catch (InvalidPasswordException e) {
            IOUtils.closeQuietly(bytes);
            throw new UnreadableException(Reason.ENCRYPTED);
        } catch (NoClassDefFoundError e) {
            // Encryption by certificate needs BouncyCastle, which is not there on purpose.
            IOUtils.closeQuietly(bytes);
            throw new UnreadableException(
                    Reason.ENCRYPTED, "The file can be opened only with a certificate: ask for an unprotected copy.");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            IOUtils.closeQuietly(bytes);
            throw corrupt(cut);
        }
    }

    private static UnreadableException corrupt(boolean cut) {
        return cut ? new UnreadableException(Reason.CORRUPT, CUT_SHORT) : new UnreadableException(Reason.CORRUPT);
    }

    /** How many pages there are. */
    public int count() {
        return sources.size();
    }

    /**
     * Reads a page.
     *
     * @param number from 1
     * @throws UnreadableException when the page costs more than the limits allow; other pages can still be read
     */
    public Page page(int number) throws UnreadableException {
        if (reader == null || ++readSince > PAGES_A_FACE_IS_KEPT) {
            reader = new PageReader(limits, layers, new Faces(), findings);
            readSince = 1;
        }
        try {
            Page page = reader.read(sources.get(number - 1), number);
            read++;
            glyphs |= !page.glyphs().isEmpty();
            pictures |= !page.pictures().isEmpty();
            return page;
        } catch (LimitExceeded e) {
            throw e.unreadable();
        }
    }

    /** What was noticed so far, in the order noticed. */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        if (cut) {
            all.add(truncated());
        }
        all.addAll(findings);
        return List.copyOf(all);
    }

    /**
     * Throws where the pages read so far held no text at all.
     *
     * @param picturesWillDo whether pages of pictures alone are of use
     * @throws UnreadableException with the reason
     */
    public void refuseIfUseless(boolean picturesWillDo) throws UnreadableException {
        if (glyphs || pictures && picturesWillDo) {
            return;
        }
        boolean lost = findings.stream().anyMatch(f -> f.code().equals(PageReader.PAGE_LOST));
        if (pictures) {
            throw new UnreadableException(Reason.NO_TEXT);
        }
        if (cut || read == 0 || lost) {
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

    @Override
    public void close() {
        IOUtils.closeQuietly(pdf);
    }

    /** The few places of a file that tell whether it was cut short. */
    private record Ends(RandomAccessRead file) implements TailRule.Bytes {
        @Override
        public long length() {
            try {
                return file.length();
            } catch (IOException e) {
                return 0;
            }
        }

        @Override
        public byte[] at(long offset, int n) throws IOException {
            byte[] bytes = new byte[(int) Math.max(0, Math.min(n, length() - offset))];
            file.seek(offset);
            int from = 0;
            while (from < bytes.length) {
                int got = file.read(bytes, from, bytes.length - from);
                if (got <= 0) {
                    break;
                }
                from += got;
            }
            file.seek(0);
            return bytes;
        }
    }
}
