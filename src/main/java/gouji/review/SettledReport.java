package gouji.review;

import gouji.check.Arithmetic;
import gouji.check.CheckResult;
import gouji.check.CheckedReport;
import gouji.check.Checker;
import gouji.dataset.Correction;
import gouji.dataset.SavedReport;
import gouji.profile.Profile;
import gouji.report.Observation;
import gouji.report.Report;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report as it stands with the decisions of this moment.
 *
 * @param observations every value with its state
 * @param arithmetic every identity within the report
 * @param others checks with other reports or prose, {@code PROSE} against the values of this moment
 */
record SettledReport(List<Observation> observations, List<Arithmetic> arithmetic, List<Map<String, Object>> others) {
    /**
     * @param saved the report as the last import wrote it
     * @param log all decisions on it, oldest first
     * @param inForce those in force, by code
     */
    static SettledReport of(SavedReport saved, Profile profile, List<Correction> log, Map<String, Correction> inForce) {
        Map<String, Correction> touched = new HashMap<>();
        log.forEach(c -> touched.put(c.code(), c));
        List<Observation> read = saved.observations().stream()
                .map(SavedReport.Cell::observation)
                .map(o -> touched.containsKey(o.code()) ? asRead(o, touched.get(o.code())) : o)
                .toList();
        Checker checker = new Checker(profile);
        CheckedReport checked = touched.isEmpty()
                ? new CheckedReport(saved.report(read), List.of())
                : checker.rule(
                        new CheckedReport(saved.report(read), List.of()),
                        inForce.values().stream().map(Correction::ruling).toList());
        Report report = checked.report();
        return new SettledReport(report.observations(), checker.arithmetic(report), others(saved, report));
    }

    /** Before any decision: what the dataset holds may have a decision in it that was taken back. */
    private static Observation asRead(Observation o, Correction last) {
        boolean decided = o.state() == State.CORRECTED || o.state() == State.CONTRADICTED;
        State state = last.before().isPresent() ? State.READ : State.BLANK;
        return decided || !o.value().equals(last.before()) ? o.ruled(last.before(), state) : o;
    }

    private static List<Map<String, Object>> others(SavedReport saved, Report report) {
        Map<String, Optional<BigDecimal>> values = new HashMap<>();
        report.observations().forEach(o -> values.put(o.code(), o.value()));
        List<Map<String, Object>> others = new ArrayList<>();
        for (Map<String, Object> check : saved.checks()) {
            String id = String.valueOf(check.get("check"));
            if (id.equals("PROSE")) {
                others.add(prose(check, values));
            } else if (id.startsWith("PROSE-") || id.startsWith("Y-") || id.startsWith("U-")) {
                others.add(check);
            }
        }
        return others;
    }

    private static Map<String, Object> prose(Map<String, Object> check, Map<String, Optional<BigDecimal>> values) {
        String code = check.get("table") + "." + check.get("row") + "." + check.get("column");
        Optional<BigDecimal> now = values.getOrDefault(code, Optional.empty());
        if (now.isEmpty() || check.get("left") == null) {
            return check;
        }
        BigDecimal said = new BigDecimal(String.valueOf(check.get("left")));
        Map<String, Object> again = new HashMap<>(check);
        again.put("right", now.get());
        again.put("difference", said.subtract(now.get()));
        boolean holds = said.compareTo(now.get()) == 0;
        again.put("result", (holds ? CheckResult.Result.HOLD : CheckResult.Result.FAIL).word());
        return again;
    }

    /** Ids and places of what fails now. */
    List<String> failing() {
        List<String> failing = new ArrayList<>();
        for (Arithmetic a : arithmetic) {
            if (a.result().result() == CheckResult.Result.FAIL) {
                CheckResult c = a.result();
                failing.add(String.join(" ", c.check(), c.table(), c.row(), c.column()));
            }
        }
        for (Map<String, Object> c : others) {
            if ("fail".equals(c.get("result"))) {
                failing.add(c.get("check") + " " + c.get("table") + " " + c.get("row") + " " + c.get("column"));
            }
        }
        return failing;
    }
}
