package gouji.document.pdf;

import gouji.document.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Finds where one shade ends and another begins: the rules of tables drawn by shading only. */
final class ShadeBorders {
    /** How far to either side of an edge the colours are compared. */
    private static final double PROBE_PT = 0.75;
    /** Stretches of edge shorter than this are not looked at. */
    private static final double SHORTEST_PT = 0.5;
    /** Edges this near to the end of the page end there. */
    private static final double PAGE_EDGE_PT = 1;
    /** A border this near to a drawn ruling is that ruling's. */
    private static final double BESIDE_RULING_PT = 1.5;

    private final Fills fills;
    private final Budget budget;
    private final double widthPt;
    private final double heightPt;
    private final List<Ruling> found = new ArrayList<>();

    ShadeBorders(Fills fills, Budget budget, double widthPt, double heightPt) {
        this.fills = fills;
        this.budget = budget;
        this.widthPt = widthPt;
        this.heightPt = heightPt;
    }

    List<Ruling> find() {
        for (Fill fill : fills.all()) {
            if (fill.shade()) {
                Area a = fill.area();
                probe(true, a.y0(), a.x0(), a.x1());
                probe(true, a.y1(), a.x0(), a.x1());
                probe(false, a.x0(), a.y0(), a.y1());
                probe(false, a.x1(), a.y0(), a.y1());
            }
        }
        return found;
    }

    private void probe(boolean horizontal, double at, double from, double to) {
        double end = horizontal ? heightPt : widthPt;
        if (at < PAGE_EDGE_PT || at > end - PAGE_EDGE_PT) {
            return;
        }
        double previous = Double.NaN;
        for (double cut : cuts(horizontal, at, from, to)) {
            if (cut - previous >= SHORTEST_PT && isBorder(horizontal, at, (previous + cut) / 2)) {
                found.add(new Ruling(horizontal, at, previous, cut, 0));
            }
            previous = cut;
        }
    }

    /** Where along the edge the colour beside it may change. */
    private TreeSet<Double> cuts(boolean horizontal, double at, double from, double to) {
        TreeSet<Double> cuts = new TreeSet<>(List.of(from, to));
        double y0 = horizontal ? at - PROBE_PT : from;
        double y1 = horizontal ? at + PROBE_PT : to;
        for (Fill fill : fills.near(y0, y1)) {
            budget.comparison();
            Area a = fill.area();
            boolean beside = horizontal
                    ? a.y0() <= at + PROBE_PT && a.y1() >= at - PROBE_PT
                    : a.x0() <= at + PROBE_PT && a.x1() >= at - PROBE_PT;
            if (beside) {
                addBetween(horizontal ? a.x0() : a.y0(), from, to, cuts);
                addBetween(horizontal ? a.x1() : a.y1(), from, to, cuts);
            }
        }
        return cuts;
    }

    private static void addBetween(double cut, double from, double to, TreeSet<Double> cuts) {
        if (cut > from && cut < to) {
            cuts.add(cut);
        }
    }

    private boolean isBorder(boolean horizontal, double at, double along) {
        int before = horizontal ? fills.colorAt(along, at - PROBE_PT) : fills.colorAt(at - PROBE_PT, along);
        int after = horizontal ? fills.colorAt(along, at + PROBE_PT) : fills.colorAt(at + PROBE_PT, along);
        return before != Ink.UNKNOWN && after != Ink.UNKNOWN && !Ink.same(before, after);
    }

    /** The borders without the stretches that run along a drawn ruling. */
    static List<Ruling> without(List<Ruling> borders, List<Ruling> rulings, Budget budget) {
        if (borders.isEmpty() || rulings.isEmpty()) {
            return borders;
        }
        List<Ruling> byPlace = new ArrayList<>(rulings);
        byPlace.sort(Comparator.comparingDouble(Ruling::at));
        List<Ruling> rest = new ArrayList<>();
        for (Ruling border : borders) {
            Stretches left = new Stretches(border.from(), border.to());
            for (int i = firstFrom(byPlace, border.at() - BESIDE_RULING_PT);
                    i < byPlace.size() && byPlace.get(i).at() <= border.at() + BESIDE_RULING_PT;
                    i++) {
                budget.comparison();
                Ruling ruling = byPlace.get(i);
                if (ruling.horizontal() == border.horizontal()) {
                    left.remove(ruling.from() - BESIDE_RULING_PT, ruling.to() + BESIDE_RULING_PT);
                }
            }
            left.forEach((from, to) -> rest.add(new Ruling(border.horizontal(), border.at(), from, to, 0)));
        }
        return rest;
    }

    private static int firstFrom(List<Ruling> byPlace, double at) {
        int low = 0;
        int high = byPlace.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byPlace.get(middle).at() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
