package gouji.report;

import java.util.Objects;
import java.util.Optional;

/**
 * Who reported on what, as printed.
 *
 * @param title the title as printed, its lines joined
 * @param issuer the publishing body as printed; empty when nothing names it
 * @param year the year reported on; empty when no witness names it
 * @param published ISO 8601 date, or empty
 */
public record Metadata(String title, String issuer, Optional<Integer> year, String published) {
    public Metadata {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(year, "year");
        Objects.requireNonNull(published, "published");
    }
}
