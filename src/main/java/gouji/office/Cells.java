package gouji.office;

import gouji.dataset.DatasetFolder;
import gouji.dataset.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** The cells of some reports. */
final class Cells {
    /** A cell's place in the tables: what two reports are compared by. */
    record Code(String table, String row, String column, String unit) implements Comparable<Code> {
        private static final Comparator<Code> ORDER = Comparator.comparing(Code::table)
                .thenComparing(Code::row)
                .thenComparing(Code::column)
                .thenComparing(Code::unit);

        @Override
        public int compareTo(Code other) {
            return ORDER.compare(this, other);
        }
    }

    /** What a report has there. */
    record Cell(Optional<BigDecimal> value, String state) {
        boolean sure() {
            return value.isPresent() && !state.equals("suspect");
        }
    }

    private final Map<String, Map<Code, Cell>> byReport = new HashMap<>();

    private Cells() {}

    static Cells of(DatasetFolder dataset, Set<String> reports) throws IOException {
        return of(dataset, reports, c -> true);
    }

    /** Only the cells that are asked for. */
    static Cells of(DatasetFolder dataset, Set<String> reports, Predicate<Code> wanted) throws IOException {
        Cells cells = new Cells();
        Optional<Schema> schema = dataset.find("observations");
        if (schema.isEmpty()) {
            return cells;
        }
        var header = schema.get().header();
        int report = header.indexOf("report_id");
        int table = header.indexOf("table");
        int row = header.indexOf("row");
        int column = header.indexOf("column");
        int unit = header.indexOf("unit");
        int value = header.indexOf("value");
        int state = header.indexOf("state");
        Map<Code, Code> same = new HashMap<>();
        dataset.read(schema.get(), c -> {
            if (reports.contains(c.get(report)) && !c.get(row).startsWith("local.")) {
                Code code = same.computeIfAbsent(
                        new Code(c.get(table), c.get(row), c.get(column), c.get(unit)), Function.identity());
                if (wanted.test(code)) {
                    Cell cell = new Cell(
                            c.get(value).isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(c.get(value))),
                            c.get(state).intern());
                    cells.byReport
                            .computeIfAbsent(c.get(report), k -> new TreeMap<>())
                            .put(code, cell);
                }
            }
        });
        return cells;
    }

    Map<Code, Cell> of(String report) {
        return byReport.getOrDefault(report, Map.of());
    }
}
