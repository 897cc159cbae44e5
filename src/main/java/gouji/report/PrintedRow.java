package gouji.report;

import gouji.document.Place;
import gouji.table.Cell;
import gouji.table.Table;
import java.math.BigDecimal;
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
 * @param torn whether a figure stands between words, so that not all of its figures may be in the tail
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
        boolean hasPrint,
        boolean torn) {
    /** Least number of columns by which a row that numbers them is told from a row of figures. */
    private static final int NUMBERED = 6;

    /** Longest label of such a row, in characters. */
    private static final int NUMBERS_MARK = 3;

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
        List<PrintedRow> own = new ArrayList<>();
        for (int r = 0; r < table.rows(); r++) {
            over.get(r).sort(java.util.Comparator.comparingInt(Cell::column));
            own.add(of(number, r, table.exact(), over.get(r), values));
        }
        rows.addAll(withoutNumbers(own));
    }

    private static PrintedRow of(int table, int row, boolean exact, List<Cell> cells, CellValues values) {
        List<CellValues.Reading> readings =
                cells.stream().map(c -> values.read(c.text())).toList();
        List<String> labels = new ArrayList<>();
        int last = -1;
        boolean torn = false;
        boolean figure = false;
        for (int i = 0; i < cells.size(); i++) {
            if (readings.get(i).kind() == CellValues.Kind.TEXT
                    && !CellValues.isScrap(cells.get(i).text())) {
                torn |= figure;
                last = i;
                if (cells.get(i).row() == row) {
                    labels.add(cells.get(i).text());
                }
            } else {
                figure |= last >= 0 && readings.get(i).kind() == CellValues.Kind.FIGURE;
            }
        }
        List<Cell> tail = cells.subList(last + 1, cells.size());
        boolean figures =
                readings.subList(last + 1, cells.size()).stream().anyMatch(r -> r.kind() == CellValues.Kind.FIGURE);
        boolean print = tail.stream().anyMatch(c -> !c.text().isBlank());
        return new PrintedRow(table, row, exact, cells, readings, labels, tail, figures, print, torn);
    }

    /** Whether it holds the numbers of the columns, 1, 2, 3 …, and no label but a mark for them (甲, 栏次). */
    private boolean isNumbering() {
        List<CellValues.Reading> figures = readings.subList(cells.size() - tail.size(), cells.size()).stream()
                .filter(r -> r.kind() != CellValues.Kind.MISSING)
                .toList();
        boolean counts = figures.size() >= NUMBERED && words().length() <= NUMBERS_MARK;
        for (int i = 0; counts && i < figures.size(); i++) {
            BigDecimal number = BigDecimal.valueOf(i + 1L);
            counts =
                    figures.get(i).value().filter(v -> v.compareTo(number) == 0).isPresent();
        }
        return counts;
    }

    /** The rows of one table; one that numbers the columns of the next counts as a heading. */
    private static List<PrintedRow> withoutNumbers(List<PrintedRow> rows) {
        List<PrintedRow> kept = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            PrintedRow row = rows.get(r);
            boolean more = r + 1 < rows.size()
                    && rows.get(r + 1).hasFigures
                    && rows.get(r + 1).tail.size() >= row.tail.size();
            kept.add(
                    more && row.isNumbering()
                            ? new PrintedRow(
                                    row.table,
                                    row.row,
                                    row.exact,
                                    row.cells,
                                    row.readings,
                                    row.labels,
                                    List.of(),
                                    false,
                                    false,
                                    row.torn)
                            : row);
        }
        return kept;
    }

    /** Whether it was read from a picture. */
    boolean isRecognised() {
        return cells.stream().anyMatch(c -> !c.alternatives().isEmpty());
    }

    boolean isBlank() {
        return cells.stream().allMatch(c -> c.text().isBlank());
    }

    /** Where its first cell stands. */
    Place place() {
        return cells.isEmpty() ? Place.UNKNOWN : cells.get(0).place();
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
