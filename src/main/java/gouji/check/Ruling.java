package gouji.check;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person who looked at the page says of one cell.
 *
 * @param code {@code table.row.column}
 * @param before the value that was read when the person looked; empty for none
 * @param after the value on the page; empty when the cell is blank
 * @param reportIsWrong whether the person says that the page itself prints a wrong figure
 */
public record Ruling(String code, Optional<BigDecimal> before, Optional<BigDecimal> after, boolean reportIsWrong) {
    public Ruling {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** Whether what is read now is neither what the person saw nor what the person said. */
    boolean conflictsWith(Optional<BigDecimal> now) {
        return !same(now, before) && !same(now, after);
    }

    private static boolean same(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.isPresent() == b.isPresent() && (a.isEmpty() || a.get().compareTo(b.orElseThrow()) == 0);
    }
}
