package gouji.report;

import gouji.table.Cell;
import gouji.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One row of a printed table, as the aligner sees it: cells in order, of which the last ones hold figures.
 *
 * @param table number of its table in the document, from 0
 * @param row number of the row in its table, from 0
 * @param exact whether column numbers can be believed
 * @param cells every cell over the row, by column, those that reach in from above too
 * @param readings what each cell's text is, as many as cells
 * @param labels texts of the cells that are words and begin in this row
 * @param tail cells after the last cell of words: where the figures are
 * @param hasFigures whether at least one cell of the tail is a figure
 * @param hasPrint whether the tail holds a figure or a printed mark for a missing one
 */
record PrintedRow(
        int table,
        int row,
        boolean exact,
        List<Cell> cells,
        List<CellValues.Reading> readings,
        List<String> labels,
        List<Cell> tail,
        boolean hasFigures,
        boolean hasPrint) {

    static List<PrintedRow> of(List<Table> tables, CellValues values) {
        List<PrintedRow> rows = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            addRows(tables.get(t), t, values, rows);
        }
        return rows;
    }

    private static void addRows(Table table, int number, CellValues values, List<PrintedRow> rows) {
        List<List<Cell>> over = new ArrayList<>();
        for (int r = 0; r < table.rows(); r++) {
            over.add(new ArrayList<>());
        }
        for (Cell cell : table.cells()) {
            int end = Math.min(cell.row() + cell.rowSpan(), table.rows());
            for (int r = cell.row(); r < end; r++) {
                over.get(r).add(cell);
            }
        }
        for (int r = 0; r < table.rows(); r++) {
            over.get(r).sort(java.util.Comparator.comparingInt(Cell::column));
            rows.add(of(number, r, table.exact(), over.get(r), values));
        }
    }

    private static PrintedRow of(int table, int row, boolean exact, List<Cell> cells, CellValues values) {
        List<CellValues.Reading> readings =
                cells.stream().map(c -> values.read(c.text())).toList();
        List<String> labels = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < cells.size(); i++) {
            if (readings.get(i).kind() == CellValues.Kind.TEXT) {
                last = i;
                if (cells.get(i).row() == row) {
                    labels.add(cells.get(i).text());
                }
            }
        }
        List<Cell> tail = cells.subList(last + 1, cells.size());
        boolean figures =
                readings.subList(last + 1, cells.size()).stream().anyMatch(r -> r.kind() == CellValues.Kind.FIGURE);
        boolean print = tail.stream().anyMatch(c -> !c.text().isBlank());
        return new PrintedRow(table, row, exact, cells, readings, labels, tail, figures, print);
    }

    /** Whether it was read from a picture. */
    boolean isRecognised() {
        return cells.stream().anyMatch(c -> !c.alternatives().isEmpty());
    }

    boolean isBlank() {
        return cells.stream().allMatch(c -> c.text().isBlank());
    }

    /** All its words in order, joined. */
    String words() {
        return String.join("", labels);
    }

    /** Every text of the row, joined by blanks. */
    String text() {
        String[] texts =
                cells.stream().filter(c -> c.row() == row).map(Cell::text).toArray(String[]::new);
        return String.join(" ", Arrays.asList(texts)).strip();
    }
}
