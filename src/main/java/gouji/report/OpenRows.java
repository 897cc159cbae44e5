package gouji.report;

import gouji.document.Finding;
import gouji.profile.Profile;
import gouji.profile.TableTemplate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of a table whose blank cells leave several placements of their figures. */
final class OpenRows {
    private final List<OpenRow> rows = new ArrayList<>();

    /**
     * A row left open.
     *
     * @param finding that says so
     * @param choices its observations in each placement
     */
    private record OpenRow(Finding finding, List<List<Observation>> choices) {}

    void add(Finding finding, List<List<Observation>> choices) {
        rows.add(new OpenRow(finding, choices));
    }

    /** Where exactly one placement of all of them lets the sums of the table hold, they are read so. */
    void settle(
            Profile profile,
            String template,
            TableTemplate table,
            List<Observation> observations,
            List<Finding> findings) {
        if (rows.isEmpty()) {
            return;
        }
        Map<String, Optional<BigDecimal>> fixed = cells(observations);
        List<List<Map<String, Optional<BigDecimal>>>> options = rows.stream()
                .map(r -> r.choices().stream().map(OpenRows::cells).toList())
                .toList();
        rows.forEach(r -> r.choices().get(0).forEach(o -> fixed.remove(cell(o))));
        Optional<List<Integer>> only =
                new Placements(profile.template(template).identities(), table).only(fixed, options);
        for (int i = 0; only.isPresent() && i < rows.size(); i++) {
            take(rows.get(i), rows.get(i).choices().get(only.get().get(i)), observations, findings);
        }
    }

    private static String cell(Observation o) {
        return o.row() + "." + o.column();
    }

    private static Map<String, Optional<BigDecimal>> cells(List<Observation> observations) {
        Map<String, Optional<BigDecimal>> cells = new HashMap<>();
        for (Observation o : observations) {
            if (o.value().isPresent() || o.state() == State.BLANK) {
                cells.put(cell(o), o.value());
            }
        }
        return cells;
    }

    private static void take(
            OpenRow open, List<Observation> choice, List<Observation> observations, List<Finding> findings) {
        Map<String, Observation> byCode = new HashMap<>();
        choice.forEach(o -> byCode.put(o.code(), o));
        observations.replaceAll(o -> byCode.getOrDefault(o.code(), o));
        findings.replaceAll(f -> f == open.finding()
                ? Finding.info(
                        "BLANKS_SETTLED",
                        "Row " + choice.get(0).row() + " of table "
                                + choice.get(0).table() + " has blank cells that could stand in several"
                                + " columns; the table adds up only as it was read.",
                        f.place())
                : f);
    }
}
