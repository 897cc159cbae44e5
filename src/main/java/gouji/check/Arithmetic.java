package gouji.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An identity at a place, with its terms written out.
 *
 * @param result what came of it
 * @param left terms of the left side
 * @param right terms of the right side
 */
public record Arithmetic(CheckResult result, List<Term> left, List<Term> right) {
    public Arithmetic {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /**
     * A cell in a sum.
     *
     * @param weight what it counts for, mostly 1 or -1
     * @param cell {@code table.row.column}
     * @param value its figure; empty for none
     */
    public record Term(int weight, String cell, Optional<BigDecimal> value) {}
}
