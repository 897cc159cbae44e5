package gouji.review;

import gouji.document.Alternative;
import gouji.document.Box;
import gouji.document.Place;
import gouji.report.Metadata;
import gouji.report.Observation;
import gouji.report.Report;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the page needs of reports/REPORT_ID.json; names are those of the file.
 *
 * @param observations every value
 * @param checks every check, as the last import found it
 * @param findings what was noticed
 */
record SavedCells(
        String profile,
        String template,
        String language,
        List<Cell> observations,
        List<Map<String, Object>> checks,
        List<Map<String, Object>> findings) {
    /** One value. */
    record Cell(
            String template,
            String table,
            String row,
            String column,
            Optional<BigDecimal> value,
            String unit,
            String raw,
            String state,
            BigDecimal confidence,
            Integer page,
            List<BigDecimal> box,
            String place,
            List<Reading> alternatives) {
        Observation observation() {
            return new Observation(
                    template,
                    table,
                    row,
                    column,
                    value,
                    unit,
                    raw,
                    State.valueOf(state.toUpperCase(Locale.ROOT)),
                    confidence.doubleValue(),
                    where(),
                    alternatives == null
                            ? List.of()
                            : alternatives.stream().map(Reading::alternative).toList());
        }

        private Place where() {
            if (page == null || box == null || box.size() != 4) {
                return Place.at(place == null ? "" : place);
            }
            return Place.onPage(
                    page,
                    new Box(
                            box.get(0).doubleValue(),
                            box.get(1).doubleValue(),
                            box.get(2).doubleValue(),
                            box.get(3).doubleValue()));
        }
    }

    /** One way to read a cell. */
    record Reading(String text, BigDecimal score) {
        Alternative alternative() {
            return new Alternative(text, score.doubleValue());
        }
    }

    /** The values as a report that can be checked. */
    Report report(List<Observation> values) {
        return new Report(
                profile,
                template,
                new Metadata("", "", Optional.empty(), ""),
                List.of(),
                List.of(),
                values,
                List.of(),
                List.of(),
                0,
                language);
    }
}
