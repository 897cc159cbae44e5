package gouji.table;

import gouji.document.Box;
import gouji.document.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Where the columns of a form without vertical rules part. A rule that stops has met a cell over several rows or a
 * group of columns, and its end is an edge. Other edges lie midway between what stands below each other: the parts of
 * rows with figures and the lowest headings, so that a column of blanks has its place by its heading.
 */
final class OpenColumns {
    private static final double SAME_EDGE_PT = 3;
    private static final double CROSSES_PT = 2;

    /** @param figures less words among the rows with figures */
    private record Column(double x0, double x1, int figures) {
        Column with(Column o) {
            return new Column(Math.min(x0, o.x0), Math.max(x1, o.x1), figures + o.figures);
        }
    }

    private final OpenBands bands;
    private final Box box;
    private final int firstData;
    private final List<Double> edges;
    private final double stubEnd;

    /** @param known edges of a table that may go on here */
    OpenColumns(OpenBands bands, List<Double> known) {
        this.bands = bands;
        this.box = bands.box();
        this.firstData = bands.firstData();
        TreeSet<Double> all = new TreeSet<>();
        ends().forEach(x -> addEdge(x, all));
        known.forEach(x -> addEdge(x, all));
        List<Column> columns = columns(all);
        for (int i = 1; i < columns.size(); i++) {
            double left = columns.get(i - 1).x1();
            double right = columns.get(i).x0();
            if (!isParted(left, right, all)) {
                all.add((left + right) / 2);
            }
        }
        this.edges = List.copyOf(all);
        this.stubEnd = stubEnd(columns);
    }

    private List<Double> ends() {
        List<Double> ends = new ArrayList<>();
        for (OpenLevel level : bands.levels()) {
            for (Ruling r : level.rulings()) {
                ends.add(r.from());
                ends.add(r.to());
            }
        }
        return ends;
    }

    private void addEdge(double x, TreeSet<Double> all) {
        boolean inside = x > box.x0() + SAME_EDGE_PT && x < box.x1() - SAME_EDGE_PT;
        if (inside && all.subSet(x - SAME_EDGE_PT, x + SAME_EDGE_PT).isEmpty()) {
            all.add(x);
        }
    }

    // ---- columns by what stands below each other

    private List<Column> columns(TreeSet<Double> parted) {
        List<Column> data = stacked(true, parted);
        List<Column> heads = stacked(false, parted);
        heads.removeIf(h -> overlapping(h, data).size() > 1);
        List<Column> paired = new ArrayList<>();
        for (Column head : List.copyOf(heads)) {
            List<Column> own = overlapping(head, data);
            if (own.size() == 1) {
                heads.remove(head);
                data.remove(own.get(0));
                Column both = own.get(0).with(head);
                boolean free = overlapping(both, data).isEmpty()
                        && overlapping(both, paired).isEmpty();
                paired.add(free ? both : own.get(0));
            }
        }
        for (Column lone : data) {
            Optional<Column> head = lone.figures() > 0 ? nearest(lone, heads, parted) : Optional.empty();
            head.ifPresent(heads::remove);
            paired.add(head.map(lone::with).orElse(lone));
        }
        paired.addAll(heads);
        paired.sort(Comparator.comparingDouble(Column::x0));
        return paired;
    }

    private static List<Column> overlapping(Column c, List<Column> others) {
        return others.stream().filter(o -> o.x0() < c.x1() && c.x0() < o.x1()).toList();
    }

    /** The nearest heading beside a column whose figures stand at one side of it. */
    private static Optional<Column> nearest(Column column, List<Column> heads, TreeSet<Double> parted) {
        return heads.stream()
                .filter(h -> h.x1() <= column.x0()
                        ? !isParted(h.x1(), column.x0(), parted)
                        : !isParted(column.x1(), h.x0(), parted))
                .min(Comparator.comparingDouble(h -> Math.max(h.x0() - column.x1(), column.x0() - h.x1())));
    }

