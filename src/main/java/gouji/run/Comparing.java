package gouji.run;

import gouji.panel.Filer;
import gouji.panel.Roster;
import java.util.Objects;

/**
 * What reports are compared with.
 *
 * @param filer tells who reports
 * @param roster members of regions
 */
public record Comparing(Filer filer, Roster roster) {
    public Comparing {
        Objects.requireNonNull(filer, "filer");
        Objects.requireNonNull(roster, "roster");
    }
}
