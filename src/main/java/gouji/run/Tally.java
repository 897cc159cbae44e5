package gouji.run;

import gouji.check.CheckResult;
import gouji.check.CheckedReport;
import gouji.dataset.LedgerRow;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts what goes into the files, for the summary. */
final class Tally {
    private static final int CULPRITS = 3;

    private long inputs;
    private final Map<String, Long> status = new TreeMap<>();
    private final Map<String, Long> rejected = new TreeMap<>();
    private final Map<String, Long> quarantined = new TreeMap<>();
    private final Map<String, Long> cells = new TreeMap<>();
    private final List<Summary.Culprit> culprits = new ArrayList<>();
    private long incomplete;
    private long failed;

    void count(String input, CheckedReport checked) {
        checked.report().observations().forEach(o -> cells.merge(o.state().word(), 1L, Long::sum));
        boolean whole = checked.report().observations().stream().noneMatch(o -> o.state() == State.ABSENT);
        incomplete += whole ? 0 : 1;
        for (CheckResult c : checked.checks()) {
            if (c.result() == CheckResult.Result.FAIL) {
                failed++;
                if (culprits.size() < CULPRITS) {
                    culprits.add(new Summary.Culprit(
                            input, c.check(), c.table(), c.row(), c.column(), plain(c.left()), plain(c.right())));
                }
            }
        }
    }

    void count(LedgerRow row) {
        inputs++;
        status.merge(row.status().word(), 1L, Long::sum);
        if (row.status() == LedgerRow.Status.REJECTED) {
            rejected.merge(row.reason(), 1L, Long::sum);
        } else if (row.status() == LedgerRow.Status.QUARANTINED) {
            quarantined.merge(row.reason(), 1L, Long::sum);
        }
    }

    Summary summary() {
        return new Summary(inputs, status, rejected, quarantined, cells, incomplete, failed, List.copyOf(culprits));
    }

    private static String plain(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("");
    }
}
