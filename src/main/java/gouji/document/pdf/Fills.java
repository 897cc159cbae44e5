package gouji.document.pdf;

import java.util.ArrayList;
import java.util.List;

/** What areas of a page were painted, and thereby what colour a place has, by bands of the page's height. */
final class Fills {
    private static final double BAND_PT = 16;
    private static final int MOST_BANDS = 128;
    /** With more colours than these a page is not worth the shortcut of {@link #mayHold}. */
    private static final int MOST_COLORS = 32;

    private final List<Fill> all = new ArrayList<>();
    private final List<List<Fill>> bands = new ArrayList<>();
    private final List<Integer> colors = new ArrayList<>();
    private final double bandPt;
    private final Budget budget;

    Fills(double heightPt, Budget budget) {
        int count = (int) Math.max(1, Math.min(MOST_BANDS, Math.ceil(heightPt / BAND_PT)));
        bandPt = heightPt / count;
        for (int i = 0; i < count; i++) {
            bands.add(new ArrayList<>(0));
        }
        this.budget = budget;
    }

    void add(Fill fill) {
        all.add(fill);
        if (colors.size() <= MOST_COLORS && !colors.contains(fill.rgb())) {
            colors.add(fill.rgb());
        }
        for (int i = bandAt(fill.area().y0()); i <= bandAt(fill.area().y1()); i++) {
            bands.get(i).add(fill);
        }
    }

    List<Fill> all() {
        return all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether some place may have the colour at all: false spares looking at the places. */
    boolean mayHold(int rgb) {
        if (Ink.same(rgb, Ink.WHITE) || colors.size() > MOST_COLORS) {
            return true;
        }
        for (int color : colors) {
            if (Ink.same(color, rgb)) {
                return true;
            }
        }
        return false;
    }

    /** Place in the painting order of the last fill, -1 without any. */
    int lastOrder() {
        return all.isEmpty() ? -1 : all.get(all.size() - 1).order();
    }

    /** The fills of the bands that the stretch from y0 to y1 touches; some may appear twice. */
    List<Fill> near(double y0, double y1) {
        int first = bandAt(y0);
        int last = bandAt(y1);
        if (first == last) {
            return bands.get(first);
        }
        List<Fill> near = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            near.addAll(bands.get(i));
        }
        return near;
    }

    /**
     * Whether ink of that colour would not be seen at the place, given what was painted before {@code order}. A shape
     * that may or may not cover the place makes it seen: losing text is worse than showing some too much.
     */
    boolean swallows(int rgb, double x, double y, int order) {
        List<Fill> band = bands.get(bandAt(y));
        for (int i = band.size() - 1; i >= 0; i--) {
            Fill fill = band.get(i);
            budget.comparison();
            if (fill.order() < order && fill.area().contains(x, y)) {
                boolean same = Ink.same(fill.rgb(), rgb);
                if (!same || fill.exact()) {
                    return same;
                }
            }
        }
        return Ink.same(Ink.WHITE, rgb);
    }

    /** The colour seen at a place in the end. */
    int colorAt(double x, double y) {
        List<Fill> band = bands.get(bandAt(y));
        for (int i = band.size() - 1; i >= 0; i--) {
            Fill fill = band.get(i);
            budget.comparison();
            if (fill.exact() && fill.area().contains(x, y)) {
                return fill.rgb();
            }
        }
        return Ink.WHITE;
    }

    /** Whether something opaque was painted over the whole area after {@code order}. */
    boolean hides(Area area, int order) {
        List<Fill> band = bands.get(bandAt(area.centerY()));
        for (int i = band.size() - 1; i >= 0 && band.get(i).order() > order; i--) {
            budget.comparison();
            if (band.get(i).hides() && band.get(i).area().covers(area, 0)) {
                return true;
            }
        }
        return false;
    }

    private int bandAt(double y) {
        return (int) Math.max(0, Math.min(bands.size() - 1, Math.floor(y / bandPt)));
    }
}
