package gouji.document.ocr;

import java.util.List;

/**
 * A ruled table in the pixels.
 *
 * @param xs levels of its vertical lines, ascending, in straightened pixels
 * @param ys levels of its horizontal lines
 * @param cells its cells by row, then column
 * @param across displacement of the horizontal lines
 * @param down displacement of the vertical lines
 */
record FoundGrid(double[] xs, double[] ys, List<FoundCell> cells, Warp across, Warp down) {

    /** Rows and columns covered, ends exclusive. */
    record FoundCell(int row0, int column0, int row1, int column1) {}

    /** Where a straightened place lies in the picture. */
    double[] toPicture(double x, double y) {
        double px = x;
        double py = y;
        for (int i = 0; i < 3; i++) {
            double nx = x + down.shift(py, x);
            py = y + across.shift(px, y);
            px = nx;
        }
        return new double[] {px, py};
    }
}
