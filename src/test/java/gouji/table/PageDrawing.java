package gouji.table;

import gouji.document.Box;
import gouji.document.Document;
import gouji.document.Glyph;
import gouji.document.Page;
import gouji.document.Ruling;
import java.util.ArrayList;
import java.util.List;

/**
 * Pages out of a picture in characters: {@code +}, {@code -} and {@code |} are rulings, other characters glyphs, {@code ~}
 * a blank glyph, a line of {@code =} a page break. A Han character is as wide as two others.
 */
final class PageDrawing {
    private static final double COLUMN_PT = 6;
    private static final double LINE_PT = 16;
    private static final double SIZE_PT = 12;
    private static final double LEFT_PT = 72;
    private static final double TOP_PT = 120;

    private PageDrawing() {}

    static Document document(String picture) {
        List<Page> pages = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : picture.split("\n", -1)) {
            if (line.startsWith("===")) {
                pages.add(page(pages.size() + 1, lines));
                lines.clear();
            } else {
                lines.add(line);
            }
        }
        pages.add(page(pages.size() + 1, lines));
        return new Document("pdf", pages, List.of(), List.of());
    }

    private static Page page(int number, List<String> lines) {
        List<Glyph> glyphs = new ArrayList<>();
        List<Ruling> rulings = new ArrayList<>();
        char[][] grid = new char[lines.size()][200];
        for (int y = 0; y < lines.size(); y++) {
            int x = 0;
            for (char c : lines.get(y).toCharArray()) {
                grid[y][x] = c;
                x += width(c);
            }
        }
        for (int y = 0; y < grid.length; y++) {
            for (int x = 0; x < grid[y].length; x++) {
                char c = grid[y][x];
                if (c != 0 && c != ' ' && !isAcross(grid, x, y) && !isDown(grid, x, y)) {
                    glyphs.add(glyph(c, x, y));
                }
            }
        }
        addRulings(grid, rulings);
        return new Page(number, 595, 842, glyphs, rulings, List.of());
    }

    private static void addRulings(char[][] grid, List<Ruling> rulings) {
        for (int y = 0; y < grid.length; y++) {
            for (int x = 0; x < grid[y].length; x++) {
                if (isAcross(grid, x, y) && !(x > 0 && isAcross(grid, x - 1, y))) {
                    int end = x;
                    while (end + 1 < grid[y].length && isAcross(grid, end + 1, y)) {
                        end++;
                    }
                    rulings.add(new Ruling(true, middleY(y), middleX(x), middleX(end), 0.5));
                }
                if (isDown(grid, x, y) && !(y > 0 && isDown(grid, x, y - 1))) {
                    int end = y;
                    while (end + 1 < grid.length && isDown(grid, x, end + 1)) {
                        end++;
                    }
                    rulings.add(new Ruling(false, middleX(x), middleY(y), middleY(end), 0.5));
                }
            }
        }
    }

    private static boolean isAcross(char[][] grid, int x, int y) {
        char c = grid[y][x];
        return c == '+' && (is(grid, x - 1, y, "-+") || is(grid, x + 1, y, "-+"))
                || c == '-' && (is(grid, x - 1, y, "-+") || is(grid, x + 1, y, "-+"));
    }

    private static boolean isDown(char[][] grid, int x, int y) {
        char c = grid[y][x];
        return c == '|' || c == '+' && (is(grid, x, y - 1, "|") || is(grid, x, y + 1, "|"));
    }

    private static boolean is(char[][] grid, int x, int y, String any) {
        return y >= 0
                && y < grid.length
                && x >= 0
                && x < grid[y].length
                && grid[y][x] != 0
                && any.indexOf(grid[y][x]) >= 0;
    }

    private static Glyph glyph(char c, int x, int y) {
        double left = LEFT_PT + x * COLUMN_PT;
        double baseline = middleY(y) + 0.36 * SIZE_PT;
        Box box = new Box(left, baseline - 0.88 * SIZE_PT, left + width(c) * COLUMN_PT, baseline + 0.2 * SIZE_PT);
        return new Glyph(c == '~' ? " " : String.valueOf(c), box, baseline, SIZE_PT, 0, "Song");
    }

    private static int width(char c) {
        return c >= 0x2E80 ? 2 : 1;
    }

    private static double middleX(int x) {
        return LEFT_PT + (x + 0.5) * COLUMN_PT;
    }

    private static double middleY(int y) {
        return TOP_PT + (y + 0.5) * LINE_PT;
    }
}
