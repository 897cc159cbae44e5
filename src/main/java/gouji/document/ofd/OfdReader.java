package gouji.document.ofd;

import gouji.document.Box;
import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.document.Finding;
import gouji.document.Page;
import gouji.document.PagePicture;
import gouji.document.Pixels;
import gouji.document.Place;
import gouji.document.Raster;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import gouji.source.ZipParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads OFD files. Findings: {@code PAGE_LOST}, {@code PAGE_INCOMPLETE}, {@code PAGE_WITHOUT_TEXT}. */
public final class OfdReader implements DocumentReader {
    private static final int STANDARD_PAGES = 500;

    private static final double LEAST_SIDE_PT = 40;
    private static final int MOST_PICTURES_A_PAGE = 40;

    private final int maxPages;
    private final Optional<DocumentReader> pictures;

    public OfdReader() {
        this(STANDARD_PAGES, Optional.empty());
    }

    private OfdReader(int maxPages, Optional<DocumentReader> pictures) {
        this.maxPages = maxPages;
        this.pictures = pictures;
    }

    /** @param reader reads picture files; pages then keep their pictures for a recogniser */
    public OfdReader keepingPictures(DocumentReader reader) {
        return new OfdReader(maxPages, Optional.of(reader));
    }

    /** @param maxPages documents with more pages are refused */
    public static OfdReader withMaxPages(int maxPages) {
        return new OfdReader(maxPages, Optional.empty());
    }

    @Override
    public boolean reads(Input input) {
        return ZipParts.names(input).contains(OfdPackage.ROOT);
    }

    @Override
    public Document read(Input input) throws UnreadableException {
        try (ZipParts parts = ZipParts.open(input)) {
            return read(new OfdPackage(parts, maxPages), parts);
        }
    }

    private Document read(OfdPackage ofd, ZipParts parts) throws UnreadableException {
        List<Page> pages = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (OfdPackage.PageParts page : ofd.pages()) {
            Canvas canvas = new Canvas(pages.size() + 1, page.area());
            for (OfdPackage.Layer layer : page.layers()) {
                if (layer.xml().isEmpty()) {
                    findings.add(lost(pages.size() + 1, layer.location()));
                } else {
                    new ContentScanner(canvas, layer.xml().get(), ofd.resources()).scan();
                }
            }
            tell(canvas.page(), canvas, findings);
            pages.add(canvas.page().withScans(scans(canvas, parts, findings)));
        }
        refuseIfUseless(pages);
        return new Document("ofd", pages, List.of(), findings);
    }

    private List<PagePicture> scans(Canvas canvas, ZipParts parts, List<Finding> findings) throws UnreadableException {
        List<PagePicture> scans = new ArrayList<>();
        for (Canvas.Painted p : canvas.painted()) {
            Box box = p.box();
            boolean large = box.widthPt() >= LEAST_SIDE_PT && box.heightPt() >= LEAST_SIDE_PT;
            Optional<byte[]> file = large && pictures.isPresent() && scans.size() < MOST_PICTURES_A_PAGE
                    ? parts.find(p.part())
                    : Optional.empty();
            if (file.isPresent()) {
                scan(Input.of(p.part(), file.get()), box, findings).ifPresent(scans::add);
            }
        }
        return scans;
    }

    private Optional<PagePicture> scan(Input file, Box box, List<Finding> findings) {
        if (!pictures.orElseThrow().reads(file)) {
            return Optional.empty();
        }
        try {
            Page page = pictures.get().read(file).pages().get(0);
            Pixels pixels = page.scans().get(0).pixels();
            return Optional.of(new PagePicture(box, () -> {
                Raster raster = pixels.read();
                return raster.atDpi(raster.width() * 72 / box.widthPt());
            }));
        } catch (UnreadableException e) {
            findings.add(Finding.warning(
                    "PICTURE_NOT_READ", file.name() + ": " + e.reason() + ": " + e.getMessage(), Place.UNKNOWN));
            return Optional.empty();
        }
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
            if (pages.stream().anyMatch(p -> !p.scans().isEmpty())) {
                return;
            }
            throw new UnreadableException(Reason.NO_TEXT);
        }
        throw new UnreadableException(
                Reason.NOT_READABLE, "The pages hold neither text nor pictures: ask the publisher for another copy.");
    }
}
