package gouji.document.pdf;

import java.util.Arrays;

/**
 * Finds a glyph printed again over itself, as some writers do to make text bold or to give it a shadow.
 *
 * <p>A hash table by text and place; places are counted in half em, so that the one before can only be in the cell of
 * the new one or in a neighbouring one.
 */
final class Overprints {
    /** Farther apart than this share of an em, or this share of their width, two equal glyphs are two glyphs. */
    private static final double SAME_PLACE_EM = 0.15;

    private static final double SAME_PLACE_WIDTHS = 0.3;
    private static final double SAME_LINE_EM = 0.1;
    private static final double CELL_EM = 0.5;

    private Mark[] table;
    private int used;

    Overprints(int expected) {
        table = new Mark[Integer.highestOneBit(Math.max(16, expected)) * 4];
    }

    /** Whether an equal glyph was added at the same place before; if not, adds this one. */
    boolean repeats(Mark mark) {
        double along = Math.min(SAME_PLACE_EM * mark.sizePt(), SAME_PLACE_WIDTHS * lengthAlong(mark));
        double across = SAME_LINE_EM * mark.sizePt();
        double dx = isUpright(mark) ? along : across;
        double dy = isUpright(mark) ? across : along;
        double cell = CELL_EM * mark.sizePt();
        double x = mark.area().centerX();
        double y = mark.area().centerY();
        for (int cx = cellOf(x - dx, cell); cx <= cellOf(x + dx, cell); cx++) {
            for (int cy = cellOf(y - dy, cell); cy <= cellOf(y + dy, cell); cy++) {
                if (find(mark, cx, cy, dx, dy)) {
                    return true;
                }
            }
        }
        insert(mark);
        return false;
    }

    private static boolean isUpright(Mark mark) {
        return mark.angle() % 180 == 0;
    }

    private static double lengthAlong(Mark mark) {
        return isUpright(mark) ? mark.area().width() : mark.area().height();
    }

    private boolean find(Mark mark, int cx, int cy, double dx, double dy) {
        for (int i = slot(mark, cx, cy); table[i] != null; i = i + 1 & table.length - 1) {
            Mark other = table[i];
            if (other.shape().text().equals(mark.shape().text())
                    && other.angle() == mark.angle()
                    && Math.abs(other.area().centerX() - mark.area().centerX()) <= dx
                    && Math.abs(other.area().centerY() - mark.area().centerY()) <= dy) {
                return true;
            }
        }
        return false;
    }

    private void insert(Mark mark) {
        if (used * 2 >= table.length) {
            grow();
        }
        double cell = CELL_EM * mark.sizePt();
        int i = slot(
                mark, cellOf(mark.area().centerX(), cell), cellOf(mark.area().centerY(), cell));
        while (table[i] != null) {
            i = i + 1 & table.length - 1;
        }
        table[i] = mark;
        used++;
    }

    private void grow() {
        Mark[] old = table;
        table = new Mark[old.length * 2];
        used = 0;
        Arrays.stream(old).filter(m -> m != null).forEach(this::insert);
    }

    private int slot(Mark mark, int cx, int cy) {
        int hash = (mark.shape().text().hashCode() * 31 + cx) * 31 + cy;
        hash *= 0x9E3779B9;
        return (hash ^ hash >>> 15) & table.length - 1;
    }

    private static int cellOf(double at, double cell) {
        return (int) Math.floor(at / cell);
    }
}
