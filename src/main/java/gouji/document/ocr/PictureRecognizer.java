package gouji.document.ocr;

import gouji.document.Box;
import gouji.document.CellReading;
import gouji.document.Document;
import gouji.document.Finding;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.PagePicture;
import gouji.document.Place;
import gouji.document.Recognizer;
import gouji.document.Ruling;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the pictures of a document: own grid finder, and a model for the lines.
 *
 * <p>A page that one picture covers is a scan: whatever text lies over or under it was put there by somebody else's
 * recogniser and is not trusted. On other pages only pictures that hold a ruled table are read.
 *
 * <p>Safe between threads. A page that the model gives no answer for is lost, and the others are kept.
 */
public final class PictureRecognizer implements Recognizer {
    /** Findings of this code and a reason say why a page was lost through the engine's fault. */
    public static final String ENGINE = "ENGINE_";

    private static final double COVERING = 0.6;
    private static final String PAGE_LOST = "PAGE_LOST";
    /** A page that was turned, and may have been turned the wrong way. */
    private static final String TURN_UNSURE = "TURN_UNSURE";

    private final TextModel model;
    private final PageListener listener;

    public PictureRecognizer(TextModel model) {
        this(model, PageListener.NONE);
    }

    public PictureRecognizer(TextModel model, PageListener listener) {
        this.model = model;
        this.listener = listener;
    }

    @Override
    public Document recognize(Document document) throws UnreadableException {
        if (document.pages().stream().allMatch(p -> p.scans().isEmpty())) {
            return document;
        }
        model.prepare();
        int toRead = (int)
                document.pages().stream().filter(p -> !p.scans().isEmpty()).count();
        int done = 0;
        List<Finding> findings = new ArrayList<>(document.findings());
        List<Page> pages = new ArrayList<>();
        int scans = 0;
        int lost = 0;
        UnreadableException first = null;
        for (Page page : document.pages()) {
            if (!page.scans().isEmpty()) {
                listener.page(++done, toRead);
            }
            try {
                Page read = read(page, findings);
                scans += isScan(page) && read.glyphs() != page.glyphs() ? 1 : 0;
                if (read != page) {
                    findings.removeIf(f ->
                            f.code().equals("PAGE_WITHOUT_TEXT") && f.place().page() == page.number());
                }
                pages.add(read);
            } catch (UnreadableException e) {
                first = first == null ? e : first;
                lost++;
                findings.add(lost(page, e));
                pages.add(page);
            } catch (EngineException e) {
                UnreadableException why = new UnreadableException(e.reason(), e.getMessage());
                first = first == null ? why : first;
                lost++;
                findings.add(lost(page, why));
                findings.add(new Finding(ENGINE + e.reason(), Finding.Severity.ERROR, e.getMessage(), place(page)));
                pages.add(page);
            }
        }
        if (first != null && lost == pages.size()) {
            throw first;
        }
        return new Document(format(document, scans), pages, document.blocks(), findings);
    }

    private static String format(Document document, int scans) {
        long printed = document.pages().stream()
                .filter(p -> !p.glyphs().isEmpty() || !p.scans().isEmpty())
                .count();
        boolean scanned = document.format().equals("pdf") && scans > 0 && 2L * scans >= printed;
        return scanned ? "pdf-scan" : document.format();
    }

    private static Finding lost(Page page, UnreadableException e) {
        return new Finding(PAGE_LOST, Finding.Severity.ERROR, e.getMessage(), place(page));
    }

    private static Place place(Page page) {
        return Place.onPage(page.number(), new Box(0, 0, page.widthPt(), page.heightPt()));
    }

    private Page read(Page page, List<Finding> findings) throws UnreadableException {
        if (page.scans().isEmpty()) {
            return page;
        }
        PictureReader reader = new PictureReader(new Portions(model.forPage()));
        return isScan(page) ? readScan(page, reader, findings) : readMixed(page, reader);
    }

    private static boolean isScan(Page page) {
        double area = page.widthPt() * page.heightPt();
        return !page.scans().isEmpty()
                && (page.glyphs().isEmpty()
                        || page.scans().stream()
                                .anyMatch(s -> s.box().widthPt() * s.box().heightPt() >= COVERING * area));
    }

    private Page readScan(Page page, PictureReader reader, List<Finding> findings) throws UnreadableException {
        List<Glyph> glyphs = new ArrayList<>();
        List<Ruling> rulings = new ArrayList<>();
        List<CellReading> readings = new ArrayList<>();
        boolean upright = true;
        boolean alone = page.scans().size() == 1;
        boolean lies = false;
        for (PagePicture scan : page.scans()) {
            PictureReader.Found found = reader.read(scan.pixels().read(), scan.box(), alone);
            lies |= alone && found.turn() % 180 != 0;
            upright &= found.upright();
            glyphs.addAll(found.glyphs());
            rulings.addAll(found.rulings());
            readings.addAll(found.readings());
        }
        int given = page.glyphs().size();
        if (readings.isEmpty() && given > 0 && letters(glyphs) < 0.7 * letters(page.glyphs())) {
            // The picture is a background to real text.
            return page;
        }
        if (!upright) {
            findings.add(new Finding(
                    TURN_UNSURE,
                    Finding.Severity.WARNING,
                    "Page " + page.number() + " does not stand upright, and its words read about as badly either way.",
                    place(page)));
        }
        double width = lies ? page.heightPt() : page.widthPt();
        double height = lies ? page.widthPt() : page.heightPt();
        return new Page(page.number(), width, height, glyphs, rulings, page.pictures(), List.of(), readings);
    }

    private static int letters(List<Glyph> glyphs) {
        return glyphs.stream().mapToInt(g -> g.text().strip().length()).sum();
    }

    private Page readMixed(Page page, PictureReader reader) throws UnreadableException {
        List<Glyph> glyphs = new ArrayList<>(page.glyphs());
        List<Ruling> rulings = new ArrayList<>(page.rulings());
        List<CellReading> readings = new ArrayList<>();
        for (PagePicture picture : page.scans()) {
            PictureReader.Found found = reader.read(picture.pixels().read(), picture.box(), false);
            if (found.grids() > 0) {
                Box b = picture.box();
                glyphs.removeIf(g -> b.contains(g.box().centerX(), g.box().centerY()));
                rulings.removeIf(r -> within(r, b));
                glyphs.addAll(found.glyphs());
                rulings.addAll(found.rulings());
                readings.addAll(found.readings());
            }
        }
        return readings.isEmpty()
                ? page
                : new Page(
                        page.number(),
                        page.widthPt(),
                        page.heightPt(),
                        glyphs,
                        rulings,
                        page.pictures(),
                        List.of(),
                        readings);
    }

    private static boolean within(Ruling r, Box b) {
        double middle = (r.from() + r.to()) / 2;
        return r.horizontal()
                ? b.contains(middle, r.at()) && r.from() >= b.x0() - 1 && r.to() <= b.x1() + 1
                : b.contains(r.at(), middle) && r.from() >= b.y0() - 1 && r.to() <= b.y1() + 1;
    }
}
