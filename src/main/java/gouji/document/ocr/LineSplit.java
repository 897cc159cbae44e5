package gouji.document.ocr;

import java.util.List;

/** Lines of print set so tight that they touch: cut where hardly any ink lies between them. */
final class LineSplit {
    /** Ink of the emptiest row between two lines, as a share of the mean row. */
    private static final double VALLEY = 0.4;

    private static final double FROM = 0.22;

    private LineSplit() {}

    /**
     * Adds the line, or the lines it is made of, from the top down.
     *
     * @param tall lines no taller than this are left whole, in pixels
     */
    static void split(Blob line, Blobs.Mask ink, double tall, List<Blob> lines) {
        int cut = line.height() > tall && line.width() > line.height() ? valley(line, ink) : 0;
        if (cut == 0) {
            lines.add(line);
            return;
        }
        split(part(line, line.y0(), cut), ink, tall, lines);
        split(part(line, cut, line.y1()), ink, tall, lines);
    }

    private static Blob part(Blob line, int top, int low) {
        int area = line.area() * (low - top) / line.height();
        return new Blob(line.x0(), top, line.x1(), low, Math.max(1, area), line.atBorder());
    }

    /** The emptiest row well within the line; 0 where it is not empty enough. */
    private static int valley(Blob line, Blobs.Mask ink) {
        int margin = (int) Math.ceil(FROM * line.height());
        double sum = 0;
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int y = line.y0(); y < line.y1(); y++) {
            int dark = 0;
            for (int x = line.x0(); x < line.x1(); x++) {
                dark += ink.dark(x, y) ? 1 : 0;
            }
            sum += dark;
            boolean within = y >= line.y0() + margin && y < line.y1() - margin;
            if (within && dark < least) {
                least = dark;
                best = y;
            }
        }
        return least < VALLEY * sum / line.height() ? best : 0;
    }
}
