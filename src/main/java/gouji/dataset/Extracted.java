package gouji.dataset;

import gouji.check.CheckedReport;
import java.util.Objects;

/**
 * One report, taken out of one input.
 *
 * @param format {@code pdf}, {@code text}, … as in the contract's reports.csv
 * @param checked the report with its checks
 */
public record Extracted(String format, CheckedReport checked) {
    public Extracted {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(checked, "checked");
    }
}
