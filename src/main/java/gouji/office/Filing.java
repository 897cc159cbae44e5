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
 * @param level of the body, as in reports.csv; empty where unknown
 * @param scope what it reports on, as in reports.csv; empty where unknown
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
        boolean corrected,
        String level,
        String scope) {

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
                row.getOrDefault("edition_kind", "").equals("corrected"),
                row.getOrDefault("issuer_level", ""),
                row.getOrDefault("scope", ""));
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /** Key of the body: its own, else the printed name as it is compared. */
    public String bodyKey() {
        return body.isEmpty() ? Body.key(issuer) : body;
    }

    /** The one of several reports of a body for a year that counts: a corrected edition, then the one read best. */
    static Filing best(List<Filing> filings) {
        return filings.stream()
                .min(Comparator.comparing((Filing f) -> !f.corrected())
                        .thenComparing(f -> -f.cellsRead())
                        .thenComparing(Filing::checksFailed)
                        .thenComparing(Filing::input))
                .orElseThrow();
    }
}