    /** What stands below each other, of the rows with figures or of the lowest headings; by x, none over another. */
    private List<Column> stacked(boolean data, TreeSet<Double> parted) {
        List<Column> parts = new ArrayList<>();
        for (int band = data ? firstData : 0; band < (data ? bands.size() : firstData); band++) {
            List<Segment> row = bands.segments().get(band);
            for (Segment s : row) {
                boolean counts = data ? row.size() > 1 : isLowest(band, s);
                if (counts && parted.stream().noneMatch(x -> crosses(s, x))) {
                    parts.add(new Column(s.x0(), s.x1(), !data ? 0 : s.isFigure() ? 1 : -1));
                }
            }
        }
        parts.sort(Comparator.comparingDouble(Column::x0));
        List<Column> columns = new ArrayList<>();
        for (Column p : parts) {
            int end = columns.size() - 1;
            Column last = end < 0 ? null : columns.get(end);
            boolean edge = last != null && p.x0() > last.x1() - CROSSES_PT && isParted(last.x1(), p.x0(), parted);
            if (last != null && !edge && p.x0() < last.x1() + 1) {
                columns.set(end, last.with(p));
            } else {
                columns.add(p);
            }
        }
        return columns;
    }

    private static boolean isParted(double left, double right, TreeSet<Double> edges) {
        Double edge = edges.ceiling(left - CROSSES_PT);
        return edge != null && edge <= right + CROSSES_PT;
    }

    /** Whether the next rule below a part of the head is the one below the head. */
    private boolean isLowest(int band, Segment s) {
        double middle = (s.x0() + s.x1()) / 2;
        for (int level = band + 1; level < firstData; level++) {
            if (bands.levels().get(level).passes(middle, 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean crosses(Segment s, double x) {
        return s.x0() < x - CROSSES_PT && s.x1() > x + CROSSES_PT;
    }

    /** The edge at the right of the columns of labels; the left side of the form if there are none. */
    private double stubEnd(List<Column> columns) {
        int last = -1;
        for (int i = 0; i < columns.size() && columns.get(i).figures() <= 0; i++) {
            if (columns.get(i).figures() < 0) {
                last = i;
            }
        }
        if (last < 0) {
            return box.x0();
        }
        double right = columns.get(last).x1();
        return edges.stream().filter(x -> x > right - CROSSES_PT).findFirst().orElse(box.x1());
    }

    // ---- the rulings they would have

    /** By x, then y; the sides included. */
    List<Ruling> verticals() {
        List<Ruling> down = new ArrayList<>();
        down.add(new Ruling(false, box.x0(), box.y0(), box.y1(), 0.5));
        for (double x : edges) {
            for (int band = 0; band < bands.size(); band++) {
                if (isBorder(x, band)) {
                    double top = bands.levels().get(band).at();
                    double foot = bands.levels().get(band + 1).at();
                    down.add(new Ruling(false, x, top, foot, 0.5));
                }
            }
        }
        down.add(new Ruling(false, box.x1(), box.y0(), box.y1(), 0.5));
        return down;
    }

    private boolean isBorder(double x, int band) {
        if (bands.levels().get(band).endsAt(x, SAME_EDGE_PT)
                || bands.levels().get(band + 1).endsAt(x, SAME_EDGE_PT)) {
            return true;
        }
        List<Segment> row = bands.segments().get(band);
        if (x < stubEnd - SAME_EDGE_PT || row.stream().anyMatch(s -> crosses(s, x))) {
            return false;
        }
        return band < firstData ? isBetweenLowest(x, band) : !isSpanned(row);
    }

    private boolean isBetweenLowest(double x, int band) {
        for (int level = band + 1; level < firstData; level++) {
            if (bands.levels().get(level).passes(x, CROSSES_PT)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the row holds nothing but words over the columns of figures. */
    private boolean isSpanned(List<Segment> row) {
        return row.stream().noneMatch(Segment::isFigure)
                && row.stream().anyMatch(s -> s.x1() > stubEnd + CROSSES_PT)
                && row.stream().allMatch(s -> s.x1() > stubEnd + CROSSES_PT);
    }
}
