package gouji.review;

import gouji.check.Arithmetic;
import gouji.dataset.Correction;
import gouji.dataset.SavedReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What decisions have made of a report.
 *
 * @param log the decisions it was made with
 * @param failing ids and places of the checks that fail now
 * @param blamed those a person says the report itself is to blame for
 * @param conflicts decisions at odds with each other or with the reading, and whether each is settled
 */
record Standing(List<Correction> log, Set<String> failing, Set<String> blamed, Map<Item, Boolean> conflicts) {
    static Standing of(
            String id,
            String input,
            SavedReport saved,
            SettledReport settled,
            List<Correction> log,
            Map<String, Correction> inForce) {
        Set<String> blamed = new HashSet<>();
        for (Arithmetic a : settled.arithmetic()) {
            boolean wrong = ReportPage.codes(a).stream()
                    .map(inForce::get)
                    .anyMatch(c -> c != null && c.decision() == Correction.Decision.REPORT_WRONG);
            if (wrong) {
                blamed.add(ReportPage.at(a.result()));
            }
        }
        Map<Item, Boolean> conflicts = new HashMap<>();
        for (String code : log.stream().map(Correction::code).distinct().toList()) {
            List<Correction> ofCell =
                    log.stream().filter(c -> c.code().equals(code)).toList();
            Conflicts.withReading(saved, code)
                    .ifPresent(c ->
                            conflicts.put(new Item(Item.CONFLICT, id, code, input, c.text()), c.isSettledBy(ofCell)));
            between(ofCell).ifPresent(t -> conflicts.put(new Item(Item.CONFLICT, id, code, input, t), false));
        }
        return new Standing(log, Set.copyOf(settled.failing()), blamed, conflicts);
    }

    /** Where the last two decisions in force are of two persons and give two figures. */
    private static Optional<String> between(List<Correction> ofCell) {
        List<Correction> standing = new ArrayList<>();
        for (Correction c : ofCell) {
            if (c.decision() != Correction.Decision.UNDO) {
                standing.add(c);
            } else if (!standing.isEmpty()) {
                standing.remove(standing.size() - 1);
            }
        }
        if (standing.size() < 2) {
            return Optional.empty();
        }
        Correction first = standing.get(standing.size() - 2);
        Correction last = standing.get(standing.size() - 1);
        return first.who().equals(last.who()) || Conflicts.same(first.after(), last.after())
                ? Optional.empty()
                : Optional.of(said(first) + " ≠ " + said(last));
    }

    private static String said(Correction c) {
        return c.who() + " " + Conflicts.text(c.after());
    }
}
