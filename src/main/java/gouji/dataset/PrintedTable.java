package gouji.dataset;

import gouji.table.Cell;
import gouji.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A table as printed, as rows of equal length: a cell's text stands where it begins, the rest of its span is empty. */
final class PrintedTable {
    private PrintedTable() {}

    static List<String> header(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(n -> "c" + n).toList();
    }

    /** Columns of the table, at least one. */
    static int columns(Table table) {
        return Math.max(
                1,
                Math.max(
                        table.columns(),
                        table.cells().stream()
                                .mapToInt(c -> c.column() + 1)
                                .max()
                                .orElse(0)));
    }

    static List<List<Value>> rows(Table table) {
        int columns = columns(table);
        List<Value[]> rows = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            Value[] row = new Value[columns];
            Arrays.fill(row, Value.NONE);
            rows.add(row);
        }
        for (Cell c : table.cells()) {
            rows.get(c.row())[c.column()] = Value.of(c.text());
        }
        return rows.stream().map(Arrays::asList).toList();
    }
}
