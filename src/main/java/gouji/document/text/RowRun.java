package gouji.document.text;

import gouji.document.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A run of lines that are rows of one table. Blank lines inside a run are page breaks. A line of one field between
 * two rows that touch it is a row of one cell (the sentence in the corner of a form).
 */
final class RowRun {
    private RowRun() {}

    /** End (exclusive) of the run that begins at {@code from}; {@code from} itself when none does. */
    static int end(List<Line> lines, int from) {
        if (!isRow(lines.get(from))) {
            return from;
        }
        boolean delimited = lines.get(from).delimited();
        int end = from + 1;
        int rows = 1;
        for (int i = end; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (sameKind(line, delimited)) {
                rows++;
                end = i + 1;
            } else if (!line.blank() && !line.frame() && !touchesRows(lines, i, delimited)) {
                break;
            }
        }
        return rows > 1 ? end : from;
    }

    private static boolean isRow(Line line) {
        return line.delimited() || line.spaced();
    }

    private static boolean sameKind(Line line, boolean delimited) {
        return delimited ? line.delimited() : line.spaced();
    }

    private static boolean touchesRows(List<Line> lines, int i, boolean delimited) {
        return i > 0
                && i + 1 < lines.size()
                && touches(lines.get(i - 1), delimited)
                && touches(lines.get(i + 1), delimited);
    }

    private static boolean touches(Line line, boolean delimited) {
        return line.frame() || sameKind(line, delimited);
    }

    static Grid grid(List<Line> lines) {
        return lines.get(0).delimited() ? delimitedGrid(lines) : AlignedRows.grid(lines);
    }

    private static Grid delimitedGrid(List<Line> lines) {
        List<List<String>> rows = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (Line line : lines) {
            if (!line.blank() && !line.frame()) {
                rows.add(line.fields());
                numbers.add(line.number());
            }
        }
        Grid grid = TextReader.ragged(rows, numbers);
        return new Grid(grid.cells(), isFull(rows));
    }

    /**
     * Whether a field's number is its column: every row has as many fields, and no column holds a label in one row of
     * figures and a figure in another.
     */
    private static boolean isFull(List<List<String>> rows) {
        int columns = rows.get(0).size();
        boolean[] labels = new boolean[columns];
        boolean[] figures = new boolean[columns];
        for (List<String> row : rows) {
            if (row.size() != columns) {
                return false;
            }
            if (row.stream().anyMatch(CellStream::isFigure)) {
                for (int c = 0; c < columns; c++) {
                    boolean figure = CellStream.isFigure(row.get(c));
                    figures[c] |= figure;
                    labels[c] |= !figure && !row.get(c).isEmpty();
                }
            }
        }
        return IntStream.range(0, columns).noneMatch(c -> labels[c] && figures[c]);
    }
}
