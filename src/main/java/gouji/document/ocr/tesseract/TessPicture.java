package gouji.document.ocr.tesseract;

import gouji.document.ocr.Patch;
import java.nio.ByteBuffer;

/**
 * A line as Tesseract wants it: one byte a pixel in memory of its own, contrast spread, paper around it.
 *
 * @param pixels rows from the top
 */
record TessPicture(ByteBuffer pixels, int width, int height) {
    /**
     * How a line is shown.
     *
     * @param ink share of the darkest pixels that become black
     * @param paper share of the darkest pixels from which on all is white
     * @param margin pixels of paper added on each side
     * @param scale size of a pixel
     */
    record View(double ink, double paper, int margin, double scale) {}

    static TessPicture of(Patch line, View view) {
        double ink = line.quantile(view.ink());
        double paper = Math.max(ink + 1, line.quantile(view.paper()));
        int inner = (int) Math.max(1, Math.round(line.width * view.scale()));
        int high = (int) Math.max(1, Math.round(line.height * view.scale()));
        int width = inner + 2 * view.margin();
        ByteBuffer pixels = ByteBuffer.allocateDirect(width * (high + 2 * view.margin()));
        for (int i = 0; i < pixels.capacity(); i++) {
            pixels.put(i, (byte) 255);
        }
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < inner; x++) {
                double grey = sample(line, (x + 0.5) / view.scale() - 0.5, (y + 0.5) / view.scale() - 0.5);
                long spread = Math.round((grey - ink) * 255 / (paper - ink));
                pixels.put((y + view.margin()) * width + x + view.margin(), (byte) Math.max(0, Math.min(255, spread)));
            }
        }
        return new TessPicture(pixels, width, high + 2 * view.margin());
    }

    private static double sample(Patch line, double x, double y) {
        int x0 = (int) Math.max(0, Math.min(line.width - 1, Math.floor(x)));
        int y0 = (int) Math.max(0, Math.min(line.height - 1, Math.floor(y)));
        int x1 = Math.min(line.width - 1, x0 + 1);
        int y1 = Math.min(line.height - 1, y0 + 1);
        double fx = Math.max(0, x - x0);
        double fy = Math.max(0, y - y0);
        double top = line.at(x0, y0) * (1 - fx) + line.at(x1, y0) * fx;
        double low = line.at(x0, y1) * (1 - fx) + line.at(x1, y1) * fx;
        return top * (1 - fy) + low * fy;
    }
}
