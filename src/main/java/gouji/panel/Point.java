package gouji.panel;

import gouji.profile.Comparison;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One value of one report as a point of a series.
 *
 * @param concept {@code table.row.column}: the cell of the newest template that has it
 * @param value the figure; empty where a cell it is made of is blank: blank is never 0
 * @param unit its unit, may be empty
 * @param state the least certain state of the cells it is made of
 * @param template template of these cells
 * @param derived the cells, to be added where there are several
 * @param mapping how they relate to the concept
 * @param comparability what a series may do with it
 */
public record Point(
        String concept,
        Optional<BigDecimal> value,
        String unit,
        State state,
        String template,
        List<String> derived,
        Comparison.Kind mapping,
        Comparability comparability) {
    /** What a series may do with a point. */
    public enum Comparability {
        /** Comparable with every other comparable point of the concept. */
        COMPARABLE,
        /** Nearly so: wording or coverage differ. */
        NEAR,
        /** Later templates count it otherwise: only points of the same template are comparable. */
        NOT_COMPARABLE,
        /** Later templates do not ask for it. */
        DROPPED;

        /** The word in the files. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public Point {
        Objects.requireNonNull(concept, "concept");
        Objects.requireNonNull(value, "value");
        derived = List.copyOf(derived);
    }
}
