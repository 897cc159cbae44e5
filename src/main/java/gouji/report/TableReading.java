package gouji.report;

import gouji.document.Finding;
import gouji.profile.TableTemplate;
import java.util.List;
import java.util.Set;

/**
 * One template table read from a report.
 *
 * @param template template id
 * @param table its description
 * @param score alignment score per template row; the template with the highest is the table's
 * @param observations its cells, in template order; then subtotals and local rows
 * @param findings what was noticed
 * @param tables numbers of the printed tables it was read from
 * @param deficient rows of a text dump that have fewer cells than the template has columns
 */
record TableReading(
        String template,
        TableTemplate table,
        double score,
        List<Observation> observations,
        List<Finding> findings,
        Set<Integer> tables,
        int deficient) {}
