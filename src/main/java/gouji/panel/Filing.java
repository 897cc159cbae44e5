package gouji.panel;

import gouji.body.Resolution;
import java.util.Objects;
import java.util.Optional;

/**
 * A report as one of a series: body x year x scope.
 *
 * @param reportId its report
 * @param profile its family
 * @param issuer the publishing body, as far as it could be resolved
 * @param body key of the body; empty where several bodies come into question
 * @param name publishing body as printed, without white space
 * @param year the year reported on
 * @param scope {@code own}, {@code region}, or empty where the report does not say
 * @param published ISO date or empty
 * @param revised whether it calls itself a corrected edition
 * @param print what its cells say, a character each; 0 for a cell whose reading is in doubt
 */
public record Filing(
        String reportId,
        String profile,
        Resolution issuer,
        String body,
        String name,
        Optional<Integer> year,
        String scope,
        String published,
        boolean revised,
        String print) {
    public Filing {
        Objects.requireNonNull(reportId, "reportId");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(year, "year");
        Objects.requireNonNull(scope, "scope");
    }

    /** Whether body and year are known, so that it can be held against other reports. */
    public boolean isPlaced() {
        return !body.isEmpty() && year.isPresent();
    }

    /** Names all editions of this body's report for the year, {@code 2023 cn-disclosure 320302}; empty without body or year. */
    public Optional<String> question() {
        return isPlaced() ? Optional.of(year.orElseThrow() + " " + profile + " " + body) : Optional.empty();
    }

    /** The same for all filings that one of them may be compared with, members of a region apart. */
    public String series() {
        return isPlaced() ? body + "\n" + profile : reportId;
    }

    /** Whether the cells of both say the same, those in doubt left out. */
    boolean saysTheSame(Filing other) {
        if (print.length() != other.print.length()) {
            return false;
        }
        for (int i = 0; i < print.length(); i++) {
            char a = print.charAt(i);
            char b = other.print.charAt(i);
            if (a != b && a != 0 && b != 0) {
                return false;
            }
        }
        return true;
    }
}
