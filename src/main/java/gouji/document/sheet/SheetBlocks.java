package gouji.document.sheet;

import gouji.document.Block;
import gouji.document.Grid;
import gouji.document.GridCell;
import gouji.document.Paragraph;
import gouji.document.Place;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Makes the tables and paragraphs of one sheet out of its shown cells: rows that touch are a table. */
final class SheetBlocks {
    /** Rows times columns of one table. */
    static final long MAX_AREA = 1_000_000;

    private final Visible visible;
    private final List<Block> blocks = new ArrayList<>();

    SheetBlocks(Visible visible) {
        this.visible = visible;
    }

    /** @param rows shown cells from left to right, by row; rows without any text are missing */
    List<Block> of(TreeMap<Integer, List<Shown>> rows) throws UnreadableException {
        List<Shown> block = new ArrayList<>();
        int lastRow = -2;
        for (List<Shown> row : rows.values()) {
            int first = visible.index(row.get(0).row());
            if (first > lastRow + 1) {
                close(block);
            }
            block.addAll(row);
            lastRow = Math.max(
                    lastRow,
                    row.stream().mapToInt(c -> visible.index(c.lastRow())).max().orElse(first));
        }
        close(block);
        return blocks;
    }

    /** Ends a block of rows that touch: its leading and trailing rows of one text are paragraphs, the rest is a table. */
    private void close(List<Shown> block) throws UnreadableException {
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
            grid(numbers.subList(from, to).stream()
                    .flatMap(n -> rows.get(n).stream())
                    .toList());
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

    private void grid(List<Shown> shown) throws UnreadableException {
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
                String text = c.text().replaceAll("(?<=[0-9])\\R(?=[0-9])", " ").replaceAll("\\R", "");
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
