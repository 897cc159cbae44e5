package gouji.office;

import gouji.profile.Chart;
import java.math.BigDecimal;
import java.util.List;

/**
 * A chart of a family with its figures.
 *
 * @param family id of its profile
 * @param language of its words: BCP 47 tag
 * @param chart its words and what it shows
 * @param bars by year, the first first, years with a sure figure; of a ranking, the greatest first, those with a sure figure
 * @param without ids of the reports that have no sure figure in it
 */
public record BarChart(String family, String language, Chart chart, List<Bar> bars, List<String> without) {
    public BarChart {
        bars = List.copyOf(bars);
        without = List.copyOf(without);
    }

    /**
     * A bar.
     *
     * @param label the year, or the issuer as printed
     * @param year reported on
     * @param level of the body, as in reports.csv; empty where unknown and for a year
     * @param scope what the report covers, as in reports.csv; empty where unknown and for a year
     * @param values one for each part, none negative
     * @param open cells without a sure figure
     * @param reports ids of those it counts, one in a ranking
     */
    public record Bar(
            String label,
            String year,
            String level,
            String scope,
            List<BigDecimal> values,
            int open,
            List<String> reports) {
        public Bar {
            values = List.copyOf(values);
            reports = List.copyOf(reports);
        }
    }

    /** Number of cells of its bars without a sure figure. */
    public int open() {
        return bars.stream().mapToInt(Bar::open).sum();
    }

    /** Names of the parts; the unit stands for a part without a name. May be empty texts. */
    public List<String> parts() {
        return chart.parts().stream()
                .map(p -> p.label().isEmpty() ? chart.unit() : p.label())
                .toList();
    }
}
