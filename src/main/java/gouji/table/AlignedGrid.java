package gouji.table;

import gouji.document.Alternative;
import gouji.document.Box;
import gouji.document.Glyph;
import gouji.document.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A table out of lines of text whose parts stand below each other, for areas without full rulings. Columns are the
 * places where the parts of the rows with figures lie, rows are those rows and what stands between them; lines above
 * the first such row make up the header. It must earn at least two columns and two rows of short cells.
 */
final class AlignedGrid {
    private static final double GAP_EM = 1;
    private static final int LONGEST_CELL = 80;
    private static final double MOST_PROSE = 0.15;
    private static final double WIDE_SHARE = 0.7;

    /** A line, its segments, and the band between horizontal rules it stands in. */
    private record Row(TextLine line, List<Segment> segments, int band) {
        boolean isData() {
            return segments.size() > 1 && segments.stream().anyMatch(Segment::isFigure);
        }
    }

    /** Score of a figure recognised outside any ruled cell: its place is a guess. */
    private static final double UNRULED = 0.5;

    private final Box area;
    private final CellText cellText;
    private final List<Row> rows = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();
    private final List<Double> xs = new ArrayList<>();

    private AlignedGrid(Box area, CellText cellText) {
        this.area = area;
        this.cellText = cellText;
    }

    /**
     * The table in an area, if there is one.
     *
     * @param lines of the area, from the top down
     * @param rules y of the horizontal rules from edge to edge, ascending
     * @param separators x of vertical rulings
     * @param leastRows rows with figures it takes
     */
    static Optional<Part> find(
            int page,
            Box area,
            List<TextLine> lines,
            List<Double> rules,
            List<Double> separators,
            int leastRows,
            CellText cellText) {
        AlignedGrid grid = new AlignedGrid(area, cellText);
        for (TextLine line : lines) {
            int band = 0;
            while (band < rules.size() && rules.get(band) < line.box().centerY()) {
                band++;
            }
            grid.rows.add(new Row(line, Segment.of(line, GAP_EM, separators), band));
        }
        grid.findColumns();
        return grid.isTable(leastRows) ? Optional.of(grid.part(page)) : Optional.empty();
    }

    private void findColumns() {
        List<double[]> spans = new ArrayList<>();
        for (Row row : rows) {
            if (row.isData()) {
                for (Segment s : row.segments()) {
                    spans.add(new double[] {s.x0(), s.x1()});
                }
            }
        }
        spans.sort(Comparator.comparingDouble(s -> s[0]));
        for (double[] s : spans) {
            double[] last = columns.isEmpty() ? null : columns.get(columns.size() - 1);
            if (last != null && s[0] < last[1] + 1) {
                last[1] = Math.max(last[1], s[1]);
            } else {
                columns.add(s);
            }
        }
        xs.add(area.x0());
        for (int c = 1; c < columns.size(); c++) {
            xs.add((columns.get(c - 1)[1] + columns.get(c)[0]) / 2);
        }
        xs.add(area.x1());
    }

    private boolean isTable(int leastRows) {
        int data = 0;
        int prose = 0;
        for (Row row : rows) {
            data += row.isData() ? 1 : 0;
            Segment first = row.segments().get(0);
            boolean wide = first.x1() - first.x0() > WIDE_SHARE * area.widthPt();
            prose += row.segments().size() == 1 && (wide || row.line().text().length() > LONGEST_CELL) ? 1 : 0;
            if (row.isData() && row.segments().stream().anyMatch(s -> s.glyphs().size() > LONGEST_CELL)) {
                return false;
            }
        }
        return columns.size() > 1 && data >= leastRows && prose <= MOST_PROSE * rows.size();
    }

    // ---- rows and cells

    private Part part(int page) {
        List<List<Row>> groups = grouped();
        List<Cell> cells = new ArrayList<>();
        double top = area.y0();
        for (int r = 0; r < groups.size(); r++) {
            double bottom = r + 1 == groups.size() ? area.y1() : edgeBelow(groups.get(r), groups.get(r + 1));
            addCells(page, r, groups.get(r), top, bottom, cells);
            top = bottom;
        }
        return Part.onPage(page, area, xs, groups.size(), cells, true);
    }

