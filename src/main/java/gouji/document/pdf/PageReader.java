package gouji.document.pdf;

import gouji.document.Box;
import gouji.document.Finding;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.Place;
import gouji.document.Ruling;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** Reads the pages of one document, one after the other; a page that breaks does not take the others with it. */
final class PageReader {
    static final String PAGE_LOST = "PAGE_LOST";

    private final PdfLimits limits;
    private final Layers layers;
    private final Faces faces;
    private final List<Finding> findings;

    PageReader(PdfLimits limits, Layers layers, Faces faces, List<Finding> findings) {
        this.limits = limits;
        this.layers = layers;
        this.faces = faces;
        this.findings = findings;
    }

    /** @param number of the page, from 1 */
    Page read(PageSource source, int number) {
        Budget budget = new Budget(limits, number);
        Canvas canvas = new Canvas(source.heightPt(), budget);
        Place place = Place.onPage(number, new Box(0, 0, source.widthPt(), source.heightPt()));
        Interpreter interpreter = new Interpreter(source, canvas, budget, layers, faces);
        boolean whole = run(interpreter, source, budget, place);
        Page page = pageOf(canvas, source, number);
        note(page, interpreter, budget, whole, place);
        return page;
    }

    /** False when the page broke off; what it painted before is kept. */
    private boolean run(Interpreter interpreter, PageSource source, Budget budget, Place place) {
        try {
            interpreter.run(contentOf(source, budget));
            return true;
        } catch (LimitExceeded | OutOfMemoryError e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            findings.add(new Finding(
                    PAGE_LOST,
                    Finding.Severity.ERROR,
                    "Page " + place.page() + " broke off after " + budget.operatorsSeen() + " operators ("
                            + e.getClass().getSimpleName() + "); what follows on it is missing.",
                    place));
            return false;
        }
    }

    /** The content streams of the page, joined as 7.7.3.3 says: with white space in between. */
    private static byte[] contentOf(PageSource source, Budget budget) throws IOException {
        COSBase contents = source.page().getDictionaryObject(COSName.CONTENTS);
        if (contents instanceof COSStream stream) {
            return unpack(stream, budget);
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        if (contents instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSStream stream) {
                    joined.writeBytes(unpack(stream, budget));
                    joined.write('\n');
                }
            }
        }
        return joined.toByteArray();
    }

    private static byte[] unpack(COSStream stream, Budget budget) throws IOException {
        byte[] bytes = Streams.unpack(stream, budget.contentBytesLeft());
        budget.contentBytes(bytes.length);
        return bytes;
    }

    private Page pageOf(Canvas canvas, PageSource source, int number) {
        List<Mark> marks = canvas.visibleMarks();
        List<Glyph> glyphs = new ArrayList<>(marks.size());
        int doubtful = 0;
        for (Mark mark : marks) {
            glyphs.add(Canvas.toGlyph(mark));
            doubtful += mark.shape().doubtful() ? 1 : 0;
        }
        if (doubtful > 0) {
            noteDoubtful(doubtful, marks, number);
        }
        List<Ruling> rulings = canvas.rulings(source.widthPt(), source.heightPt());
        return new Page(number, source.widthPt(), source.heightPt(), glyphs, rulings, canvas.pictures());
    }

    private void noteDoubtful(int doubtful, List<Mark> marks, int number) {
        Mark first =
                marks.stream().filter(m -> m.shape().doubtful()).findFirst().orElseThrow();
        findings.add(Finding.warning(
                "TEXT_UNMAPPED",
                doubtful + " of " + marks.size() + " glyphs on page " + number
                        + " have no known character, the first one in the font " + first.font() + ".",
                Place.onPage(number, first.area().toBox())));
    }

    private void note(Page page, Interpreter interpreter, Budget budget, boolean whole, Place place) {
        if (!interpreter.slantedText().isEmpty()) {
            findings.add(Finding.info(
                    "SLANTED_TEXT",
                    "Slanted writing on page " + page.number() + " was left out as a watermark: "
                            + interpreter.slantedText(),
                    place));
        }
        if (!page.glyphs().isEmpty() || !whole) {
            return;
        }
        if (!page.pictures().isEmpty()) {
            findings.add(Finding.warning(
                    "PAGE_WITHOUT_TEXT", "Page " + page.number() + " holds pictures but no text.", place));
        } else if (page.rulings().isEmpty() && budget.operatorsSeen() > 0) {
            findings.add(Finding.info("EMPTY_PAGE", "Page " + page.number() + " shows nothing.", place));
        }
    }
}
