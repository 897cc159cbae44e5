package gouji.document.pdf;

import gouji.document.Box;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;

/** The images painted within a box of a page, largest first in the order painted. */
final class PaintedImages extends PDFGraphicsStreamEngine {

    /**
     * @param image the image
     * @param box where it is painted, on the page as displayed
     * @param upsideDown whether it is painted mirrored, turned or slanting
     * @param dpi its resolution as painted
     */
    record Painted(PDImage image, Box box, boolean upsideDown, double dpi) {}

    private final PageSource source;
    private final Box within;
    private final List<Painted> found = new ArrayList<>();

    private PaintedImages(PDPage page, Box within) {
        super(page);
        this.within = within;
        this.source = new PageSource(
                page.getCOSObject(),
                page.getCOSObject(),
                page.getCropBox().getLowerLeftX(),
                page.getCropBox().getLowerLeftY(),
                page.getCropBox().getUpperRightX(),
                page.getCropBox().getUpperRightY(),
                Math.floorMod(page.getRotation(), 360));
    }

    static PaintedImages of(PDPage page, Box within) throws IOException {
        PaintedImages images = new PaintedImages(page, within);
        images.processPage(page);
        return images;
    }

    /** The image that alone fills the box, painted upright. */
    Optional<Painted> only() {
        if (found.size() != 1 || found.get(0).upsideDown()) {
            return Optional.empty();
        }
        Box b = found.get(0).box();
        boolean fills = Math.abs(b.x0() - within.x0()) < 2
                && Math.abs(b.x1() - within.x1()) < 2
                && Math.abs(b.y0() - within.y0()) < 2
                && Math.abs(b.y1() - within.y1()) < 2;
        return fills ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The finest resolution there is. */
    double dpi() {
        return found.stream().mapToDouble(Painted::dpi).max().orElse(200);
    }

    @Override
    public void drawImage(PDImage image) {
        Matrix m = getGraphicsState().getCurrentTransformationMatrix();
        Transform display = source.toDisplay();
        double x0 = Double.MAX_VALUE;
        double y0 = Double.MAX_VALUE;
        double x1 = -Double.MAX_VALUE;
        double y1 = -Double.MAX_VALUE;
        for (int corner = 0; corner < 4; corner++) {
            Point2D.Float p = m.transformPoint(corner & 1, corner >> 1);
            double x = display.x(p.x, p.y);
            double y = display.y(p.x, p.y);
            x0 = Math.min(x0, x);
            x1 = Math.max(x1, x);
            y0 = Math.min(y0, y);
            y1 = Math.max(y1, y);
        }
        Box box = new Box(x0, y0, x1, y1);
        if (within.contains(box.centerX(), box.centerY())) {
            double slack = 0.002 * (Math.abs(m.getScaleX()) + Math.abs(m.getScaleY()));
            boolean upright = Math.abs(m.getShearX()) <= slack
                    && Math.abs(m.getShearY()) <= slack
                    && m.getScaleX() > 0
                    && m.getScaleY() > 0;
            double widthPt = Math.hypot(m.getScaleX(), m.getShearY());
            COSBase dictionary = image.getCOSObject();
            boolean soft = dictionary instanceof COSDictionary d && d.containsKey(COSName.SMASK);
            found.add(new Painted(image, box, !upright || image.isStencil() || soft, image.getWidth() * 72 / widthPt));
        }
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {}

    @Override
    public void clip(int windingRule) {}

    @Override
    public void moveTo(float x, float y) {}

    @Override
    public void lineTo(float x, float y) {}

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {}

    @Override
    public Point2D getCurrentPoint() {
        return new Point2D.Float(0, 0);
    }

    @Override
    public void closePath() {}

    @Override
    public void endPath() {}

    @Override
    public void strokePath() {}

    @Override
    public void fillPath(int windingRule) {}

    @Override
    public void fillAndStrokePath(int windingRule) {}

    @Override
    public void shadingFill(COSName shadingName) {}
}
