package gouji.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The proof of a repair: why figures that were misread could only be these.
 *
 * @param table table id
 * @param identities ids and places of the identities that were broken and now hold ({@code T3-ROW requests.carried_in})
 * @param changes what was changed
 * @param cost how unlikely the changes are by what recognition saw (sum of negative log odds)
 * @param runnerUp the same of the next best explanation: the cheapest without one of the changes, be it other misreadings
 *     or a page that does not add up
 */
public record Repair(String table, List<String> identities, List<Change> changes, double cost, double runnerUp) {
    public Repair {
        identities = List.copyOf(identities);
        changes = List.copyOf(changes);
    }

    /**
     * One figure changed.
     *
     * @param cell {@code table.row.column}
     * @param raw what was read first
     * @param before its value; empty where none could be read
     * @param after its value now
     */
    public record Change(String cell, String raw, Optional<BigDecimal> before, BigDecimal after) {}
}
