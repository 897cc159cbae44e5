package gouji.check;

import gouji.report.Report;
import java.util.List;

/**
 * A report whose identities have been evaluated.
 *
 * @param report the report, its observations in their settled states
 * @param checks every identity at every place, in profile order
 */
public record CheckedReport(Report report, List<CheckResult> checks) {
    public CheckedReport {
        checks = List.copyOf(checks);
    }

    public long failed() {
        return checks.stream().filter(c -> c.result() == CheckResult.Result.FAIL).count();
    }
}
