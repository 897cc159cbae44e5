package gouji.document.pdf;

import gouji.document.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes whole rulings of painted pieces: drops duplicates, joins what abuts, and joins dashes. */
final class RulingJoiner {
    /** Pieces whose middles differ by less lie on one line. Word's double lines are .96 apart. */
    private static final double COLLINEAR_PT = 0.5;

    private static final double GAP_PT = 1;
    /** A dash is at most this long, and the gap to the next one is no longer than that one and this. */
    private static final double LONGEST_DASH_PT = 15;

    private static final double LONGEST_DASH_GAP_PT = 6;
    private static final double DASH_GAP_SLACK_PT = 0.5;
    private static final int FEWEST_DASHES = 3;
    private static final double SHORTEST_RULING_PT = 2.5;

    private static final Comparator<Ruling> BY_PLACE = Comparator.comparing(Ruling::horizontal)
            .thenComparingDouble(Ruling::at)
            .thenComparingDouble(Ruling::from)
            .thenComparingDouble(Ruling::to)
            .thenComparingDouble(Ruling::thicknessPt);
    private static final Comparator<Ruling> ALONG = Comparator.comparingDouble(Ruling::from)
            .thenComparingDouble(Ruling::to)
            .thenComparingDouble(Ruling::at);

    private RulingJoiner() {}

    static List<Ruling> join(List<Ruling> pieces) {
        List<Ruling> sorted = new ArrayList<>(pieces);
        sorted.sort(BY_PLACE);
        List<Ruling> joined = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || !onOneLine(sorted.get(start), sorted.get(i))) {
                joined.addAll(joinLine(sorted.subList(start, i)));
                start = i;
            }
        }
        joined.removeIf(r -> r.lengthPt() < SHORTEST_RULING_PT);
        return joined;
    }

    private static boolean onOneLine(Ruling first, Ruling other) {
        return first.horizontal() == other.horizontal() && other.at() - first.at() < COLLINEAR_PT;
    }

    private static List<Ruling> joinLine(List<Ruling> line) {
        if (line.size() == 1) {
            return line;
        }
        List<Ruling> along = new ArrayList<>(line);
        along.sort(ALONG);
        return joinDashes(joinAbutting(along));
    }

    private static List<Ruling> joinAbutting(List<Ruling> along) {
        List<Ruling> joined = new ArrayList<>();
        Ruling open = along.get(0);
        for (Ruling next : along.subList(1, along.size())) {
            if (next.from() - open.to() <= GAP_PT) {
                open = union(open, next);
            } else {
                joined.add(open);
                open = next;
            }
        }
        joined.add(open);
        return joined;
    }

    private static Ruling union(Ruling one, Ruling other) {
        double weight = one.lengthPt() + other.lengthPt();
        double at = weight > 0 ? (one.at() * one.lengthPt() + other.at() * other.lengthPt()) / weight : one.at();
        return new Ruling(
                one.horizontal(),
                at,
                Math.min(one.from(), other.from()),
                Math.max(one.to(), other.to()),
                Math.max(one.thicknessPt(), other.thicknessPt()));
    }

    private static List<Ruling> joinDashes(List<Ruling> along) {
        List<Ruling> joined = new ArrayList<>();
        int start = 0;
        while (start < along.size()) {
            int end = endOfDashes(along, start);
            if (end - start >= FEWEST_DASHES) {
                joined.add(along.subList(start, end).stream()
                        .reduce(RulingJoiner::union)
                        .orElseThrow());
            } else {
                joined.addAll(along.subList(start, end));
            }
            start = end;
        }
        return joined;
    }

    /** Index behind the run of dashes with equal gaps that begins at {@code start}. */
    private static int endOfDashes(List<Ruling> along, int start) {
        int end = start + 1;
        while (end < along.size() && isDashStep(along, start, end)) {
            end++;
        }
        return end;
    }

    private static boolean isDashStep(List<Ruling> along, int start, int next) {
        Ruling before = along.get(next - 1);
        Ruling after = along.get(next);
        double gap = after.from() - before.to();
        double firstGap = along.get(start + 1).from() - along.get(start).to();
        double longer = Math.max(before.lengthPt(), after.lengthPt());
        return before.lengthPt() <= LONGEST_DASH_PT
                && after.lengthPt() <= LONGEST_DASH_PT
                && gap <= Math.min(LONGEST_DASH_GAP_PT, Math.max(GAP_PT * 2, longer * 2))
                && Math.abs(gap - firstGap) <= DASH_GAP_SLACK_PT;
    }
}
