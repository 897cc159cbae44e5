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

    /** Identities that fail, hints included. */
    public long failed() {
        return checks.stream()
                .filter(c -> c.result() == CheckResult.Result.FAIL)
                .count();
    }

    /** Whether an identity that must hold fails; hints do not count. */
    public boolean contradictsItself() {
        return checks.stream()
                .anyMatch(c ->
                        c.result() == CheckResult.Result.FAIL && c.severity().equals("error"));
    }
}
