package gouji.report;

import gouji.document.Place;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * One value of one report.
 *
 * @param template template its table was read by
 * @param table table id
 * @param row full row code
 * @param column full column code
 * @param value the figure in {@code unit}; empty for blank and absent cells: blank is never 0
 * @param unit the template's unit, or the printed one where the template states none; may be empty
 * @param raw the cell's text exactly as printed
 * @param state what is known of it
 * @param confidence 0 to 1: probability that {@code value} is what the page says
 * @param place the cell's frame
 */
public record Observation(
        String template,
        String table,
        String row,
        String column,
        Optional<BigDecimal> value,
        String unit,
        String raw,
        State state,
        double confidence,
        Place place) {
    public Observation {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(place, "place");
    }

    /** {@code table.row.column}. */
    public String code() {
        return table + "." + row + "." + column;
    }

    public Observation withState(State newState, double newConfidence) {
        return new Observation(template, table, row, column, value, unit, raw, newState, newConfidence, place);
    }
}
