package gouji.panel;

import java.util.Objects;

/**
 * How much of a section stands in another report too.
 *
 * @param section section code
 * @param characters letters of the section, about
 * @param relation whose report the other is
 * @param otherReport its id
 * @param otherBody its body
 * @param otherYear its year
 * @param share share of the section that stands in the other too, 0 to 1
 */
public record Similarity(
        String section,
        int characters,
        Relation relation,
        String otherReport,
        String otherBody,
        int otherYear,
        double share) {
    /** Whose the other report is. */
    public enum Relation {
        /** The same body's report for the year before; the share is exact. */
        LAST_YEAR,
        /** Another body's, the most alike among those for the same year and earlier; estimated from a sample. */
        OTHER_BODY;

        /** The word in the files. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public Similarity {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(relation, "relation");
    }
}
