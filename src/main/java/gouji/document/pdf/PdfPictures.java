package gouji.document.pdf;

import gouji.document.Box;
import gouji.document.Page;
import gouji.document.PagePicture;
import gouji.document.Raster;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The pixels of a page's pictures. Each is decoded when asked for, from a document opened anew, so that a scan of many
 * pages never lies in memory as a whole. A picture painted upright is taken as it is; any other place of the page is
 * rendered.
 */
final class PdfPictures {
    static final long MOST_PIXELS = 100_000_000;
    private static final double LEAST_SIDE_PT = 40;
    private static final int MOST_DPI = 400;
    private static final int MOST_A_PAGE = 40;

    private PdfPictures() {}

    /** Pictures large enough to hold print; many small ones (a scan in strips) count as one. */
    static List<PagePicture> of(Input input, Page page) {
        List<Box> boxes = new ArrayList<>();
        for (Box b : page.pictures()) {
            addJoined(clipped(b, page), boxes);
        }
        return boxes.stream()
                .filter(b -> b.widthPt() >= LEAST_SIDE_PT && b.heightPt() >= LEAST_SIDE_PT)
                .limit(MOST_A_PAGE)
                .map(b -> new PagePicture(b, () -> read(input, page.number() - 1, b)))
                .toList();
    }

    private static Box clipped(Box b, Page page) {
        double x0 = Math.min(Math.max(0, b.x0()), page.widthPt());
        double y0 = Math.min(Math.max(0, b.y0()), page.heightPt());
        return new Box(
                x0,
                y0,
                Math.max(x0, Math.min(b.x1(), page.widthPt())),
                Math.max(y0, Math.min(b.y1(), page.heightPt())));
    }

    /** Strips of one scan lie edge to edge and are equally wide. */
    private static void addJoined(Box b, List<Box> boxes) {
        for (int i = 0; i < boxes.size(); i++) {
            Box a = boxes.get(i);
            boolean strip = Math.abs(a.x0() - b.x0()) < 1
                    && Math.abs(a.x1() - b.x1()) < 1
                    && b.y0() <= a.y1() + 1
                    && b.y1() >= a.y0() - 1;
            if (strip) {
                boxes.set(i, a.union(b));
                return;
            }
        }
        boxes.add(b);
    }

    private static Raster read(Input input, int pageFrom0, Box box) throws UnreadableException {
        try (PDDocument pdf =
                Loader.loadPDF(new RandomAccessReadBuffer(input.bytes()), "", IOUtils.createMemoryOnlyStreamCache())) {
            PDPage page = pdf.getPage(pageFrom0);
            PaintedImages painted = PaintedImages.of(page, box);
            if (painted.only().isPresent()) {
                return whole(painted.only().get(), page, box);
            }
            return rendered(pdf, pageFrom0, box, Math.min(MOST_DPI, Math.max(100, painted.dpi())));
        } catch (IOException | RuntimeException e) {
            throw unreadable(e, pageFrom0 + 1);
        }
    }

    private static UnreadableException unreadable(Exception e, int page) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof MissingImageReaderException) {
                return new UnreadableException(
                        Reason.TYPE_UNSUPPORTED,
                        "The picture on page " + page + " is packed in a way there is no decoder for (" + t.getMessage()
                                + "): save the file as PNG or JPEG.");
            }
        }
        return new UnreadableException(
                Reason.CORRUPT,
                "The picture on page " + page + " is damaged and cannot be decoded: download it again.");
    }

    private static Raster whole(PaintedImages.Painted painted, PDPage page, Box box)
            throws IOException, UnreadableException {
        limit((long) painted.image().getWidth() * painted.image().getHeight());
        BufferedImage image = painted.image().getImage();
        int turn = Math.floorMod(page.getRotation(), 360);
        int across = turn % 180 == 0 ? image.getWidth() : image.getHeight();
        Raster upright = Raster.of(image, across * 72.0 / box.widthPt()).turned(turn);
        return upright.atDpi(upright.width() * 72.0 / box.widthPt());
    }

    private static void limit(long pixels) throws UnreadableException {
        if (pixels > MOST_PIXELS) {
            throw new UnreadableException(Reason.LIMIT_PIXELS);
        }
    }

    private static Raster rendered(PDDocument pdf, int page, Box box, double dpi)
            throws IOException, UnreadableException {
        double scale = dpi / 72;
        limit((long) (box.widthPt() * scale * box.heightPt() * scale));
        PDPage p = pdf.getPage(page);
        limit((long) (p.getCropBox().getWidth() * scale * p.getCropBox().getHeight() * scale));
        BufferedImage all = new PDFRenderer(pdf).renderImage(page, (float) scale, ImageType.RGB);
        int x0 = (int) Math.max(0, box.x0() * scale);
        int y0 = (int) Math.max(0, box.y0() * scale);
        int w = (int) Math.min(all.getWidth() - x0, Math.ceil(box.widthPt() * scale));
        int h = (int) Math.min(all.getHeight() - y0, Math.ceil(box.heightPt() * scale));
        return Raster.of(all.getSubimage(x0, y0, Math.max(1, w), Math.max(1, h)), dpi);
    }
}
