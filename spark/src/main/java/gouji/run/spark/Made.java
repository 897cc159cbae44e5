package gouji.run.spark;

import gouji.dataset.ReportRows;
import java.io.Serializable;
import java.util.List;

/**
 * The rows of one report.
 *
 * @param year as text; empty for none
 * @param tables cells of each row of each of {@link ReportRows#TABLES}
 */
record Made(String year, List<List<List<String>>> tables) implements Serializable {
    static Made of(ReportRows rows) {
        return new Made(
                rows.report().year().map(String::valueOf).orElse(""),
                List.copyOf(rows.texts().values()));
    }
}
