package gouji.document.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * Strokes of one pixel. Print is looked for on a smoothed cell, where grain is gone but such strokes have faded: a thin 1
 * before other digits would be cut off, and the rest be read as a clear figure.
 */
final class Hairlines {
    /** What is at least so tall, as a share of a line, and stands beside it is a character of it. */
    private static final double TALL = 0.55;

    /** How far beside, in heights of the line: two narrow digits stand half of it apart. */
    private static final double BESIDE = 0.9;

    /** Of a stroke of one pixel that lies between two rows neither is dark, but both together are. */
    private static final double DARK = 0.85;

    /** What is left two pixels beside a hairline; of a broad pale stroke, which shows through, there is more. */
    private static final double BESIDE_IT = 0.15;

    /** A dash of small print is so thick at 150 dots to the inch, in pixels. */
    private static final double THINNEST = 0.5;
    /** A stroke thinner than a pixel is so dark at least; what shows through is paler, and not as sharp. */
    private static final double THIN = 0.55;

    private static final double SHARP = 0.05;

    /** It lies on one pixel, or on two. */
    private static final double NARROW = 0.1;

    private static final double LEAST_IN2 = 0.0002;

    private Hairlines() {}

    /** @param print how much darker than paper the print of the page is */
    static boolean areOn(Patch cell, double paper, double print, double dpi) {
        int n = 0;
        for (int y = 2; y + 2 < cell.height; y++) {
            for (int x = 2; x + 2 < cell.width; x++) {
                n += isOn(cell, paper, print, x, y, 0, 1) || isOn(cell, paper, print, x, y, 1, 0) ? 1 : 0;
            }
        }
        return n >= LEAST_IN2 * dpi * dpi;
    }

    /** Whether a stroke that lies, thinner than a pixel and so nowhere dark, has the ink of print if its rows are summed. */
    static boolean isFull(Patch cell, Blob stroke, double paper, double print) {
        double sum = 0;
        for (int y = Math.max(0, stroke.y0() - 1); y < Math.min(cell.height, stroke.y1() + 1); y++) {
            for (int x = stroke.x0(); x < stroke.x1(); x++) {
                sum += Math.max(0, paper - cell.at(x, y));
            }
        }
        return sum >= THINNEST * print * stroke.width();
    }

    private static boolean isOn(Patch cell, double paper, double print, int x, int y, int dx, int dy) {
        double before = paper - cell.at(x - dx, y - dy);
        double after = paper - cell.at(x + dx, y + dy);
        double stroke = before + paper - cell.at(x, y) + after;
        double beside = 2 * paper - cell.at(x - 2 * dx, y - 2 * dy) - cell.at(x + 2 * dx, y + 2 * dy);
        boolean sharp = beside < SHARP * stroke && Math.min(before, after) < NARROW * stroke;
        return stroke >= DARK * print && beside < BESIDE_IT * stroke || stroke >= THIN * print && sharp;
    }

    /**
     * The lines with the strokes that stand beside them.
     *
     * @param sharp pieces of print of the cell before it was smoothed, without border remains
     */
    static List<Blob> joined(List<Blob> lines, List<Blob> sharp) {
        List<Blob> all = new ArrayList<>(lines);
        List<Blob> rest = new ArrayList<>(sharp);
        for (int i = 0; i < all.size(); i++) {
            for (boolean grown = true; grown; ) {
                Blob line = all.get(i);
                grown = rest.removeIf(b -> isWithin(b, line));
                for (Blob b : rest) {
                    if (isBeside(b, line)) {
                        all.set(i, line.with(b));
                        grown = true;
                        break;
                    }
                }
            }
        }
        return all;
    }

    private static boolean isWithin(Blob b, Blob line) {
        return b.x0() >= line.x0() && b.x1() <= line.x1() && b.y0() >= line.y0() && b.y1() <= line.y1();
    }

    private static boolean isBeside(Blob b, Blob line) {
        return b.height() >= TALL * line.height()
                && b.height() <= 1.5 * line.height()
                && b.commonHeight(line) > 0.6
                && b.gapAcross(line) < BESIDE * line.height();
    }
}
