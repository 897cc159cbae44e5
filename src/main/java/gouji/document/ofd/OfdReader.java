package gouji.document.ofd;

import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.document.Finding;
import gouji.document.Page;
import gouji.document.Place;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import gouji.source.ZipParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads OFD files. Findings: {@code PAGE_LOST}, {@code PAGE_INCOMPLETE}, {@code PAGE_WITHOUT_TEXT}. */
public final class OfdReader implements DocumentReader {
    private static final int STANDARD_PAGES = 500;

    private final int maxPages;

    public OfdReader() {
        this(STANDARD_PAGES);
    }

    private OfdReader(int maxPages) {
        this.maxPages = maxPages;
    }

    /** @param maxPages documents with more pages are refused */
    public static OfdReader withMaxPages(int maxPages) {
        return new OfdReader(maxPages);
    }

    @Override
    public boolean reads(Input input) {
        return ZipParts.names(input).contains(OfdPackage.ROOT);
    }

    @Override
    public Document read(Input input) throws UnreadableException {
        try (ZipParts parts = ZipParts.open(input)) {
            return read(new OfdPackage(parts, maxPages));
        }
    }

    private static Document read(OfdPackage ofd) throws UnreadableException {
        List<Page> pages = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (OfdPackage.PageParts parts : ofd.pages()) {
            Canvas canvas = new Canvas(pages.size() + 1, parts.area());
            for (OfdPackage.Layer layer : parts.layers()) {
                if (layer.xml().isEmpty()) {
                    findings.add(lost(pages.size() + 1, layer.location()));
                } else {
                    new ContentScanner(canvas, layer.xml().get(), ofd.resources()).scan();
                }
            }
            Page page = canvas.page();
            tell(page, canvas, findings);
            pages.add(page);
        }
        refuseIfUseless(pages);
        return new Document("ofd", pages, List.of(), findings);
    }

    private static Finding lost(int page, String location) {
        return Finding.warning(
                "PAGE_LOST", "Page " + page + " should be at " + location + ", where there is nothing.", Place.UNKNOWN);
    }

    private static void tell(Page page, Canvas canvas, List<Finding> findings) {
        if (canvas.incomplete()) {
            findings.add(Finding.warning(
                    "PAGE_INCOMPLETE",
                    "Page " + page.number() + " holds composite objects, which are not read.",
                    Place.UNKNOWN));
        }
        if (page.glyphs().isEmpty() && !page.pictures().isEmpty()) {
            findings.add(Finding.warning(
                    "PAGE_WITHOUT_TEXT", "Page " + page.number() + " holds pictures only.", Place.UNKNOWN));
        }
    }

    private static void refuseIfUseless(List<Page> pages) throws UnreadableException {
        Objects.requireNonNull(pages, "pages");
        if (pages.stream().anyMatch(p -> !p.glyphs().isEmpty())) {
            return;
        }
        if (pages.stream().anyMatch(p -> !p.pictures().isEmpty())) {
            throw new UnreadableException(Reason.NO_TEXT);
        }
        throw new UnreadableException(
                Reason.NOT_READABLE, "The pages hold neither text nor pictures: ask the publisher for another copy.");
    }
}
