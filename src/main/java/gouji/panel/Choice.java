package gouji.panel;

import java.util.Set;

/**
 * A person's choice among the editions of a body's report for a year.
 *
 * @param reportId the one that stands
 * @param seen ids of all editions the person chose among
 */
public record Choice(String reportId, Set<String> seen) {
    public Choice {
        seen = Set.copyOf(seen);
    }
}
