package gouji.document.text;

import gouji.document.Grid;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows whose fields are aligned by blanks. A blank cell leaves no field, so the columns of the widest rows are taken
 * as the table's, and a field belongs to the column it overlaps most by display width; a row with as many fields as
 * the widest is taken as it stands.
 */
final class AlignedRows {
    private AlignedRows() {}

    static Grid grid(List<Line> lines) {
        List<Line> rows = lines.stream().filter(l -> !l.blank() && !l.frame()).toList();
        List<int[]> columns = columns(rows);
        List<List<String>> cells = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (Line row : rows) {
            cells.add(place(row, columns));
            numbers.add(row.number());
        }
        return TextReader.ragged(cells, numbers);
    }

    /** Display columns occupied by nothing but blanks in every row part the table's columns. */
    private static List<int[]> columns(List<Line> rows) {
        int most = rows.stream().mapToInt(r -> r.aligned().size()).max().orElse(0);
        List<int[]> columns = new ArrayList<>();
        for (Line row : rows) {
            if (row.aligned().size() == most) {
                widen(columns, row.aligned());
            }
        }
        return columns;
    }

    private static void widen(List<int[]> columns, List<Fields.Field> fields) {
        for (int c = 0; c < fields.size(); c++) {
            Fields.Field f = fields.get(c);
            if (columns.size() <= c) {
                columns.add(new int[] {f.from(), f.to()});
            } else {
                columns.get(c)[0] = Math.min(columns.get(c)[0], f.from());
                columns.get(c)[1] = Math.max(columns.get(c)[1], f.to());
            }
        }
    }

    private static List<String> place(Line row, List<int[]> columns) {
        List<Fields.Field> fields = row.aligned();
        if (fields.size() >= columns.size()) {
            return fields.stream().map(Fields.Field::text).toList();
        }
        String[] cells = new String[columns.size()];
        int next = 0;
        for (Fields.Field f : fields) {
            int c = nearest(f, columns, next, fields.size());
            if (c < 0) {
                return fields.stream().map(Fields.Field::text).toList();
            }
            cells[c] = f.text();
            next = c + 1;
        }
        List<String> result = new ArrayList<>();
        for (String cell : cells) {
            result.add(cell == null ? "" : cell);
        }
        return result;
    }

    private static int nearest(Fields.Field f, List<int[]> columns, int from, int fields) {
        int best = -1;
        double bestDistance = Double.MAX_VALUE;
        for (int c = from; c < columns.size(); c++) {
            double distance = distance(f, columns.get(c));
            if (distance < bestDistance) {
                bestDistance = distance;
                best = c;
            }
        }
        return best;
    }

    private static double distance(Fields.Field f, int[] column) {
        int overlap = Math.min(f.to(), column[1]) - Math.max(f.from(), column[0]);
        return -overlap;
    }
}
