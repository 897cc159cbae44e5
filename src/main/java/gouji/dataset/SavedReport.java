package gouji.dataset;

import gouji.document.Place;
import gouji.report.Observation;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is read back of reports/REPORT_ID.json. */
record SavedReport(List<Section> sections, List<Cell> observations) {
    /** A section's text. */
    record Section(String code, List<String> paragraphs) {}

    /** A value. */
    record Cell(
            String template,
            String table,
            String row,
            String column,
            Optional<BigDecimal> value,
            String unit,
            String raw,
            String state) {
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
                    1,
                    Place.UNKNOWN);
        }
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
