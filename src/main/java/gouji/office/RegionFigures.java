package gouji.office;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Figures of a family by region: what its charts by year add up, added up by province instead.
 *
 * @param family id of its profile
 * @param language of the columns' labels: BCP 47 tag
 * @param columns what is added up
 * @param rows one for each region, year and scope
 */
public record RegionFigures(String family, String language, List<Column> columns, List<Row> rows) {
    /** Region of departments of the national government. */
    public static final String NATIONAL = "00";

    public RegionFigures {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * What is added up.
     *
     * @param label as printed in reports, or the chart's name for it
     * @param unit may be empty
     */
    public record Column(String label, String unit) {}

    /**
     * Reports of a region for a year on a scope; one of each body.
     *
     * @param region first two digits of the division codes, {@link #NATIONAL}, or empty where the body is not known
     * @param year reported on
     * @param scope what they report on, as in reports.csv; empty where unknown
     * @param reports their ids
     * @param failed checks that fail in them
     * @param values one for each column; empty where none of them has a sure figure in it
     */
    public record Row(
            String region,
            String year,
            String scope,
            List<String> reports,
            int failed,
            List<Optional<BigDecimal>> values) {
        public Row {
            reports = List.copyOf(reports);
            values = List.copyOf(values);
        }
    }
}
