package gouji.check;

import java.math.BigDecimal;
import java.util.List;

/**
 * The proof of a repair: why figures that were misread could only be these.
 *
 * @param table table id
 * @param identities ids and places of the identities that were broken and now hold ({@code T3-ROW requests.carried_in})
 * @param changes what was changed
 * @param cost how unlikely the changes are by what recognition saw (sum of negative log odds)
 * @param runnerUp cost of the next best explanation, leaving the table broken included
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
     * @param before its value; 0 where none could be read
     * @param after its value now
     */
    public record Change(String cell, String raw, BigDecimal before, BigDecimal after) {}
}
