package gouji.document.sheet;

import gouji.document.Block;
import gouji.document.Document;
import gouji.document.Finding;
import gouji.document.Grid;
import gouji.document.GridCell;
import gouji.document.Paragraph;
import gouji.document.Place;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/** Walks through the shown sheets of a workbook, in their order. */
final class WorkbookWalk {
    private static final int MAX_CELLS = SheetParts.MAX_CELLS;
    /** Rows times columns of one table. */
    private static final long MAX_AREA = 1_000_000;

    private final Workbook workbook;
    private final CellText texts = new CellText();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int cells;

    WorkbookWalk(Workbook workbook) {
        this.workbook = workbook;
    }

    /** A shown cell: its first row and column in the sheet, and the last ones it is merged over. */
    private record Shown(int row, int column, int lastRow, int lastColumn, String text, Place place) {}

    Document read(String format) throws UnreadableException {
        for (int s = 0; s < workbook.getNumberOfSheets(); s++) {
            Sheet sheet = workbook.getSheetAt(s);
            if (workbook.getSheetVisibility(s) != SheetVisibility.VISIBLE) {
                tell("HIDDEN_SHEET", "The sheet " + sheet.getSheetName() + " is hidden and was left out.", sheet);
            } else {
                read(sheet);
            }
        }
        if (!workbook.getAllPictures().isEmpty()) {
            findings.add(Finding.info(
                    "PICTURE_FOUND",
                    "The workbook holds " + workbook.getAllPictures().size()
                            + " pictures; what they show was not read.",
                    Place.UNKNOWN));
        }
        return new Document(format, List.of(), blocks, findings);
    }

    private void tell(String code, String message, Sheet sheet) {
        findings.add(Finding.warning(code, message, Place.at("sheet " + sheet.getSheetName())));
    }

    private void read(Sheet sheet) throws UnreadableException {
        Visible visible = visible(sheet);
        TreeMap<Integer, List<Shown>> rows = rows(sheet, visible);
        List<Shown> block = new ArrayList<>();
        int lastRow = -2;
        for (List<Shown> row : rows.values()) {
            int first = visible.index(row.get(0).row());
            if (first > lastRow + 1) {
                close(block, visible);
            }
            block.addAll(row);
            lastRow = Math.max(
                    lastRow,
                    row.stream().mapToInt(c -> visible.index(c.lastRow())).max().orElse(first));
        }
        close(block, visible);
    }

    /** Numbers of the shown rows and columns among the shown ones. */
    private static final class Visible {
        private final List<Integer> hiddenRows = new ArrayList<>();
        private final List<Integer> hiddenColumns = new ArrayList<>();

        int index(int row) {
            return row - before(hiddenRows, row);
        }

        int column(int column) {
            return column - before(hiddenColumns, column);
        }

        boolean hides(Cell cell) {
            return Collections.binarySearch(hiddenRows, cell.getRowIndex()) >= 0
                    || Collections.binarySearch(hiddenColumns, cell.getColumnIndex()) >= 0;
        }

        private static int before(List<Integer> hidden, int n) {
            int at = Collections.binarySearch(hidden, n);
            return at >= 0 ? at : -at - 1;
        }
    }

    private Visible visible(Sheet sheet) {
        Visible visible = new Visible();
        int columns = 0;
        for (Row row : sheet) {
            columns = Math.max(columns, row.getLastCellNum());
            if (row.getZeroHeight() || row.getHeight() == 0) {
                visible.hiddenRows.add(row.getRowNum());
            }
        }
        for (int c = 0; c < columns; c++) {
            if (sheet.isColumnHidden(c)) {
                visible.hiddenColumns.add(c);
            }
        }
        if (!visible.hiddenRows.isEmpty()) {
            tell("HIDDEN_ROWS", visible.hiddenRows.size() + " rows are hidden and were left out.", sheet);
        }
        if (!visible.hiddenColumns.isEmpty()) {
            tell("HIDDEN_COLUMNS", visible.hiddenColumns.size() + " columns are hidden and were left out.", sheet);
        }
        return visible;
    }

    /** Shown cells by row, from left to right; rows without any text are missing. */
    private TreeMap<Integer, List<Shown>> rows(Sheet sheet, Visible visible) throws UnreadableException {
        Map<Integer, List<CellRangeAddress>> merged = merged(sheet);
        TreeMap<Integer, List<Shown>> rows = new TreeMap<>();
        for (Row row : sheet) {
            List<Shown> shown = new ArrayList<>();
            for (Cell cell : row) {
                if (++cells > MAX_CELLS) {
                    throw new UnreadableException(Reason.LIMIT_CELLS);
                }
                CellRangeAddress range = merged.getOrDefault(row.getRowNum(), List.of()).stream()
                        .filter(r -> r.isInRange(cell))
                        .findFirst()
                        .orElse(null);
                boolean covered = range != null
                        && (range.getFirstRow() != row.getRowNum() || range.getFirstColumn() != cell.getColumnIndex());
                if (!covered && (!visible.hides(cell) || range != null)) {
                    shown.add(shown(sheet, cell, range));
                }
            }
            if (shown.stream().anyMatch(c -> !c.text().isBlank())) {
                rows.put(row.getRowNum(), shown);
            }
        }
        return rows;
    }