    private static double edgeBelow(List<Row> upper, List<Row> lower) {
        double foot = Double.NEGATIVE_INFINITY;
        for (Row row : upper) {
            foot = Math.max(foot, row.line().box().y1());
        }
        return (foot + lower.get(0).line().box().y0()) / 2;
    }

    /** Lines that make one row: each alone, but for the lines of a header, which belong together below its spanners. */
    private List<List<Row>> grouped() {
        int firstData = 0;
        while (!rows.get(firstData).isData()) {
            firstData++;
        }
        List<List<Row>> groups = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            List<Row> last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            boolean header = i < firstData
                    && last != null
                    && last.get(0).band() == row.band()
                    && !isSpanner(last.get(last.size() - 1));
            boolean stub = last != null && continuesStub(last.get(last.size() - 1), row);
            if (header || stub) {
                last.add(row);
            } else {
                groups.add(new ArrayList<>(List.of(row)));
            }
        }
        return groups;
    }

    /** A line with nothing but the rest of a stub that is set further in than the stub's first line. */
    private boolean continuesStub(Row last, Row next) {
        return last.isData()
                && next.segments().size() == 1
                && last.band() == next.band()
                && columnAt(next.segments().get(0).x0()) == 0
                && columnAt(next.segments().get(0).x1()) == 0
                && next.segments().get(0).x0()
                        > last.segments().get(0).x0() + 0.7 * next.line().sizePt()
                && Character.isLowerCase(next.line().text().codePointAt(0));
    }

    private boolean isSpanner(Row row) {
        for (Segment s : row.segments()) {
            if (firstColumn(s) < lastColumn(s)) {
                return true;
            }
        }
        return false;
    }

    private void addCells(int page, int row, List<Row> lines, double top, double bottom, List<Cell> cells) {
        int[] reach = new int[columns.size()];
        List<List<Glyph>> texts = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            texts.add(new ArrayList<>());
            reach[c] = c;
        }
        boolean recognised = lines.stream()
                .flatMap(l -> l.segments().stream())
                .flatMap(g -> g.glyphs().stream())
                .anyMatch(Glyph::isRecognised);
        for (Row line : lines) {
            int free = 0;
            for (Segment s : line.segments()) {
                int from = Math.max(firstColumn(s), free);
                from = Math.min(from, columns.size() - 1);
                texts.get(from).addAll(s.glyphs());
                reach[from] = Math.max(reach[from], lastColumn(s));
                free = reach[from] + 1;
            }
        }
        for (int c = 0; c < columns.size(); c++) {
            int to = c;
            while (to < reach[c] && texts.get(to + 1).isEmpty()) {
                to++;
            }
            Box box = new Box(xs.get(c), top, xs.get(to + 1), Math.max(top, bottom));
            String text = cellText.of(texts.get(c), box.widthPt());
            List<Alternative> readings = recognised ? List.of(new Alternative(text, UNRULED)) : List.of();
            cells.add(new Cell(row, c, 1, to - c + 1, text, Place.onPage(page, box), 0.6, readings));
            c = to;
        }
    }

    /** The columns whose text a segment lies over; for one beside all text, the column of its middle. */
    private int firstColumn(Segment s) {
        for (int c = 0; c < columns.size(); c++) {
            if (s.x0() < columns.get(c)[1] && columns.get(c)[0] < s.x1()) {
                return c;
            }
        }
        return columnAt((s.x0() + s.x1()) / 2);
    }

    private int lastColumn(Segment s) {
        for (int c = columns.size() - 1; c >= 0; c--) {
            if (s.x0() < columns.get(c)[1] && columns.get(c)[0] < s.x1()) {
                return c;
            }
        }
        return columnAt((s.x0() + s.x1()) / 2);
    }

    private int columnAt(double x) {
        int c = 0;
        while (c + 1 < columns.size() && x > xs.get(c + 1)) {
            c++;
        }
        return c;
    }
}
