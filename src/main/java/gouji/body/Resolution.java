package gouji.body;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a body by its printed name.
 *
 * @param body the body; empty where the name fits none, or several
 * @param candidates divisions it may belong to, {@code 320302 鼓楼区}; empty where it is resolved
 * @param evidence what settled it, or {@link Evidence#OPEN}; empty where the name fits no division or several
 */
public record Resolution(Optional<Body> body, List<String> candidates, Optional<Evidence> evidence) {
    /** Nothing known. */
    public static final Resolution NONE = new Resolution(Optional.empty(), List.of(), Optional.empty());

    /** What settled a resolution, strongest first. */
    public enum Evidence {
        /** The name itself fits one body. */
        NAME,
        /** Several divisions share the name, and other text of the report names one of them. */
        TEXT,
        /** As TEXT, by the name of the file or its folder: the weakest. */
        INPUT,
        /** A person said so. */
        PERSON,
        /**
         * Nothing: the name is one that bodies of many places have, {@code 城关镇人民政府}, and neither title nor signature nor
         * site tells which.
         */
        OPEN;

        /** The word in the files. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What a person said. */
    public static Resolution byPerson(Body body) {
        return new Resolution(Optional.of(body), List.of(), Optional.of(Evidence.PERSON));
    }

    public boolean isByPerson() {
        return evidence.equals(Optional.of(Evidence.PERSON));
    }

    public Resolution {
        Objects.requireNonNull(body, "body");
        candidates = List.copyOf(candidates);
        Objects.requireNonNull(evidence, "evidence");
    }
}
