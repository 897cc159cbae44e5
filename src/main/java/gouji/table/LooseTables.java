package gouji.table;

import gouji.document.Box;
import gouji.document.Page;
import gouji.document.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tables without vertical rulings: between horizontal rules of one length (three-line tables), or with no rules at all,
 * by nothing but the alignment of their figures. Conservative: what does not earn it stays text.
 */
final class LooseTables {
    private static final double SAME_END_PT = 6;
    private static final double SAME_RULE_PT = 4;
    private static final double SHORTEST_RULE_PT = 60;
    private static final int MOST_RULES = 60;
    private static final double WIDEST_PITCH_EM = 2.5;
    private static final int LEAST_UNRULED_ROWS = 3;
    private static final int MOST_HEADER_LINES = 3;
    private static final int LONGEST_BETWEEN = 30;

    private final CellText cellText;

    LooseTables(Tolerances near) {
        this.cellText = new CellText(near);
    }

    /**
     * The tables among the lines of a page; their lines leave the list.
     *
     * @param lines lines outside ruled tables, from the top down
     * @param ruled the page's ruled tables, whose rulings do not count again
     */
    List<Part> find(Page page, List<TextLine> lines, List<Part> ruled) {
        List<Part> parts = new ArrayList<>();
        for (List<Ruling> rules : groups(page, ruled)) {
            addRuled(page, rules, lines, parts);
        }
        addUnruled(page, lines, parts);
        return parts;
    }

    // ---- between horizontal rules

    private static List<List<Ruling>> groups(Page page, List<Part> ruled) {
        List<List<Ruling>> groups = new ArrayList<>();
        List<Ruling> rules = new ArrayList<>();
        for (Ruling r : page.rulings()) {
            if (r.horizontal() && r.lengthPt() >= SHORTEST_RULE_PT && isFree(r, ruled)) {
                rules.add(r);
            }
        }
        if (rules.size() > MOST_RULES) {
            return List.of();
        }
        rules.sort(Comparator.comparingDouble(Ruling::at));
        for (Ruling r : rules) {
            groupOf(r, groups).add(r);
        }
        groups.removeIf(g -> g.size() < 2);
        return groups;
    }

    private static boolean isFree(Ruling r, List<Part> ruled) {
        for (Part part : ruled) {
            if (part.firstBox().contains((r.from() + r.to()) / 2, r.at())) {
                return false;
            }
        }
        return true;
    }

    private static List<Ruling> groupOf(Ruling r, List<List<Ruling>> groups) {
        for (List<Ruling> group : groups) {
            Ruling first = group.get(0);
            if (Math.abs(first.from() - r.from()) < SAME_END_PT && Math.abs(first.to() - r.to()) < SAME_END_PT) {
                return group;
            }
        }
        groups.add(new ArrayList<>());
        return groups.get(groups.size() - 1);
    }

    /** From each rule to the furthest one that closes a table. */
    private void addRuled(Page page, List<Ruling> rules, List<TextLine> lines, List<Part> parts) {
        for (int from = 0; from + 1 < rules.size(); from++) {
            for (int to = rules.size() - 1; to > from; to--) {
                Optional<Part> part = between(page, rules.subList(from, to + 1), lines);
                if (part.isPresent()) {
                    parts.add(part.get());
                    from = to - 1;
                    break;
                }
            }
        }
    }

    private Optional<Part> between(Page page, List<Ruling> rules, List<TextLine> lines) {
        Ruling top = rules.get(0);
        Ruling foot = rules.get(rules.size() - 1);
        Box area = new Box(top.from(), top.at(), Math.max(top.from() + 1, top.to()), foot.at());
        List<TextLine> within = new ArrayList<>();
        for (TextLine line : lines) {
            double middle = line.baseline() - 0.36 * line.sizePt();
            if (middle > area.y0() && middle < area.y1()) {
                if (line.box().x0() < area.x0() - SAME_END_PT || line.box().x1() > area.x1() + SAME_END_PT) {
                    return Optional.empty();
                }
                within.add(line);
            }
        }
        List<Double> inner = new ArrayList<>();
        for (Ruling r : rules) {
            if (r.at() > area.y0() + SAME_RULE_PT && r.at() < area.y1() - SAME_RULE_PT) {
                inner.add(r.at());
            }
        }
        Optional<Part> part = within.size() < 2
                ? Optional.empty()
                : AlignedGrid.find(page.number(), area, within, inner, List.of(), 2, cellText);
        part.ifPresent(p -> lines.removeAll(within));
        return part;
    }

    // ---- without rules

    private void addUnruled(Page page, List<TextLine> lines, List<Part> parts) {
        List<List<TextLine>> runs = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            int end = endOfRun(lines, i);
            if (end - i >= LEAST_UNRULED_ROWS) {
                runs.add(new ArrayList<>(lines.subList(withHeader(lines, i), end)));
            }
            i = Math.max(end, i + 1);
        }
        for (List<TextLine> run : runs) {
            Box area = run.get(0).box();
            for (TextLine line : run) {
                area = area.union(line.box());
            }
            Optional<Part> part = AlignedGrid.find(
                    page.number(), area, run, List.of(), List.of(), LEAST_UNRULED_ROWS, cellText);
            if (part.isPresent()) {
                parts.add(part.get());
                lines.removeAll(run);
            }
        }
    }

    /** The line after a run of rows with figures, short lines between two of them included. */
    private static int endOfRun(List<TextLine> lines, int from) {
        int end = from;
        for (int i = from; i < lines.size(); i++) {
            if (i > from && !isNear(lines.get(i - 1), lines.get(i))) {
                break;
            }
            if (isData(lines.get(i))) {
                end = i + 1;
            } else if (end == from || i >= end + 1 || lines.get(i).text().length() > LONGEST_BETWEEN) {
                break;
            }
        }
        return end;
    }

    private static int withHeader(List<TextLine> lines, int from) {
        int top = from;
        while (top > 0
                && from - top < MOST_HEADER_LINES
                && isNear(lines.get(top - 1), lines.get(top))
                && Segment.of(lines.get(top - 1), 1, List.of()).size() > 1) {
            top--;
        }
        return top;
    }

    private static boolean isNear(TextLine upper, TextLine lower) {
        double pitch = lower.baseline() - upper.baseline();
        return pitch > 0 && pitch < WIDEST_PITCH_EM * Math.max(upper.sizePt(), lower.sizePt());
    }

    private static boolean isData(TextLine line) {
        List<Segment> segments = Segment.of(line, 1, List.of());
        return segments.size() > 1
                && segments.get(segments.size() - 1).isFigure()
                && segments.get(0).glyphs().size() <= LONGEST_BETWEEN;
    }
}
