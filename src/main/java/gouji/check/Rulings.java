package gouji.check;

import gouji.document.Finding;
import gouji.document.Place;
import gouji.report.Observation;
import gouji.report.Report;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts rulings into a report. A ruling holds also where the reading has changed since: the report's id is the digest of its
 * bytes, so the page is the one the person saw. The change is told as a finding.
 */
final class Rulings {
    private final Map<String, Ruling> byCode = new LinkedHashMap<>();

    Rulings(Collection<Ruling> rulings) {
        rulings.forEach(r -> byCode.put(r.code(), r));
    }

    /** The ruled values in place, and every state that identities settle open again. */
    Report applied(Report read) {
        List<Finding> findings = new ArrayList<>(read.findings());
        List<Observation> observations = new ArrayList<>();
        Map<String, Ruling> unplaced = new LinkedHashMap<>(byCode);
        for (Observation o : read.observations()) {
            Ruling ruling = unplaced.remove(o.code());
            if (ruling == null) {
                observations.add(reopened(o));
            } else {
                if (ruling.conflictsWith(o.value())) {
                    findings.add(conflict(ruling, o));
                }
                observations.add(o.ruled(ruling.after(), ruling.reportIsWrong() ? State.READ : State.CORRECTED));
            }
        }
        unplaced.keySet().forEach(code -> findings.add(unplaced(code)));
        return withFindings(Checker.withObservations(read, observations), findings);
    }

    private static Observation reopened(Observation o) {
        boolean settled = o.state() == State.CONFIRMED || o.state() == State.CONTRADICTED;
        return settled ? o.withState(State.READ, o.confidence()) : o;
    }

    /**
     * The states after the identities were evaluated: a figure said to be wrong in the report is contradicted where an
     * identity fails with it, and else settled as any other.
     */
    Report settled(CheckedReport again) {
        List<Observation> settled =
                again.report().observations().stream().map(this::settled).toList();
        return Checker.withObservations(again.report(), settled);
    }

    private Observation settled(Observation o) {
        if (byCode.containsKey(o.code())) {
            return o.state() == State.CONTRADICTED ? o : o.withState(State.CORRECTED, 1);
        }
        return o;
    }

    private static Finding conflict(Ruling ruling, Observation o) {
        return Finding.warning(
                "CORRECTION_CONFLICT",
                "The cell " + ruling.code() + " was read as " + text(ruling.before()) + " when a person settled it as "
                        + text(ruling.after()) + ", and is read as " + text(o.value())
                        + " now; the person's figure stands, look at it again.",
                o.place());
    }

    private static Finding unplaced(String code) {
        return Finding.warning(
                "CORRECTION_UNPLACED",
                "A person settled the cell " + code + ", but the report has no such cell now; see corrections.csv.",
                Place.UNKNOWN);
    }

    private static String text(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("blank");
    }

    private static Report withFindings(Report r, List<Finding> findings) {
        return new Report(
                r.profile(),
                r.template(),
                r.metadata(),
                r.sections(),
                r.tables(),
                r.observations(),
                r.figures(),
                findings,
                r.pages(),
                r.language());
    }
}
