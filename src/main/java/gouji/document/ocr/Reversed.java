package gouji.document.ocr;

import gouji.document.Raster;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Light print on dark ground, as of filled headings and of screens at night: made dark on light. The ground is even; what
 * stands on it, print and lines, is thin and has ground on both sides. Each ground gets a dark outline, for cells that are
 * told apart by their fill alone.
 */
final class Reversed {
    private static final double TILE_IN = 0.04;
    /** Brighter ground carries dark print. */
    private static final int BRIGHTEST = 190;

    private static final int EVEN = 16;
    /** Share of a square's pixels that are of the ground where a stretch of it begins, and where it goes on. */
    private static final double MOSTLY = 0.7;

    private static final double PARTLY = 0.2;
    /** Share of a ground that print leaves to be seen (0.85 and more of fills and screens; of dense or bold black print 0.3 to 0.6 is black). */
    private static final double SEEN = 0.7;

    private static final double LEAST_WIDE_IN = 0.4;
    private static final double LEAST_HIGH_IN = 0.12;
    private static final double LEAST_IN2 = 0.1;
    /** A few bold characters that touch; larger ones are cells, or sheets of paper on a dark table. */
    private static final double LARGEST_HOLE_IN2 = 0.15;
    /** Share of a hole's squares that are of one grey; those of cells mostly are. */
    private static final double MOST_EMPTY = 0.25;

    private static final double FULL = 0.97;
    /** Longest row of characters without ground to be seen between them. */
    private static final double WORD_IN = 0.8;
    /** Half of the thickest stroke. */
    private static final double STROKE_IN = 0.06;
    /** What stands on a ground differs from it so much. */
    private static final int PRINT = 40;
    /** Share of the ground that is print, at least; and so many times more of it is light than dark. */
    private static final double LEAST_PRINT = 0.004;

    private static final int MOSTLY_LIGHT = 3;
    private static final double LIGHTEST = 0.98;

    private final Raster page;
    private final int width;
    private final int height;
    private final int tile;
    private final int columns;
    private final int rows;
    private final byte[] out;
    /** Squares all of one grey; and those with which a ground may begin. */
    private final boolean[] full;

    private final boolean[] begins;
    private boolean changed;

    private Reversed(Raster page) {
        this.page = page;
        this.width = page.width();
        this.height = page.height();
        this.tile = (int) Math.max(3, Math.round(TILE_IN * page.dpi()));
        this.columns = (width + tile - 1) / tile;
        this.rows = (height + tile - 1) / tile;
        this.out = new byte[width * height];
        this.full = new boolean[columns * rows];
        this.begins = new boolean[columns * rows];
    }

    /** The page with all its print dark on light; the same page where it is so already. */
    static Raster righted(Raster page) {
        return new Reversed(page).righted();
    }

    /** Squares of one ground: their numbers, and its grey. */
    private record Ground(List<Integer> tiles, int grey) {}

    private Raster righted() {
        int[] greys = new int[columns * rows];
        boolean any = false;
        for (int i = 0; i < greys.length; i++) {
            greys[i] = median(i);
            double like = share(i, greys[i]);
            full[i] = like > FULL;
            begins[i] = greys[i] < BRIGHTEST && like >= MOSTLY;
            any |= begins[i];
        }
        return any ? righted(greys) : page;
    }

