package gouji.profile;

import java.util.List;
import java.util.Objects;

/**
 * A linear relation that must hold among the cells of one table.
 *
 * <p>With {@code scope COLUMN} the terms name rows and the relation is tested once for each column; with {@code ROW}
 * they name columns and it is tested once for each row. {@code over} narrows the columns or rows tested. With {@code
 * within} it names groups of the terms' own axis instead ({@code review}, {@code litigation.direct}): the relation is
 * tested once more for each group, with the group's code and a dot put before every term and before {@code at}.
 *
 * @param id {@code T3-FLOW}
 * @param table table id
 * @param scope what the relation is repeated over
 * @param over codes it is restricted to (columns for COLUMN, rows for ROW); empty for all
 * @param within true where {@code over} names groups of terms, to each of which terms and {@code at} are relative
 * @param relation equality or inequality
 * @param left sum of terms
 * @param right sum of terms
 * @param at code (row code for COLUMN, column code for ROW; relative with {@code within}) the result is shown at; empty for the table as a whole
 * @param slack how far the sides may be apart, or on the wrong side of each other, without failing
 * @param levels ranks of bodies it is asked of ({@code county}); empty for all
 * @param severity what a failure means
 * @param explanation one sentence for a reader, in English
 */
public record Identity(
        String id,
        String table,
        Scope scope,
        List<String> over,
        boolean within,
        Relation relation,
        List<Term> left,
        List<Term> right,
        String at,
        int slack,
        List<String> levels,
        Severity severity,
        String explanation) {

    /** What an identity is repeated over. */
    public enum Scope {
        COLUMN,
        ROW
    }

    /** How left and right relate. */
    public enum Relation {
        EQ,
        GE,
        LE
    }

    /** What a failure means. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    /**
     * A weighted cell of a sum.
     *
     * @param weight 1 or -1, or another whole number
     * @param code row or column code, already expanded from any wildcard
     * @param lastYear whether the cell is that of the same body's report for the year before
     */
    public record Term(int weight, String code, boolean lastYear) {
        public Term {
            Objects.requireNonNull(code, "code");
        }

        /** A cell of the report itself. */
        public Term(int weight, String code) {
            this(weight, code, false);
        }
    }

    public Identity {
        over = List.copyOf(over);
        left = List.copyOf(left);
        right = List.copyOf(right);
        levels = List.copyOf(levels);
    }

    /** Whether the tables of the report alone settle it. */
    public boolean isWithinReport() {
        return levels.isEmpty() && !acrossYears();
    }

    /** Whether it needs the report for the year before. */
    public boolean acrossYears() {
        return left.stream().anyMatch(Term::lastYear) || right.stream().anyMatch(Term::lastYear);
    }
}
