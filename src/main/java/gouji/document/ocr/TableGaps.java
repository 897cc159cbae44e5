package gouji.document.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gaps between tables one below the other: lines across as long as each other, the upper one with sides going up from both its
 * ends, the lower one with sides going down, and none between them. What runs down there (the ring of a seal, a streak) joins
 * nothing.
 */
final class TableGaps {
    private static final double LONG_IN = 1.5;
    private static final double SAME_END_IN = 0.06;
    private static final double SIDE_IN = 0.15;

    private final Darkness page;
    private final List<Rule> sides;

    private TableGaps(Darkness page, List<Rule> sides) {
        this.page = page;
        this.sides = sides;
    }

    /** The lines down, cut where they cross a gap. */
    static List<Rule> cut(Darkness page, List<Rule> vs, List<Rule> hs) {
        List<Rule> wide = hs.stream()
                .filter(h -> h.length() >= page.px(LONG_IN))
                .sorted(Comparator.comparingDouble(Rule::mean))
                .toList();
        TableGaps gaps = new TableGaps(page, vs);
        List<Rule> now = vs;
        for (int i = 0; i + 1 < wide.size(); i++) {
            if (gaps.isGap(wide.get(i), wide.get(i + 1))) {
                now = gaps.without(now, wide.get(i), wide.get(i + 1));
            }
        }
        return now;
    }

    private boolean isGap(Rule a, Rule b) {
        double near = page.px(SAME_END_IN);
        double side = page.px(SIDE_IN);
        double left = (a.from() + b.from()) / 2.0;
        double right = (a.to() + b.to()) / 2.0;
        double high = a.levelAt(left);
        double low = b.levelAt(left);
        if (Math.abs(a.from() - b.from()) > near || Math.abs(a.to() - b.to()) > near || low - high < side) {
            return false;
        }
        double fall = a.levelAt(right) - high;
        return runs(left, high - side, high)
                && runs(right, high + fall - side, high + fall)
                && runs(left, low, low + side)
                && runs(right, low + fall, low + fall + side)
                && !runs(left, high + side / 2, low - side / 2)
                && !runs(right, high + fall + side / 2, low + fall - side / 2);
    }

    /** Whether a line runs down at x from y0 to y1. */
    private boolean runs(double x, double y0, double y1) {
        double near = page.px(SAME_END_IN);
        double slack = page.px(SIDE_IN) / 4.0;
        double middle = (y0 + y1) / 2;
        return sides.stream()
                .filter(v -> v.from() <= Math.min(y0 + slack, middle) && v.to() >= Math.max(y1 - slack, middle))
                .anyMatch(v -> Math.abs(v.levelAt(middle) - x) <= near);
    }

    private List<Rule> without(List<Rule> vs, Rule a, Rule b) {
        List<Rule> cut = new ArrayList<>();
        for (Rule v : vs) {
            double x = Math.max(a.from(), Math.min(a.to(), v.mean()));
            double high = a.levelAt(x);
            double low = b.levelAt(x);
            double middle = (high + low) / 2;
            boolean crosses = v.mean() >= a.from() && v.mean() <= a.to() && v.from() < middle && v.to() > middle;
            if (!crosses) {
                cut.add(v);
                continue;
            }
            int n = v.at().length;
            int end = (int) IntStream.range(0, n).filter(i -> v.at()[i] <= high).count();
            int begin = (int) IntStream.range(0, n).filter(i -> v.at()[i] < low).count();
            addLong(v, 0, end, cut);
            addLong(v, begin, n, cut);
        }
        return cut;
    }

    private void addLong(Rule v, int from, int to, List<Rule> rules) {
        if ((to - from) * RuleFinder.SAMPLE >= page.px(SIDE_IN)) {
            rules.add(v.part(from, to));
        }
    }
}