    private Raster righted(int[] greys) {
        boolean[] seen = new boolean[columns * rows];
        List<Ground> grounds = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            if (!seen[i] && begins[i]) {
                Ground ground = grown(i, greys[i], seen);
                if (isLarge(ground) && isSeen(ground)) {
                    grounds.add(ground);
                }
            }
        }
        if (grounds.isEmpty()) {
            return page;
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[y * width + x] = (byte) page.at(x, y);
            }
        }
        grounds.forEach(this::right);
        return changed ? Raster.of(width, height, page.dpi(), out) : page;
    }

    private int median(int i) {
        int[] counts = new int[256];
        int n = 0;
        for (int y = i / columns * tile; y < Math.min(height, (i / columns + 1) * tile); y++) {
            for (int x = i % columns * tile; x < Math.min(width, (i % columns + 1) * tile); x++) {
                counts[page.at(x, y)]++;
                n++;
            }
        }
        int g = 0;
        for (int below = counts[0]; below <= n / 2 && g < 255; below += counts[++g]) {}
        return g;
    }

    private double share(int i, int grey) {
        int like = 0;
        int n = 0;
        for (int y = i / columns * tile; y < Math.min(height, (i / columns + 1) * tile); y++) {
            for (int x = i % columns * tile; x < Math.min(width, (i % columns + 1) * tile); x++) {
                like += Math.abs(page.at(x, y) - grey) <= EVEN ? 1 : 0;
                n++;
            }
        }
        return (double) like / n;
    }

    /** The squares that hang together with one, none of which was seen before; they are marked as seen. */
    private List<Integer> reached(int first, boolean[] seen, IntPredicate isOfIt) {
        List<Integer> tiles = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(first));
        seen[first] = true;
        while (!open.isEmpty()) {
            int i = open.poll();
            tiles.add(i);
            for (int k : neighbours(i)) {
                if (!seen[k] && isOfIt.test(k)) {
                    seen[k] = true;
                    open.add(k);
                }
            }
        }
        return tiles;
    }

    private Ground grown(int first, int grey, boolean[] seen) {
        List<Integer> tiles = reached(first, seen, k -> share(k, grey) >= PARTLY);
        boolean small = tiles.size() * TILE_IN * TILE_IN < LEAST_IN2;
        return new Ground(small ? List.of() : opened(tiles), grey);
    }

    /** Without the lines of the same grey that lead out of a ground: squares that lie in no three by three of it. */
    private List<Integer> opened(List<Integer> tiles) {
        boolean[] all = new boolean[columns * rows];
        tiles.forEach(i -> all[i] = true);
        close(all);
        boolean[] kept = new boolean[all.length];
        for (int y = 1; y + 1 < rows; y++) {
            for (int x = 1; x + 1 < columns; x++) {
                if (isBlock(all, x, y)) {
                    for (int j = y - 1; j <= y + 1; j++) {
                        Arrays.fill(kept, j * columns + x - 1, j * columns + x + 2, true);
                    }
                }
            }
        }
        close(kept);
        return IntStream.range(0, kept.length).filter(i -> kept[i]).boxed().toList();
    }

    /** Characters between ground to the left and to the right of them belong to it: no square there is of one grey. */
    private void close(boolean[] kept) {
        for (int y = 0; y < rows; y++) {
            int last = -1;
            for (int x = 0; x < columns; x++) {
                int i = y * columns + x;
                if (kept[i]) {
                    if (last >= 0 && x - last <= WORD_IN / TILE_IN) {
                        Arrays.fill(kept, y * columns + last, i, true);
                    }
                    last = x;
                } else if (full[i]) {
                    last = -1;
                }
            }
        }
    }

    private boolean isBlock(boolean[] tiles, int x, int y) {
        for (int j = y - 1; j <= y + 1; j++) {
            for (int k = x - 1; k <= x + 1; k++) {
                if (!tiles[j * columns + k]) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Integer> neighbours(int i) {
        List<Integer> next = new ArrayList<>();
        if (i % columns > 0) {
            next.add(i - 1);
        }
        if (i % columns + 1 < columns) {
            next.add(i + 1);
        }
        if (i >= columns) {
            next.add(i - columns);
        }
        if (i + columns < columns * rows) {
            next.add(i + columns);
        }
        return next;
    }

    private boolean isLarge(Ground ground) {
        if (ground.tiles().isEmpty()) {
            return false;
        }
        int left = ground.tiles().stream().mapToInt(i -> i % columns).min().orElseThrow();
        int right = ground.tiles().stream().mapToInt(i -> i % columns).max().orElseThrow();
        int top = ground.tiles().stream().mapToInt(i -> i / columns).min().orElseThrow();
        int low = ground.tiles().stream().mapToInt(i -> i / columns).max().orElseThrow();
        return (right - left + 1) * TILE_IN >= LEAST_WIDE_IN
                && (low - top + 1) * TILE_IN >= LEAST_HIGH_IN
                && ground.tiles().size() * TILE_IN * TILE_IN >= LEAST_IN2;
    }

    private boolean isSeen(Ground ground) {
        double seen = ground.tiles().stream()
                .mapToDouble(i -> share(i, ground.grey()))
                .sum();
        return seen >= SEEN * ground.tiles().size();
    }

    private void right(Ground ground) {
        Stretch stretch = new Stretch(ground);
        int[] counts = new int[256];
        for (int i : stretch.tiles()) {
            each(i, (x, y) -> counts[stretch.stands(x, y) ? page.at(x, y) : ground.grey()]++);
        }
        int light = 0;
        int dark = 0;
        int all = 0;
        for (int g = 0; g < 256; g++) {
            light += g > ground.grey() + PRINT ? counts[g] : 0;
            dark += g < ground.grey() - PRINT ? counts[g] : 0;
            all += counts[g];
        }
        if (light < LEAST_PRINT * all || light < MOSTLY_LIGHT * dark) {
            return;
        }
        changed = true;
        double most = lightest(counts, ground.grey(), light) - ground.grey();
        for (int i : stretch.tiles()) {
            each(i, (x, y) -> {
                if (stretch.isGround(x, y) || stretch.stands(x, y)) {
                    double share = Math.min(1, Math.abs(page.at(x, y) - ground.grey()) / most);
                    out[y * width + x] = (byte) (stretch.isRim(x, y) ? 0 : Math.round(255 * (1 - share)));
                }
            });
        }
    }

    private static int lightest(int[] counts, int grey, int light) {
        int seen = 0;
        int g = grey + PRINT;
        while (g < 255 && seen < LIGHTEST * light) {
            seen += counts[++g];
        }
        return g;
    }

    private interface Pixel {
        void at(int x, int y);
    }

    private void each(int i, Pixel pixel) {
        for (int y = i / columns * tile; y < Math.min(height, (i / columns + 1) * tile); y++) {
            for (int x = i % columns * tile; x < Math.min(width, (i % columns + 1) * tile); x++) {
                pixel.at(x, y);
            }
        }
    }

    /** One ground with the holes that dense characters leave in it. */
    private final class Stretch {
        private final int grey;
        private final boolean[] inside = new boolean[columns * rows];
        private final boolean[] within = new boolean[columns * rows];

        Stretch(Ground ground) {
            this.grey = ground.grey();
            ground.tiles().forEach(i -> inside[i] = true);
            fillHoles();
            for (int i = 0; i < inside.length; i++) {
                int x = i % columns;
                int y = i / columns;
                within[i] = x > 0 && y > 0 && x + 1 < columns && y + 1 < rows && isBlock(inside, x, y);
            }
        }

        List<Integer> tiles() {
            return IntStream.range(0, inside.length)
                    .filter(i -> inside[i])
                    .boxed()
                    .toList();
        }

        private void fillHoles() {
            boolean[] seen = inside.clone();
            for (int i = 0; i < inside.length; i++) {
                if (!seen[i]) {
                    List<Integer> hole = reached(i, seen, k -> true);
                    long empty = hole.stream().filter(k -> full[k]).count();
                    if (hole.size() * TILE_IN * TILE_IN <= LARGEST_HOLE_IN2 && empty <= MOST_EMPTY * hole.size()) {
                        hole.forEach(k -> inside[k] = true);
                    }
                }
            }
        }

        boolean isGround(int x, int y) {
            return isOnPage(x, y) && inside[y / tile * columns + x / tile] && Math.abs(page.at(x, y) - grey) <= EVEN;
        }

        /** Whether the pixel is no ground, but has ground around it or on both sides: print, or a line. */
        boolean stands(int x, int y) {
            return !isGround(x, y)
                    && (within[y / tile * columns + x / tile] || isBetween(x, y, 1, 0) || isBetween(x, y, 0, 1));
        }

        private boolean isBetween(int x, int y, int dx, int dy) {
            int reach = (int) Math.max(3, Math.round(STROKE_IN * page.dpi()));
            int before = 1;
            while (before <= reach && !isGround(x - before * dx, y - before * dy)) {
                before++;
            }
            int after = 1;
            while (before <= reach && after <= reach && !isGround(x + after * dx, y + after * dy)) {
                after++;
            }
            return before <= reach && after <= reach;
        }

        /** Ground with neither ground nor anything that stands on it on one side. */
        boolean isRim(int x, int y) {
            return isGround(x, y)
                    && (isOutside(x - 1, y) || isOutside(x + 1, y) || isOutside(x, y - 1) || isOutside(x, y + 1));
        }

        private boolean isOutside(int x, int y) {
            return isOnPage(x, y) && !isGround(x, y) && !stands(x, y);
        }
    }

    private boolean isOnPage(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }
}
