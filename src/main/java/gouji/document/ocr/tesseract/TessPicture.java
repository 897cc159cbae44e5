package gouji.document.ocr.tesseract;

import gouji.document.ocr.Patch;
import java.nio.ByteBuffer;

/**
 * A line as Tesseract wants it: one byte a pixel in memory of its own, contrast spread, paper around it.
 *
 * @param pixels rows from the top
 */
record TessPicture(ByteBuffer pixels, int width, int height) {
    private static final int MARGIN = 10;
    /** Shares of the pixels taken for ink and for paper when contrast is spread. */
    private static final double INK = 0.02;

    private static final double PAPER = 0.7;

    static TessPicture of(Patch line) {
        double ink = line.quantile(INK);
        double paper = Math.max(ink + 1, line.quantile(PAPER));
        int width = line.width + 2 * MARGIN;
        int height = line.height + 2 * MARGIN;
        ByteBuffer pixels = ByteBuffer.allocateDirect(width * height);
        for (int i = 0; i < width * height; i++) {
            pixels.put(i, (byte) 255);
        }
        for (int y = 0; y < line.height; y++) {
            for (int x = 0; x < line.width; x++) {
                double grey = (line.at(x, y) - ink) * 255 / (paper - ink);
                pixels.put((y + MARGIN) * width + x + MARGIN, (byte) Math.max(0, Math.min(255, Math.round(grey))));
            }
        }
        return new TessPicture(pixels, width, height);
    }
}
