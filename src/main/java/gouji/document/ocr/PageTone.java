package gouji.document.ocr;

import gouji.document.Raster;
import java.util.Arrays;
import java.util.stream.IntStream;

/** How bright the paper of a page is, place by place, and how much darker its print. */
final class PageTone {
    private static final double TILE_IN = 0.1;
    /** Paper is looked for this many tiles around. */
    private static final int REACH = 2;
    /** Share of a page that is at least covered with print where there is any. */
    private static final double PRINTED = 0.01;
    /** Share of pixels between black and white up to which a page is of two tones. */
    private static final double HARDLY_ANY = 0.001;

    private static final int BLACK = 40;
    private static final int WHITE = 215;

    private final int tile;
    private final int columns;
    /** For each column of pixels its column of tiles, and for each row the first tile of its row of tiles. */
    private final int[] tileColumn;

    private final int[] tileRow;
    private final int[] paper;
    private final double print;
    private final boolean twoTone;

    PageTone(Raster page) {
        this.tile = (int) Math.max(4, Math.round(TILE_IN * page.dpi()));
        this.columns = (page.width() + tile - 1) / tile;
        int rows = (page.height() + tile - 1) / tile;
        this.tileColumn = IntStream.range(0, page.width()).map(x -> x / tile).toArray();
        this.tileRow =
                IntStream.range(0, page.height()).map(y -> y / tile * columns).toArray();
        int[] medians = new int[columns * rows];
        for (int i = 0; i < medians.length; i++) {
            medians[i] = median(page, i % columns * tile, i / columns * tile);
        }
        this.paper = new int[medians.length];
        for (int i = 0; i < paper.length; i++) {
            paper[i] = brightest(medians, i % columns, i / columns, rows);
        }
        this.print = print(page);
        this.twoTone = isTwoTone(page);
    }

    private static boolean isTwoTone(Raster page) {
        int between = 0;
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                between += page.at(x, y) > BLACK && page.at(x, y) < WHITE ? 1 : 0;
            }
        }
        return between <= HARDLY_ANY * page.width() * page.height();
    }

    private int median(Raster page, int x0, int y0) {
        int[] counts = new int[256];
        int x1 = Math.min(page.width(), x0 + tile);
        int y1 = Math.min(page.height(), y0 + tile);
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                counts[page.at(x, y)]++;
            }
        }
        int half = (x1 - x0) * (y1 - y0) / 2;
        int g = 0;
        for (int seen = counts[0]; seen <= half && g < 255; seen += counts[++g]) {}
        return g;
    }

    private int brightest(int[] medians, int column, int row, int rows) {
        int most = 0;
        for (int r = Math.max(0, row - REACH); r <= Math.min(rows - 1, row + REACH); r++) {
            for (int c = Math.max(0, column - REACH); c <= Math.min(columns - 1, column + REACH); c++) {
                most = Math.max(most, medians[r * columns + c]);
            }
        }
        return most;
    }

    private double print(Raster page) {
        int[] counts = new int[256];
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                counts[Math.max(0, paper(x, y) - page.at(x, y))]++;
            }
        }
        int open = (int) (PRINTED * Arrays.stream(counts).sum());
        int d = 255;
        while (d > 1 && (open -= counts[d]) > 0) {
            d--;
        }
        return d;
    }

    /** Grey of the paper about there: the brightest of the medians of small squares around. */
    int paper(int x, int y) {
        return paper[tileRow[y] + tileColumn[x]];
    }

    /** How much darker than paper print is where it is full. */
    double print() {
        return print;
    }

    /** Whether pixels are black or white, as on a fax. */
    boolean isTwoTone() {
        return twoTone;
    }
}
