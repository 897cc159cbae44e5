package gouji.table;

import gouji.document.Box;
import gouji.document.Glyph;
import gouji.document.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Cuts a frame in which two tables touch. They are two where a rule goes through, the parts on its sides do not end in
 * the same places, and neither's edges are all among the other's: the edges of a header that leaves the corner out are
 * edges of its body. Text beside the shorter part shows that its frame has gaps.
 */
final class FrameCutter {
    /** A frame with more rulings is one table, or a drawing. */
    private static final int MOST_RULINGS = 3_000;

    private static final int MOST_TABLES = 20;

    private static final double RULED_SHARE = 0.95;

    private final Tolerances near;

    private final List<Glyph> glyphs;

    /** @param glyphs of the page */
    FrameCutter(Tolerances near, List<Glyph> glyphs) {
        this.near = near;
        this.glyphs = glyphs;
    }

    /** The frame, or the frames of the tables that touch in it. */
    List<Frame> cut(Frame frame) {
        List<Frame> done = new ArrayList<>();
        List<Frame> open = new ArrayList<>(List.of(frame));
        while (!open.isEmpty()) {
            Frame next = open.remove(open.size() - 1);
            boolean small = next.horizontals().size() + next.verticals().size() <= MOST_RULINGS;
            List<Frame> parts = small && done.size() + open.size() < MOST_TABLES ? parts(next) : List.of();
            if (parts.isEmpty()) {
                done.add(next);
            } else {
                open.addAll(parts);
            }
        }
        return done;
    }

    /** A place to cut, and how many edges at least on each side are none of the other side. */
    private record Cut(Side before, Side after, boolean across, long edgesApart) {}

    private List<Frame> parts(Frame frame) {
        Cut best = null;
        for (boolean across : new boolean[] {true, false}) {
            for (double at : positions(across ? frame.horizontals() : frame.verticals())) {
                Cut cut = cut(frame, across, at);
                if (isBetweenTables(cut, frame, at) && (best == null || cut.edgesApart() > best.edgesApart())) {
                    best = cut;
                }
            }
        }
        return best == null
                ? List.of()
                : List.of(best.before().frame(best.across()), best.after().frame(best.across()));
    }

    private static TreeSet<Double> positions(List<Ruling> rules) {
        TreeSet<Double> at = new TreeSet<>();
        rules.forEach(r -> at.add(r.at()));
        return at;
    }

    private Cut cut(Frame frame, boolean across, double at) {
        List<Ruling> along = across ? frame.horizontals() : frame.verticals();
        List<Ruling> crossing = across ? frame.verticals() : frame.horizontals();
        Side before = side(along, crossing, at, true);
        Side after = side(along, crossing, at, false);
        return new Cut(before, after, across, Math.min(before.edgesNotIn(after, near), after.edgesNotIn(before, near)));
    }

    private boolean isBetweenTables(Cut cut, Frame frame, double at) {
        Side before = cut.before();
        Side after = cut.after();
        if (cut.edgesApart() == 0 || !before.isTable() || !after.isTable()) {
            return false;
        }
        boolean sameEnds = Math.abs(before.from() - after.from()) <= near.sameColumnPt()
                && Math.abs(before.to() - after.to()) <= near.sameColumnPt();
        List<Ruling> along = cut.across() ? frame.horizontals() : frame.verticals();
        return !sameEnds
                && isRuled(along, at, before)
                && isRuled(along, at, after)
                && !holdsInkBeside(before, after, cut.across())
                && !holdsInkBeside(after, before, cut.across());
    }

    /** Whether there is text beside the one side where the other reaches further: then it is the same table. */
    private boolean holdsInkBeside(Side side, Side other, boolean across) {
        for (Glyph g : glyphs) {
            double x = across ? Ink.middleX(g) : Ink.middleY(g);
            double y = across ? Ink.middleY(g) : Ink.middleX(g);
            boolean level = y > side.first() && y < side.last();
            boolean beside = x > other.from() && x < side.from() || x > side.to() && x < other.to();
            if (level && beside && !Ink.isBlank(g)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the rule at the place borders all of the side. */
    private boolean isRuled(List<Ruling> along, double at, Side side) {
        double ruled = 0;
        double reach = side.from();
        for (Ruling r : along.stream()
                .filter(r -> Math.abs(r.at() - at) <= near.sameRulePt())
                .sorted(Comparator.comparingDouble(Ruling::from))
                .toList()) {
            ruled += Math.max(0, Math.min(r.to(), side.to()) - Math.max(r.from(), reach));
            reach = Math.max(reach, Math.min(r.to(), side.to()));
        }
        return ruled >= RULED_SHARE * (side.to() - side.from());
    }

    /** The rulings on one side of a place, those that cross it cut there. */
    private Side side(List<Ruling> along, List<Ruling> crossing, double at, boolean before) {
        List<Ruling> here = new ArrayList<>();
        for (Ruling r : along) {
            if (before ? r.at() <= at + near.sameRulePt() : r.at() >= at - near.sameRulePt()) {
                here.add(r);
            }
        }
        List<Ruling> cut = new ArrayList<>();
        List<Double> edges = new ArrayList<>();
        for (Ruling r : crossing) {
            double from = before ? r.from() : Math.max(r.from(), at);
            double to = before ? Math.min(r.to(), at) : r.to();
            if (to - from > 2 * near.sameRulePt()) {
                cut.add(new Ruling(r.horizontal(), r.at(), from, to, r.thicknessPt()));
                edges.add(r.at());
            }
        }
        List<Ruling> inside = new ArrayList<>(here);
        inside.removeIf(r -> Math.abs(r.at() - at) <= near.sameRulePt());
        return new Side(here, inside, cut, edges);
    }

    /**
     * One side of a rule.
     *
     * @param along rulings in the direction of the rule, those in its place included
     * @param inside those without the ones in its place
     * @param crossing rulings that cross its direction
     * @param edges where those stand
     */
    private record Side(List<Ruling> along, List<Ruling> inside, List<Ruling> crossing, List<Double> edges) {
        boolean isTable() {
            return inside.size() >= 2 && crossing.size() >= 2 && !edges.isEmpty();
        }

        double from() {
            return Math.min(
                    inside.stream().mapToDouble(Ruling::from).min().orElseThrow(),
                    crossing.stream().mapToDouble(Ruling::at).min().orElseThrow());
        }

        double to() {
            return Math.max(
                    inside.stream().mapToDouble(Ruling::to).max().orElseThrow(),
                    crossing.stream().mapToDouble(Ruling::at).max().orElseThrow());
        }

        double first() {
            return along.stream().mapToDouble(Ruling::at).min().orElseThrow();
        }

        double last() {
            return along.stream().mapToDouble(Ruling::at).max().orElseThrow();
        }

        long edgesNotIn(Side other, Tolerances near) {
            return edges.stream()
                    .filter(e -> other.edges().stream().noneMatch(o -> Math.abs(o - e) <= near.sameColumnPt()))
                    .mapToLong(e -> Math.round(e / near.sameColumnPt()))
                    .distinct()
                    .count();
        }

        Frame frame(boolean across) {
            double from = from();
            double to = to();
            double first = first();
            double last = last();
            List<Ruling> within = new ArrayList<>();
            for (Ruling r : along) {
                double a = Math.max(r.from(), from);
                double b = Math.min(r.to(), to);
                if (b > a) {
                    within.add(new Ruling(r.horizontal(), r.at(), a, b, r.thicknessPt()));
                }
            }
            return across
                    ? new Frame(within, crossing, new Box(from, first, to, last))
                    : new Frame(crossing, within, new Box(first, from, last, to));
        }
    }
}
