package gouji.table;

import gouji.document.Box;
import gouji.document.Glyph;
import gouji.document.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds forms with a horizontal rule below every cell and no vertical ones, and gives each the vertical rulings it would
 * have: {@link OpenColumns} says where. A form begins and ends with a rule from side to side.
 */
final class OpenForms {
    /** A page with more heights of rules is a drawing. */
    private static final int MOST_LEVELS = 400;

    private static final int LEAST_BANDS = 4;
    /** Share of the bands that may hold two figures one above the other. */
    private static final double MOST_STACKED = 0.1;

    private static final double SIDE_PT = 2;

    private final Tolerances near;
    private final LineFinder lineFinder;

    OpenForms(Tolerances near) {
        this.near = near;
        this.lineFinder = new LineFinder(near);
    }

    /**
     * The forms from the top of the page down, with rulings in both directions.
     *
     * @param ruled frames of the page, whose rulings do not count again
     * @param known column edges of a table that may go on here, empty for none
     */
    List<Frame> find(List<Ruling> rulings, List<Frame> ruled, List<Glyph> glyphs, List<Double> known) {
        List<OpenLevel> levels = levels(rulings, ruled);
        List<Frame> forms = new ArrayList<>();
        if (levels.size() > MOST_LEVELS) {
            return forms;
        }
        for (int from = 0; from + LEAST_BANDS < levels.size(); ) {
            int to = sameSides(levels, from);
            int next = to;
            if (to - from >= LEAST_BANDS) {
                OpenBands bands = OpenBands.of(levels.subList(from, to + 1), glyphs, lineFinder);
                int end = bands.endOfFirstTable();
                next = from + end;
                form(bands.first(end), forms.isEmpty() ? known : List.of()).ifPresent(forms::add);
            }
            from = Math.max(next, from + 1);
        }
        return forms;
    }

    private List<OpenLevel> levels(List<Ruling> rulings, List<Frame> ruled) {
        List<Ruling> across = new ArrayList<>();
        for (Ruling r : rulings) {
            if (r.horizontal() && r.lengthPt() > near.sameRulePt() && isFree(r, ruled)) {
                across.add(r);
            }
        }
        across.sort(Comparator.comparingDouble(Ruling::at));
        List<OpenLevel> levels = new ArrayList<>();
        for (int i = 0; i < across.size(); ) {
            int end = i + 1;
            while (end < across.size() && across.get(end).at() - across.get(i).at() <= near.sameRulePt()) {
                end++;
            }
            levels.add(OpenLevel.of(across.subList(i, end), near.touchPt()));
            i = end;
        }
        return levels;
    }

    private static boolean isFree(Ruling r, List<Frame> ruled) {
        for (Frame frame : ruled) {
            if (frame.box().contains((r.from() + r.to()) / 2, r.at())) {
                return false;
            }
        }
        return true;
    }

    /** Index of the last level from side to side, as far as all levels keep within the sides of the first. */
    private static int sameSides(List<OpenLevel> levels, int from) {
        OpenLevel first = levels.get(from);
        int last = from;
        if (!first.isWhole()) {
            return last;
        }
        for (int i = from + 1; i < levels.size() && levels.get(i).isWithin(first, SIDE_PT); i++) {
            if (levels.get(i).isAllOf(first, SIDE_PT)) {
                last = i;
            }
        }
        return last;
    }

    private Optional<Frame> form(OpenBands bands, List<Double> known) {
        if (bands.size() < LEAST_BANDS || !bands.holdsRows() || bands.stacked() > MOST_STACKED * bands.size()) {
            return Optional.empty();
        }
        List<Ruling> across = new ArrayList<>();
        bands.levels().forEach(l -> across.addAll(l.rulings()));
        Box box = bands.box();
        List<Ruling> down = new OpenColumns(bands, bands.agreeing(known, near.sameColumnPt())).verticals();
        return down.size() > 2 ? Optional.of(new Frame(across, down, box)) : Optional.empty();
    }
}
