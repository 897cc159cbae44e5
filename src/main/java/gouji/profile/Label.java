package gouji.profile;

import java.util.List;
import java.util.Objects;

/**
 * The wordings of one row, column, block or section.
 *
 * @param preferred the mandated wording, as the template prints it
 * @param also other wordings that mean the same wherever they stand (SKOS altLabel)
 * @param hidden damaged forms, believed only where position supports them (SKOS hiddenLabel)
 */
public record Label(String preferred, List<String> also, List<String> hidden) {
    public Label {
        Objects.requireNonNull(preferred, "preferred");
        also = List.copyOf(also);
        hidden = List.copyOf(hidden);
    }
}
