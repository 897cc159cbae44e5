package gouji.document;

import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Where the seals in red ink of a picture lie. Red that is spread otherwise is print: figures, titles, the lines of tables.
 *
 * <p>Red is looked for in small squares. Those that lie near each other are one thing; it is a seal if it is as large as
 * seals are, about as high as wide, and holds a stroke that reaches far both ways, as a ring, a frame or a star does.
 */
final class RedSeals {
    private static final double TILE_IN = 0.04;
    private static final int NEAR = 4;
    private static final double LEAST_IN = 0.45;
    private static final double MOST_IN = 2.7;
    private static final double BROAD_IN = 0.28;
    private static final double OBLONG = 1.8;
    /** Share of a square that is red. */
    private static final double FILLED = 0.06;

    private static final int LEAST_RED = 40;
    private static final double LEAST_SHARE = 0.25;

    private final int tile;
    private final int columns;
    private final int rows;
    private final boolean[] red;
    private final boolean[] seal;

    private RedSeals(BufferedImage image, double dpi) {
        this.tile = (int) Math.max(2, Math.round(TILE_IN * dpi));
        this.columns = (image.getWidth() + tile - 1) / tile;
        this.rows = (image.getHeight() + tile - 1) / tile;
        this.red = reddened(image);
        this.seal = new boolean[red.length];
        mark();
    }

    /** @param dpi pixels an inch, roughly */
    static RedSeals in(BufferedImage image, double dpi) {
        return new RedSeals(image, dpi);
    }

    /** Whether the pixel lies within the bounds of a seal. */
    boolean at(int x, int y) {
        return seal[y / tile * columns + x / tile];
    }

    private boolean[] reddened(BufferedImage image) {
        int[] counts = new int[columns * rows];
        int[] line = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, line.length, 1, line, 0, line.length);
            for (int x = 0; x < line.length; x++) {
                counts[y / tile * columns + x / tile] += isRed(line[x]) ? 1 : 0;
            }
        }
        boolean[] reds = new boolean[counts.length];
        for (int i = 0; i < counts.length; i++) {
            reds[i] = counts[i] >= Math.max(1, FILLED * tile * tile);
        }
        return reds;
    }

    private static boolean isRed(int argb) {
        int r = argb >> 16 & 255;
        int over = r - Math.max(argb >> 8 & 255, argb & 255);
        return argb >>> 24 > 128 && over > LEAST_RED && over > LEAST_SHARE * r;
    }

    private void mark() {
        double inch = 1 / TILE_IN;
        List<int[]> broad = pieces(1).stream()
                .filter(b -> Math.min(b[2] - b[0], b[3] - b[1]) >= BROAD_IN * inch)
                .toList();
        if (broad.isEmpty()) {
            return;
        }
        for (int[] b : pieces(NEAR)) {
            boolean holds = broad.stream().anyMatch(s -> s[0] >= b[0] && s[1] >= b[1] && s[2] <= b[2] && s[3] <= b[3]);
            if (holds && isLikeSeal(b, inch)) {
                for (int y = Math.max(0, b[1] - 1); y < Math.min(rows, b[3] + 1); y++) {
                    Arrays.fill(
                            seal, y * columns + Math.max(0, b[0] - 1), y * columns + Math.min(columns, b[2] + 1), true);
                }
            }
        }
    }

    /** As large as a seal, and about as high as wide unless the edge of the sheet cuts it. */
    private boolean isLikeSeal(int[] b, double inch) {
        double wide = b[2] - b[0];
        double high = b[3] - b[1];
        double more = Math.max(wide, high);
        boolean cut = b[0] == 0 || b[1] == 0 || b[2] == columns || b[3] == rows;
        return more >= LEAST_IN * inch && more <= MOST_IN * inch && (cut || more <= OBLONG * Math.min(wide, high));
    }

    /** Bounds {@code x0, y0, x1, y1} in squares, ends exclusive, of red squares at most so far from the next. */
    private List<int[]> pieces(int near) {
        List<int[]> pieces = new ArrayList<>();
        boolean[] seen = new boolean[red.length];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < red.length; i++) {
            if (red[i] && !seen[i]) {
                seen[i] = true;
                open.add(i);
                int[] b = {columns, rows, 0, 0};
                while (!open.isEmpty()) {
                    int k = open.poll();
                    int x = k % columns;
                    int y = k / columns;
                    b[0] = Math.min(b[0], x);
                    b[1] = Math.min(b[1], y);
                    b[2] = Math.max(b[2], x + 1);
                    b[3] = Math.max(b[3], y + 1);
                    for (int j = Math.max(0, y - near); j <= Math.min(rows - 1, y + near); j++) {
                        for (int c = Math.max(0, x - near); c <= Math.min(columns - 1, x + near); c++) {
                            if (red[j * columns + c] && !seen[j * columns + c]) {
                                seen[j * columns + c] = true;
                                open.add(j * columns + c);
                            }
                        }
                    }
                }
                pieces.add(b);
            }
        }
        return pieces;
    }
}
