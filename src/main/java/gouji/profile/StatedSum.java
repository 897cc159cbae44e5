package gouji.profile;

import java.util.List;
import java.util.Objects;

/**
 * Figures of the prose that add up to another figure of the prose.
 *
 * @param id {@code PROSE-SUM}
 * @param whole code of the sum
 * @param parts codes of what is added
 * @param severity what a failure means
 * @param explanation one sentence for a reader, in English
 */
public record StatedSum(String id, String whole, List<String> parts, Identity.Severity severity, String explanation) {
    public StatedSum {
        Objects.requireNonNull(whole, "whole");
        parts = List.copyOf(parts);
    }
}
