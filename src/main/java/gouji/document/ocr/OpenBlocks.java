package gouji.document.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Blocks of one table that is open at its sides: where a row holds one cell as wide as the table, no line down joins the
 * lines above and below it. They belong together where they begin and end at the same places, lie as far apart as the rows
 * of the table do, and the print between them stands in their middle (a heading before another table stands at the left).
 */
final class OpenBlocks {
    private static final double LONG_IN = 1.5;
    private static final double SAME_END_IN = 0.06;
    private static final double MIDDLE_IN = 0.1;
    /** So much of a usual row lines that belong together lie apart at most. */
    private static final double ROW = 1.15;

    private static final int STEP = 2;
    private static final double SIDE_IN = 0.15;
    /** What is paler than this share of the lines shows through from the other side. */
    private static final double PRINT = 0.4;

    private final Darkness page;
    private final List<Rule> lines;
    private final List<Rule> sides;
    private final int[] order;

    /**
     * @param lines lines across
     * @param sides lines down
     */
    OpenBlocks(Darkness page, List<Rule> lines, List<Rule> sides) {
        this.page = page;
        this.lines = lines;
        this.sides = sides;
        this.order = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).length() >= page.px(LONG_IN))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> lines.get(i).mean()))
                .mapToInt(i -> i)
                .toArray();
    }

    /**
     * Pairs of numbers of lines that belong to one table.
     *
     * @param group number of the table that a line belongs to so far
     */
    List<int[]> joined(IntUnaryOperator group) {
        double row = ROW * usualRow(group);
        List<int[]> pairs = new ArrayList<>();
        for (int k = 0; k + 1 < order.length; k++) {
            Rule a = lines.get(order[k]);
            Rule b = lines.get(order[k + 1]);
            boolean apart = group.applyAsInt(order[k]) != group.applyAsInt(order[k + 1]);
            if (apart && endAlike(a, b) && distance(a, b) <= row && !isClosed(a, b) && isTitled(a, b)) {
                pairs.add(new int[] {order[k], order[k + 1]});
            }
        }
        return pairs;
    }

    private static double distance(Rule a, Rule b) {
        double middle = (Math.max(a.from(), b.from()) + Math.min(a.to(), b.to())) / 2.0;
        return b.levelAt(middle) - a.levelAt(middle);
    }

    /** Median distance of neighbouring long lines of one table; 0 where there are none. */
    private double usualRow(IntUnaryOperator group) {
        double[] rows = IntStream.range(0, Math.max(0, order.length - 1))
                .filter(k -> group.applyAsInt(order[k]) == group.applyAsInt(order[k + 1]))
                .mapToDouble(k -> distance(lines.get(order[k]), lines.get(order[k + 1])))
                .sorted()
                .toArray();
        return rows.length == 0 ? 0 : rows[rows.length / 2];
    }

    private boolean endAlike(Rule a, Rule b) {
        double near = page.px(SAME_END_IN);
        return Math.abs(a.from() - b.from()) <= near && Math.abs(a.to() - b.to()) <= near;
    }

    /** Whether both tables end here, with lines down both of their sides. */
    private boolean isClosed(Rule a, Rule b) {
        return isSided(a, a.from()) && isSided(a, a.to()) && isSided(b, b.from()) && isSided(b, b.to());
    }

    private boolean isSided(Rule line, double end) {
        double near = page.px(SAME_END_IN);
        double y = line.levelAt(end);
        return sides.stream()
                .filter(v -> v.length() >= page.px(SIDE_IN) && v.from() <= y + near && v.to() >= y - near)
                .anyMatch(v -> Math.abs(v.levelAt(y) - end) <= near);
    }

    /** Whether there is print between the lines, and it stands in their middle. */
    private boolean isTitled(Rule a, Rule b) {
        double least = PRINT * darkness(a);
        int[] places = IntStream.range(a.from(), a.to())
                .filter(x -> x % STEP == 0 && hasInk(a, b, x, least))
                .toArray();
        if (places.length < 2) {
            return false;
        }
        int few = places.length / 50;
        double middle = (places[few] + places[places.length - 1 - few]) / 2.0;
        return Math.abs(middle - (a.from() + a.to()) / 2.0) <= page.px(MIDDLE_IN);
    }

    /** Median along it. */
    private double darkness(Rule line) {
        int[] dark = IntStream.range(0, line.at().length)
                .map(i -> page.darkness((int) line.at()[i], (int) Math.round(line.level()[i])))
                .sorted()
                .toArray();
        return dark[dark.length / 2];
    }

    private boolean hasInk(Rule a, Rule b, int x, double least) {
        int margin = page.px(0.03);
        int ink = 0;
        for (int y = (int) a.levelAt(x) + margin; y < b.levelAt(x) - margin; y++) {
            ink += page.ink(x, y) && page.at(x, y) >= least ? 1 : 0;
        }
        return ink >= 2;
    }
}
