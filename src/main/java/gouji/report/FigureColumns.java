package gouji.report;

import gouji.report.ValueWindow.Window;
import gouji.table.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of a row of a recognised table by the columns of the grid in which the rows around it hold theirs. A figure
 * misread as a word, a label misread as a figure, or a cell that lost a side then costs its own place only.
 */
final class FigureColumns {
    /** Rows that must hold their figures in the same columns. */
    private static final int WITNESSES = 2;

    /** Grid columns that a figure covers. */
    private record Span(int from, int to) {
        static Span of(Cell cell) {
            return new Span(cell.column(), cell.column() + cell.columnSpan());
        }
    }

    private FigureColumns() {}

    /**
     * @param usual what the texts of the row alone say
     * @param beside rows of the same block
     * @return the usual window where it leaves no doubt, or where the rows beside do not agree
     */
    static Window of(PrintedRow row, int columns, Window usual, List<PrintedRow> beside) {
        boolean plain = usual.kind() == ValueWindow.Kind.CLEAR && row.tail().size() == columns;
        return plain
                ? usual
                : layout(row.table(), columns, beside)
                        .flatMap(l -> window(row, l))
                        .orElse(usual);
    }

    /** Whether the figure in this cell of a recognised row may belong to another row or column as well. */
    static boolean isShared(Cell cell, List<Cell> figures, PrintedRow row) {
        boolean twice = figures.stream().filter(f -> f == cell).count() > 1;
        int labels = row.cells().size() - row.tail().size();
        int label = labels == 0 ? 1 : row.cells().get(labels - 1).rowSpan();
        boolean alone = figures.stream().anyMatch(f -> f.rowSpan() == 1);
        return twice || cell.rowSpan() > 1 && (label == 1 || alone);
    }

    private static Optional<List<Span>> layout(int table, int columns, List<PrintedRow> beside) {
        Map<List<Span>, Integer> counts = new HashMap<>();
        int all = 0;
        for (PrintedRow row : beside) {
            if (row.table() == table && row.tail().size() == columns) {
                counts.merge(row.tail().stream().map(Span::of).toList(), 1, Integer::sum);
                all++;
            }
        }
        int rows = all;
        return counts.entrySet().stream()
                .filter(e -> e.getValue() >= WITNESSES && 2 * e.getValue() > rows)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<Window> window(PrintedRow row, List<Span> layout) {
        List<Cell> cells = new ArrayList<>();
        for (Span span : layout) {
            Optional<Cell> over = row.cells().stream()
                    .filter(c -> c.column() <= span.from() && c.column() + c.columnSpan() >= span.to())
                    .findFirst();
            over.ifPresent(cells::add);
        }
        boolean words = row.cells().stream()
                .anyMatch(c -> c.column() + c.columnSpan() <= layout.get(0).from());
        return words && cells.size() == layout.size()
                ? Optional.of(new Window(ValueWindow.Kind.CLEAR, cells, 0))
                : Optional.empty();
    }
}
