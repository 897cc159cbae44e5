package gouji.document.text;

import gouji.document.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rows whose fields are aligned by blanks, as a terminal or a text extractor lays them out. The gutters are the
 * display columns that next to no row prints in; what stands between two gutters is a cell, blank or not.
 *
 * <p>A row that ends in as many figures as most rows do is taken as it stands. So is a row whose fields do not fall
 * between the gutters one by one: then its blanks are not known, and whoever counts its cells will see it.
 */
final class AlignedRows {
    /** Share of rows that may print in a gutter: headings reach over several columns. */
    private static final double CROSSING = 0.12;

    private AlignedRows() {}

    static Grid grid(List<Line> lines) {
        List<Line> rows = lines.stream().filter(l -> !l.blank() && !l.frame()).toList();
        List<int[]> columns = columns(rows);
        int usual = usualFigures(rows);
        List<List<String>> cells = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (Line row : rows) {
            boolean full = trailingFigures(row) == usual;
            cells.add(full ? asItStands(row) : place(row, columns).orElseGet(() -> asItStands(row)));
            numbers.add(row.number());
        }
        return TextReader.ragged(cells, numbers);
    }

    /** The columns between the gutters: first display column and the one after the last. */
    private static List<int[]> columns(List<Line> rows) {
        int[] prints = prints(rows);
        long telling = rows.stream().filter(r -> r.aligned().size() > 1).count();
        List<int[]> columns = new ArrayList<>();
        int from = -1;
        for (int x = 0; x <= prints.length; x++) {
            boolean gutter = x == prints.length || prints[x] <= CROSSING * telling;
            if (!gutter && from < 0) {
                from = x;
            } else if (gutter && from >= 0) {
                columns.add(new int[] {from, x});
                from = -1;
            }
        }
        return columns;
    }

    /** How many rows of several fields print in each display column. */
    private static int[] prints(List<Line> rows) {
        int width = rows.stream()
                .flatMap(r -> r.aligned().stream())
                .mapToInt(Fields.Field::to)
                .max()
                .orElse(0);
        int[] prints = new int[width];
        for (Line row : rows) {
            if (row.aligned().size() > 1) {
                for (Fields.Field f : row.aligned()) {
                    for (int x = f.from(); x < f.to(); x++) {
                        prints[x]++;
                    }
                }
            }
        }
        return prints;
    }

    /** Figures that most rows end in; 0 when no row ends in one. */
    private static int usualFigures(List<Line> rows) {
        Map<Integer, Integer> counts = new TreeMap<>();
        rows.forEach(r -> counts.merge(trailingFigures(r), 1, Integer::sum));
        counts.remove(0);
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private static int trailingFigures(Line row) {
        int count = 0;
        for (int i = row.aligned().size() - 1;
                i >= 0 && CellStream.isFigure(row.aligned().get(i).text());
                i--) {
            count++;
        }
        return count;
    }

    private static List<String> asItStands(Line row) {
        return row.aligned().stream().map(Fields.Field::text).toList();
    }

    /** The row with its blank cells; empty when two fields share a column or one stands in none. */
    private static Optional<List<String>> place(Line row, List<int[]> columns) {
        List<String> cells = new ArrayList<>();
        columns.forEach(c -> cells.add(""));
        int next = 0;
        for (Fields.Field f : row.aligned()) {
            int c = column(f, columns);
            if (c < next) {
                return Optional.empty();
            }
            cells.set(c, f.text());
            next = c + 1;
        }
        return Optional.of(cells);
    }

    /** The column a field shares most of its width with; -1 where it stands in a gutter. */
    private static int column(Fields.Field f, List<int[]> columns) {
        int best = -1;
        int most = 0;
        for (int c = 0; c < columns.size(); c++) {
            int overlap = Math.min(f.to(), columns.get(c)[1]) - Math.max(f.from(), columns.get(c)[0]);
            if (overlap > most) {
                most = overlap;
                best = c;
            }
        }
        return best;
    }
}
