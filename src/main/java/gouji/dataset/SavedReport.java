package gouji.dataset;

import gouji.document.Alternative;
import gouji.document.Box;
import gouji.document.Place;
import gouji.report.Metadata;
import gouji.report.Observation;
import gouji.report.Report;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is read back of reports/REPORT_ID.json; names are those of the file.
 *
 * @param sections text under its headings
 * @param observations every value
 * @param checks every check, as the last import found it
 * @param findings what was noticed
 */
public record SavedReport(
        String profile,
        String template,
        String language,
        List<Section> sections,
        List<Cell> observations,
        List<Map<String, Object>> checks,
        List<Map<String, Object>> findings) {
    /** A section's text. */
    public record Section(String code, List<String> paragraphs) {}

    /** One value; {@code alternatives} is missing where there are none. */
    public record Cell(
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
        public Observation observation() {
            List<Reading> readings = alternatives == null ? List.of() : alternatives;
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
                    readings.stream().map(Reading::alternative).toList());
        }

        private Place where() {
            if (page == null || box == null || box.size() != 4) {
                return Place.at(place == null ? "" : place);
            }
            double[] c = box.stream().mapToDouble(BigDecimal::doubleValue).toArray();
            return Place.onPage(page, new Box(c[0], c[1], c[2], c[3]));
        }
    }

    /** One way to read a cell. */
    public record Reading(String text, BigDecimal score) {
        Alternative alternative() {
            return new Alternative(text, score.doubleValue());
        }
    }

    /** The values as a report that can be checked. */
    public Report report(List<Observation> values) {
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

    /** Text of each headed section. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        sections.stream()
                .filter(s -> !s.code().isEmpty())
                .forEach(s -> texts.merge(s.code(), String.join("\n", s.paragraphs()), (a, b) -> a + "\n" + b));
        return texts;
    }
}
