package gouji.dataset;

import gouji.document.Box;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A table as printed, read back of reports/REPORT_ID.json.
 *
 * @param rows of its grid
 * @param columns of its grid
 */
public record SavedTable(int rows, int columns, List<Cell> cells) {
    public SavedTable {
        cells = List.copyOf(cells);
    }

    /**
     * A cell of it.
     *
     * @param row first row it covers, from 0
     * @param column first column it covers, from 0
     * @param page from 1; empty where the source has no pages
     * @param box on the page, in points; empty where the source has no pages
     * @param place path where it has none
     */
    public record Cell(
            int row,
            int column,
            int rowSpan,
            int columnSpan,
            String text,
            Optional<Integer> page,
            Optional<Box> box,
            String place) {
        public Cell {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(page, "page");
            Objects.requireNonNull(box, "box");
            Objects.requireNonNull(place, "place");
        }
    }

    /**
     * The tables of a report's document.
     *
     * @throws IllegalArgumentException when it is none
     */
    static List<SavedTable> of(Map<?, ?> report) {
        List<SavedTable> tables = new ArrayList<>();
        try {
            for (Object table : (List<?>) report.get("tables")) {
                Map<?, ?> t = (Map<?, ?>) table;
                List<Cell> cells = new ArrayList<>();
                for (Object cell : (List<?>) t.get("cells")) {
                    cells.add(cell((Map<?, ?>) cell));
                }
                tables.add(new SavedTable(number(t, "rows", 0), number(t, "columns", 0), cells));
            }
        } catch (ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException("no document of a report: " + e.getMessage(), e);
        }
        return tables;
    }

    private static Cell cell(Map<?, ?> c) {
        return new Cell(
                number(c, "row", 1) - 1,
                number(c, "column", 1) - 1,
                number(c, "row_span", 1),
                number(c, "column_span", 1),
                (String) c.get("text"),
                c.get("page") instanceof Number page ? Optional.of(page.intValue()) : Optional.empty(),
                c.get("box") instanceof List<?> box ? Optional.of(box(box)) : Optional.empty(),
                c.get("place") instanceof String place ? place : "");
    }

    private static Box box(List<?> c) {
        return new Box(edge(c, 0), edge(c, 1), edge(c, 2), edge(c, 3));
    }

    private static double edge(List<?> box, int index) {
        return new BigDecimal(box.get(index).toString()).doubleValue();
    }

    private static int number(Map<?, ?> map, String key, int missing) {
        return map.get(key) instanceof Number n ? n.intValue() : missing;
    }
}
