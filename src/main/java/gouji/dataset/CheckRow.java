package gouji.dataset;

import gouji.check.CheckResult;
import gouji.source.CodePoints;
import java.util.Comparator;
import java.util.List;

/**
 * One accounting identity evaluated on one report, a row of checks.csv.
 *
 * @param reportId its report
 * @param check the identity and what came of it
 */
public record CheckRow(String reportId, CheckResult check) {
    /** By check, table, row, column. */
    static final Comparator<CheckRow> ORDER = Comparator.comparing(
                    (CheckRow r) -> r.check().check(), CodePoints.ORDER)
            .thenComparing(r -> r.check().table(), CodePoints.ORDER)
            .thenComparing(r -> r.check().row(), CodePoints.ORDER)
            .thenComparing(r -> r.check().column(), CodePoints.ORDER);

    List<Value> values() {
        return List.of(
                Value.of(reportId),
                Value.of(check.check()),
                Value.of(check.table()),
                Value.of(check.row()),
                Value.of(check.column()),
                Value.of(check.left()),
                Value.of(check.right()),
                Value.of(check.difference()),
                Value.of(check.result().word()),
                Value.of(check.severity()),
                Value.of(check.note()));
    }
}
