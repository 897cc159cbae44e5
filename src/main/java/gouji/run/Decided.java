package gouji.run;

import gouji.dataset.Settlement;
import gouji.dataset.Settlements;
import gouji.document.Finding;
import gouji.document.Place;
import gouji.panel.Choice;
import gouji.panel.Filer;
import gouji.panel.Filing;
import gouji.panel.Filings;
import gouji.report.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What persons decided on bodies and editions: puts it into the filings of a run, and tells where it does not fit. */
final class Decided {
    private final Settlements settlements;
    private final Filer filer;
    private final Map<String, Finding> bodies = new HashMap<>();

    Decided(Settlements settlements, Filer filer) {
        this.settlements = settlements;
        this.filer = filer;
    }

    /** The filing of a report, of the body a person said where one did. */
    Filing file(String reportId, String input, Report report) {
        Optional<Settlement> said = settlements.inForce(Settlement.Kind.BODY, reportId);
        Filing read = filer.file(reportId, input, report);
        if (said.isEmpty()) {
            return read;
        }
        Filing settled =
                filer.file(reportId, input, report, Optional.of(said.get().after()));
        boolean known = settled.issuer().isByPerson();
        if (!known) {
            bodies.put(
                    reportId, unplaced("a person said " + said.get().after() + ", which the registry does not have"));
        } else if (!read.body().equals(said.get().before()) && !read.body().equals(settled.body())) {
            bodies.put(
                    reportId,
                    conflict("a person said " + said.get().after() + " where '"
                            + said.get().before() + "' had been found; now '" + read.body()
                            + "' is found. The person's word stands"));
        }
        return settled;
    }

    /** Choices among editions, by {@link Filing#question}. */
    Map<String, Choice> choices() {
        Map<String, Choice> choices = new HashMap<>();
        settlements
                .inForce(Settlement.Kind.EDITION)
                .forEach(s -> choices.put(
                        s.subject(),
                        new Choice(s.after(), Set.copyOf(List.of(s.before().split(" "))))));
        return choices;
    }

    /** What does not fit of the decisions on a report. */
    List<Finding> findings(String reportId, Filings filings) {
        List<Finding> findings = new ArrayList<>();
        Optional.ofNullable(bodies.get(reportId)).ifPresent(findings::add);
        filings.unheeded(reportId).map(Decided::conflict).ifPresent(findings::add);
        return findings;
    }

    private static Finding conflict(String what) {
        return Finding.warning("SETTLEMENT_CONFLICT", sentence(what), Place.UNKNOWN);
    }

    private static Finding unplaced(String what) {
        return Finding.warning("SETTLEMENT_UNPLACED", sentence(what), Place.UNKNOWN);
    }

    private static String sentence(String what) {
        return "settlements.csv: " + what + ".";
    }
}
