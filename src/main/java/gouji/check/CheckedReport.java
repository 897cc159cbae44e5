package gouji.check;

import gouji.document.Finding;
import gouji.report.Report;
import java.util.List;

/**
 * A report whose identities have been evaluated.
 *
 * @param report the report, its observations in their settled states
 * @param checks every identity at every place, in profile order
 * @param repairs the proofs of what was repaired in recognised tables
 */
public record CheckedReport(Report report, List<CheckResult> checks, List<Repair> repairs) {
    public CheckedReport {
        checks = List.copyOf(checks);
        repairs = List.copyOf(repairs);
    }

    /** A report in which nothing was repaired. */
    public CheckedReport(Report report, List<CheckResult> checks) {
        this(report, checks, List.of());
    }

    /** With checks that needed other reports as well. */
    public CheckedReport with(List<CheckResult> more) {
        List<CheckResult> all = new java.util.ArrayList<>(checks);
        all.addAll(more);
        return new CheckedReport(report, all, repairs);
    }

    /** With more findings. */
    public CheckedReport noting(List<Finding> more) {
        return more.isEmpty() ? this : new CheckedReport(report.noting(more), checks, repairs);
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
