package gouji.office;

import gouji.dataset.DatasetFolder;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report of the dataset.
 *
 * @param body key of the publishing body; empty where the dataset has none
 * @param issuer name as printed
 * @param year reported on; empty where nothing names it
 * @param published as printed
 * @param edition kind of edition, as in reports.csv; empty where unknown
 * @param level of the body, as in reports.csv; empty where unknown
 * @param scope what it reports on, as in reports.csv; empty where unknown
 * @param division code of the division of the body, or, where that has none, of the one above; empty where unknown
 */
public record Filing(
        String reportId,
        String input,
        String profile,
        String template,
        String format,
        String title,
        String body,
        String issuer,
        String year,
        Optional<LocalDate> published,
        int checksFailed,
        int cellsRead,
        String edition,
        String level,
        String scope,
        String division) {
    /** Every report, by id. */
    public static List<Filing> all(DatasetFolder dataset) throws IOException {
        return dataset.rows("reports").stream().map(Filing::of).toList();
    }

    private static Filing of(Map<String, String> row) {
        String published = row.getOrDefault("published", "");
        return new Filing(
                row.get("report_id"),
                row.get("input"),
                row.get("profile"),
                row.get("template"),
                row.get("format"),
                row.get("title"),
                row.getOrDefault("body", ""),
                row.get("issuer"),
                row.get("year"),
                published.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(published)),
                number(row.get("checks_failed")),
                number(row.get("cells_read")),
                row.getOrDefault("edition_kind", ""),
                row.getOrDefault("issuer_level", ""),
                row.getOrDefault("scope", ""),
                division(row));
    }

    private static String division(Map<String, String> row) {
        String own = row.getOrDefault("issuer_code", "");
        return own.isEmpty() ? row.getOrDefault("issuer_parent", "") : own;
    }

    /** As in {@link RegionFigures.Row}. */
    String region() {
        return division.length() >= 2
                ? division.substring(0, 2)
                : level.equals("ministry") ? RegionFigures.NATIONAL : "";
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /** Key of the body: its own, else the printed name as it is compared. */
    public String bodyKey() {
        return body.isEmpty() ? Body.key(issuer) : body;
    }

    /** The less, the sooner it counts. */
    private int rank() {
        return switch (edition) {
            case "standing" -> 0;
            case "corrected" -> 1;
            case "set-aside" -> 3;
            default -> 2;
        };
    }

    /** The one of several reports of a body for a year that counts: the one a person chose, a corrected edition, then the one read best. */
    static Filing best(List<Filing> filings) {
        return filings.stream()
                .min(Comparator.comparing(Filing::rank)
                        .thenComparing(f -> -f.cellsRead())
                        .thenComparing(Filing::checksFailed)
                        .thenComparing(Filing::input))
                .orElseThrow();
    }
}
