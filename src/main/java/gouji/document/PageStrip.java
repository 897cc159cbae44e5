package gouji.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A strip of a page, as wide as the page, with some cells framed in red. */
public final class PageStrip {
    private static final double MARGIN_PT = 24;

    private PageStrip() {}

    /**
     * Draws the frames and cuts the strip out, as PNG.
     *
     * @param page drawn on
     * @param scale pixels a point
     * @param frames cells in points as displayed, at least one; the strip reaches from the first to the last
     */
    public static byte[] png(BufferedImage page, double scale, List<Box> frames) throws IOException {
        Graphics2D g = page.createGraphics();
        g.scale(scale, scale);
        g.setColor(new Color(210, 0, 0));
        g.setStroke(new BasicStroke(1.4f));
        frames.forEach(b -> g.draw(new Rectangle2D.Double(b.x0(), b.y0(), b.widthPt(), b.heightPt())));
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(strip(page, scale, frames), "png", out);
        return out.toByteArray();
    }

    private static BufferedImage strip(BufferedImage page, double scale, List<Box> frames) {
        double top = frames.stream().mapToDouble(Box::y0).min().orElseThrow() - MARGIN_PT;
        double bottom = frames.stream().mapToDouble(Box::y1).max().orElseThrow() + MARGIN_PT;
        int from = (int) Math.min(page.getHeight() - 1, Math.max(0, top * scale));
        int to = (int) Math.min(page.getHeight(), Math.max(from + 1, bottom * scale));
        return page.getSubimage(0, from, page.getWidth(), to - from);
    }
}
