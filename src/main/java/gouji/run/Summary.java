package gouji.run;

import java.util.List;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param inputs all entries of the ledger
 * @param status number of inputs by status
 * @param rejected number of rejected inputs by reason
 * @param quarantined number of quarantined inputs by reason
 * @param cells number of observations by state
 * @param incomplete reports in which a cell of the template was not found
 * @param checksFailed accounting identities that fail
 * @param culprits the first of them
 */
public record Summary(
        long inputs,
        Map<String, Long> status,
        Map<String, Long> rejected,
        Map<String, Long> quarantined,
        Map<String, Long> cells,
        long incomplete,
        long checksFailed,
        List<Culprit> culprits) {

    /**
     * One identity that fails.
     *
     * @param input the report's file
     * @param check id of the identity
     * @param table table code
     * @param row row code, may be empty
     * @param column column code, may be empty
     * @param left value of the left side
     * @param right value of the right side
     */
    public record Culprit(
            String input, String check, String table, String row, String column, String left, String right) {}

    public long of(String statusWord) {
        return status.getOrDefault(statusWord, 0L);
    }
}
