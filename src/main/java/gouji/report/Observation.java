package gouji.report;

import gouji.document.Alternative;
import gouji.document.Place;
import java.math.BigDecimal;
import java.util.List;
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
 * @param alternatives how the cell may read, best first, where it was recognised; empty in a born-digital source
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
        Place place,
        List<Alternative> alternatives) {
    public Observation {
        alternatives = List.copyOf(alternatives);
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(place, "place");
    }

    /** An observation of a born-digital source. */
    public Observation(
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
        this(template, table, row, column, value, unit, raw, state, confidence, place, List.of());
    }

    /** Whether it was recognised in a picture: only then can the reading itself be wrong. */
    public boolean isRecognised() {
        return !alternatives.isEmpty();
    }

    /** {@code table.row.column}. */
    public String code() {
        return table + "." + row + "." + column;
    }

    public Observation withState(State newState, double newConfidence) {
        return new Observation(
                template, table, row, column, value, unit, raw, newState, newConfidence, place, alternatives);
    }

    /** What a person says it is; {@code raw} keeps what was read. */
    public Observation ruled(Optional<BigDecimal> newValue, State newState) {
        return new Observation(template, table, row, column, newValue, unit, raw, newState, 1, place, alternatives);
    }

    /** What it really reads; {@code raw} keeps what was read first. */
    public Observation repaired(BigDecimal newValue, double newConfidence) {
        return new Observation(
                template,
                table,
                row,
                column,
                Optional.of(newValue),
                unit,
                raw,
                State.REPAIRED,
                newConfidence,
                place,
                alternatives);
    }
}
