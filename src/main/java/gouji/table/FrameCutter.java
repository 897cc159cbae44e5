package gouji.table;

import gouji.document.Box;
import gouji.document.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Cuts a frame in which two tables touch. They are two where a rule goes through, the parts on its sides do not end in
 * the same places, and neither's edges at the rule are all among the other's: a header that leaves the corner out, or a
 * row with fewer cells, has edges that go on.
 */
final class FrameCutter {
    /** A frame with more rulings is one table, or a drawing. */
    private static final int MOST_RULINGS = 3_000;

    private static final int MOST_TABLES = 20;

    private final Tolerances near;

    FrameCutter(Tolerances near) {
        this.near = near;
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

    private List<Frame> parts(Frame frame) {
        for (boolean across : new boolean[] {true, false}) {
            List<Ruling> rules = across ? frame.horizontals() : frame.verticals();
            for (double at : positions(rules)) {
                List<Frame> parts = parts(frame, across, at);
                if (!parts.isEmpty()) {
                    return parts;
                }
            }
        }
        return List.of();
    }

    private static TreeSet<Double> positions(List<Ruling> rules) {
        TreeSet<Double> at = new TreeSet<>();
        rules.forEach(r -> at.add(r.at()));
        return at;
    }

    /** Both sides of a rule, if they are two tables. */
    private List<Frame> parts(Frame frame, boolean across, double at) {
        List<Ruling> along = across ? frame.horizontals() : frame.verticals();
        List<Ruling> crossing = across ? frame.verticals() : frame.horizontals();
        Side before = side(along, crossing, at, true);
        Side after = side(along, crossing, at, false);
        boolean tables = before.isTable() && after.isTable();
        boolean sameEnds = tables
                && Math.abs(before.from() - after.from()) <= near.sameColumnPt()
                && Math.abs(before.to() - after.to()) <= near.sameColumnPt();
        if (!tables || sameEnds || before.goesOnIn(after, near) || after.goesOnIn(before, near)) {
            return List.of();
        }
        return List.of(before.frame(across), after.frame(across));
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
                if (before ? to >= at - near.touchPt() : from <= at + near.touchPt()) {
                    edges.add(r.at());
                }
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
     * @param edges where those of them stand that reach the rule
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

        boolean goesOnIn(Side other, Tolerances near) {
            return edges.stream()
                    .allMatch(e -> other.edges().stream().anyMatch(o -> Math.abs(o - e) <= near.sameColumnPt()));
        }

        Frame frame(boolean across) {
            double from = from();
            double to = to();
            double first = along.stream().mapToDouble(Ruling::at).min().orElseThrow();
            double last = along.stream().mapToDouble(Ruling::at).max().orElseThrow();
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
