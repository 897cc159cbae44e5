package gouji.table;

import java.util.ArrayList;
import java.util.List;

/** Puts lines that stand beside each other at different heights (a title in two columns) left before right. */
final class SideBySide {
    private SideBySide() {}

    /** @param lines from the top down */
    static List<TextLine> ordered(List<TextLine> lines) {
        List<TextLine> out = new ArrayList<>(lines.size());
        for (int from = 0; from < lines.size(); ) {
            int to = endOfBand(lines, from);
            if (to - from > 1) {
                addColumns(lines.subList(from, to), out);
            } else {
                out.add(lines.get(from));
            }
            from = to;
        }
        return out;
    }

    /** The lines that overlap in height without a gap between them. */
    private static int endOfBand(List<TextLine> lines, int from) {
        double foot = footPt(lines.get(from));
        int to = from + 1;
        while (to < lines.size()
                && lines.get(to).baseline() - 0.8 * lines.get(to).sizePt() < foot) {
            foot = Math.max(foot, footPt(lines.get(to++)));
        }
        return to;
    }

    private static double footPt(TextLine line) {
        return line.baseline() + 0.12 * line.sizePt();
    }

    private static void addColumns(List<TextLine> band, List<TextLine> out) {
        List<TextLine> left = new ArrayList<>(band);
        left.sort((a, b) -> Double.compare(a.box().x0(), b.box().x0()));
        double edge = left.get(0).box().x1();
        int split = 1;
        while (split < left.size() && left.get(split).box().x0() < edge) {
            edge = Math.max(edge, left.get(split++).box().x1());
        }
        List<TextLine> rest = new ArrayList<>(band);
        List<TextLine> column = left.subList(0, split);
        rest.removeAll(column);
        for (TextLine line : band) {
            if (column.contains(line)) {
                out.add(line);
            }
        }
        if (!rest.isEmpty()) {
            addColumns(rest, out);
        }
    }
}
