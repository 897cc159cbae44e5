package gouji.profile;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How the reports of a family are compared with each other.
 *
 * @param registry id of the registry of its bodies; empty where it has none
 * @param revised patterns of a title or file name that says it is a corrected edition
 * @param scopes what a report covers, and the patterns that say so
 * @param members sums over the reports of a region's members
 * @param crosswalk how the cells of one template relate to those of the newest
 */
public record Comparison(
        String registry, List<Pattern> revised, List<Scope> scopes, List<MemberSum> members, List<Mapping> crosswalk) {
    /** Reports that are not compared. */
    public static final Comparison NONE = new Comparison("", List.of(), List.of(), List.of(), List.of());

    public Comparison {
        Objects.requireNonNull(registry, "registry");
        revised = List.copyOf(revised);
        scopes = List.copyOf(scopes);
        members = List.copyOf(members);
        crosswalk = List.copyOf(crosswalk);
    }

    /**
     * What a report covers.
     *
     * @param code {@code own} or {@code region}
     * @param patterns matched on paragraphs without white space
     */
    public record Scope(String code, List<Pattern> patterns) {
        public Scope {
            Objects.requireNonNull(code, "code");
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * The region's figure is the sum of its members'.
     *
     * @param id {@code U-SUM}
     * @param tables tables it is tested in, cell by cell
     * @param severity what a failure means
     * @param explanation one sentence for a reader, in English
     */
    public record MemberSum(String id, List<String> tables, Identity.Severity severity, String explanation) {
        public MemberSum {
            Objects.requireNonNull(id, "id");
            tables = List.copyOf(tables);
        }
    }

    /**
     * A relation between cells of one template and concepts: cells of the newest template that has them.
     *
     * @param from template id
     * @param kind how they relate
     * @param codes {@code table.row.column} in that template
     * @param concepts what they become; empty for {@link Kind#DROPPED} and {@link Kind#NEW}
     * @param note why, in English; may be empty
     */
    public record Mapping(String from, Kind kind, List<String> codes, List<String> concepts, String note) {
        public Mapping {
            Objects.requireNonNull(from, "from");
            codes = List.copyOf(codes);
            concepts = List.copyOf(concepts);
        }
    }

    /** Relations between codes, in the terms of SKOS where it has one. */
    public enum Kind {
        /** The same. */
        EQUAL("skos:exactMatch", true),
        /** Several codes became one: their sum. */
        MERGES("skos:broadMatch", true),
        /** One code became several: no value can be carried over. */
        SPLITS("skos:narrowMatch", false),
        /** Nearly the same: the value is carried over and marked. */
        NEAR("skos:closeMatch", true),
        /** Related, but counted otherwise. */
        NOT_COMPARABLE("skos:relatedMatch", false),
        /** No longer asked for. */
        DROPPED("", false),
        /** Not asked for before. */
        NEW("", false);

        private final String skos;
        private final boolean carries;

        Kind(String skos, boolean carries) {
            this.skos = skos;
            this.carries = carries;
        }

        /** The SKOS property, from the code to the concept; empty where there is no counterpart. */
        public String skos() {
            return skos;
        }

        /** Whether a value of the codes is a value of the concept. */
        public boolean carries() {
            return carries;
        }

        /** The word in the files. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
