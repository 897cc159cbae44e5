package gouji.dataset;

import gouji.body.Body;
import gouji.body.Resolution;
import gouji.panel.Edition;
import gouji.panel.Filing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A report's place among others.
 *
 * @param filing who reports, for which year
 * @param edition which edition it is
 */
public record Filed(Filing filing, Edition edition) {
    public Filed {
        Objects.requireNonNull(filing, "filing");
        Objects.requireNonNull(edition, "edition");
    }

    String code() {
        return body().map(Body::code).orElse("");
    }

    String level() {
        return body().map(b -> b.level().word()).orElse("");
    }

    private Optional<Body> body() {
        return filing.issuer().body();
    }

    /** The last columns of reports.csv. */
    List<Value> values() {
        Resolution issuer = filing.issuer();
        return List.of(
                Value.of(filing.body()),
                Value.of(body().map(b -> b.kind().word()).orElse("")),
                Value.of(body().map(Body::parent).orElse("")),
                Value.of(issuer.evidence().map(Resolution.Evidence::word).orElse("")),
                Value.of(String.join(" | ", issuer.candidates())),
                Value.of(filing.scope()),
                Value.of(edition.number()),
                Value.of(edition.kind().word()),
                Value.of(edition.of()));
    }
}
