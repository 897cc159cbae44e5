package gouji.office;

import gouji.document.Box;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A cell of one report with its place.
 *
 * @param template the template its table was read by
 * @param raw as printed
 * @param page from 1; empty where the source has no pages
 * @param place path where it has none
 */
record ReportCell(
        String template,
        Optional<BigDecimal> value,
        String raw,
        Optional<Integer> page,
        Optional<Box> box,
        String place) {

    static ReportCell of(Map<String, String> row) {
        return new ReportCell(
                row.get("template"),
                row.get("value").isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(row.get("value"))),
                row.get("raw"),
                row.get("page").isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(row.get("page"))),
                box(row),
                row.getOrDefault("place", ""));
    }

    private static Optional<Box> box(Map<String, String> row) {
        if (row.get("x0").isEmpty() || row.get("page").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Box(number(row, "x0"), number(row, "y0"), number(row, "x1"), number(row, "y1")));
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    /** 第2页, or the path. */
    String where() {
        return page.map(p -> "第" + p + "页").orElse(place);
    }
}