    /** Merged regions by the rows they cover. */
    private static Map<Integer, List<CellRangeAddress>> merged(Sheet sheet) throws UnreadableException {
        Map<Integer, List<CellRangeAddress>> merged = new HashMap<>();
        long covered = 0;
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            int last = Math.min(range.getLastRow(), sheet.getLastRowNum());
            for (int row = range.getFirstRow(); row <= last; row++) {
                if (++covered > MAX_AREA) {
                    throw new UnreadableException(Reason.LIMIT_CELLS);
                }
                merged.computeIfAbsent(row, r -> new ArrayList<>()).add(range);
            }
        }
        return merged;
    }

    private Shown shown(Sheet sheet, Cell cell, CellRangeAddress range) {
        int row = cell.getRowIndex();
        int column = cell.getColumnIndex();
        String address = new CellReference(row, column).formatAsString();
        Place place = Place.at("sheet " + sheet.getSheetName() + "!" + address);
        int lastRow = range == null ? row : range.getLastRow();
        int lastColumn = range == null ? column : range.getLastColumn();
        return new Shown(row, column, lastRow, lastColumn, texts.of(cell), place);
    }

    /** Ends a block of rows that touch: its leading and trailing rows of one text are paragraphs, the rest is a table. */
    private void close(List<Shown> block, Visible visible) throws UnreadableException {
        TreeMap<Integer, List<Shown>> rows = new TreeMap<>();
        for (Shown cell : block) {
            rows.computeIfAbsent(cell.row(), r -> new ArrayList<>()).add(cell);
        }
        block.clear();
        List<Integer> numbers = new ArrayList<>(rows.keySet());
        int from = 0;
        int to = numbers.size();
        while (from < to && isProse(rows.get(numbers.get(from)))) {
            prose(rows.get(numbers.get(from++)));
        }
        while (to > from && isProse(rows.get(numbers.get(to - 1))) && isSentence(rows.get(numbers.get(to - 1)))) {
            to--;
        }
        if (from < to) {
            grid(
                    numbers.subList(from, to).stream()
                            .flatMap(n -> rows.get(n).stream())
                            .toList(),
                    visible);
        }
        for (int n : numbers.subList(to, numbers.size())) {
            prose(rows.get(n));
        }
    }

    private static boolean isProse(List<Shown> row) {
        List<Shown> texts = row.stream().filter(c -> !c.text().isBlank()).toList();
        return texts.size() == 1 && texts.get(0).row() == texts.get(0).lastRow() && row.get(0) == texts.get(0);
    }

    /** A label whose figures are blank stands at the end of a table as a note does: a note is a sentence. */
    private static boolean isSentence(List<Shown> row) {
        return row.get(0).text().indexOf('。') >= 0 || row.get(0).text().startsWith("注");
    }

    private void prose(List<Shown> row) {
        for (String line : row.get(0).text().split("\\R")) {
            if (!line.isBlank()) {
                blocks.add(new Paragraph(line.strip(), row.get(0).place()));
            }
        }
    }

    private void grid(List<Shown> shown, Visible visible) throws UnreadableException {
        int top = visible.index(shown.stream().mapToInt(Shown::row).min().orElseThrow());
        int left = visible.column(shown.stream().mapToInt(Shown::column).min().orElseThrow());
        int bottom = visible.index(shown.stream().mapToInt(Shown::lastRow).max().orElseThrow());
        int right =
                visible.column(shown.stream().mapToInt(Shown::lastColumn).max().orElseThrow());
        if ((long) (bottom - top + 1) * (right - left + 1) > MAX_AREA) {
            throw new UnreadableException(Reason.LIMIT_CELLS);
        }
        List<GridCell> cells = new ArrayList<>();
        for (Shown c : shown) {
            int rowSpan = visible.index(c.lastRow() + 1) - visible.index(c.row());
            int columnSpan = visible.column(c.lastColumn() + 1) - visible.column(c.column());
            if (rowSpan > 0 && columnSpan > 0) {
                String text = c.text().replaceAll("\\R", "");
                int row = visible.index(c.row()) - top;
                cells.add(new GridCell(row, visible.column(c.column()) - left, rowSpan, columnSpan, text, c.place()));
            }
        }
        blocks.add(new Grid(filled(cells, bottom - top + 1, right - left + 1), true));
    }

    /** Cells nobody typed in are not stored: they are blank cells all the same. */
    private static List<GridCell> filled(List<GridCell> cells, int rows, int columns) {
        boolean[] taken = new boolean[rows * columns];
        Place[] rowPlaces = new Place[rows];
        for (GridCell c : cells) {
            for (int r = c.row(); r < c.row() + c.rowSpan(); r++) {
                rowPlaces[r] = rowPlaces[r] == null ? c.place() : rowPlaces[r];
                Arrays.fill(taken, r * columns + c.column(), r * columns + c.column() + c.columnSpan(), true);
            }
        }
        List<GridCell> filled = new ArrayList<>(cells);
        for (int i = 0; i < taken.length; i++) {
            Place beside = rowPlaces[i / columns];
            if (!taken[i] && beside != null) {
                filled.add(new GridCell(i / columns, i % columns, 1, 1, "", beside));
            }
        }
        filled.sort(Comparator.comparingInt(GridCell::row).thenComparingInt(GridCell::column));
        return filled;
    }
}
