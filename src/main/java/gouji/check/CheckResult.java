package gouji.check;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * One identity evaluated at one place of one report.
 *
 * @param check id of the identity ({@code T3-FLOW}, {@code PROSE})
 * @param table table id
 * @param row row code, or empty
 * @param column column code, or empty
 * @param left value of the left side; empty when not assessable
 * @param right value of the right side; empty when not assessable
 * @param difference left minus right; empty when not assessable
 * @param result what came of it
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param note what it was held against, where that is another report; else empty
 */
public record CheckResult(
        String check,
        String table,
        String row,
        String column,
        Optional<BigDecimal> left,
        Optional<BigDecimal> right,
        Optional<BigDecimal> difference,
        Result result,
        String severity,
        String note) {
    /** A check within one report. */
    public CheckResult(
            String check,
            String table,
            String row,
            String column,
            Optional<BigDecimal> left,
            Optional<BigDecimal> right,
            Optional<BigDecimal> difference,
            Result result,
            String severity) {
        this(check, table, row, column, left, right, difference, result, severity, "");
    }

    /** The same with a note. */
    public CheckResult withNote(String newNote) {
        return new CheckResult(check, table, row, column, left, right, difference, result, severity, newNote);
    }

    /** Outcome of a check. */
    public enum Result {
        HOLD,
        HOLD_IF_BLANK_IS_ZERO,
        FAIL,
        NOT_ASSESSABLE,
        NOT_APPLICABLE;

        /** The word in the files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
