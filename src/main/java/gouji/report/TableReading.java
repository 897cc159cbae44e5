package gouji.report;

import gouji.document.Finding;
import gouji.document.Place;
import gouji.profile.Node;
import gouji.profile.TableTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One template table read from a report.
 *
 * @param template template id
 * @param table its description
 * @param score alignment score per template row and share of headings found; the template with the highest is the
 *     table's
 * @param evidence rows and headings that speak for the template, in rows
 * @param observations its cells, in template order; then subtotals and local rows
 * @param findings what was noticed
 * @param tables numbers of the printed tables it was read from
 * @param first index of the printed row that answers its first row
 * @param last index of the printed row that answers its last row
 * @param deficient rows of a text dump that have fewer cells than the template has columns
 */
record TableReading(
        String template,
        TableTemplate table,
        double score,
        double evidence,
        List<Observation> observations,
        List<Finding> findings,
        Set<Integer> tables,
        int first,
        int last,
        int deficient) {

    /** Codes of the cells that were found, of the template's own rows. */
    Set<String> codes() {
        Set<String> own = table.blocks().stream()
                .flatMap(b -> b.leafRows().stream())
                .map(Node::code)
                .collect(Collectors.toSet());
        return observations.stream()
                .filter(o -> o.state() != State.ABSENT && own.contains(o.row()))
                .map(Observation::code)
                .collect(Collectors.toSet());
    }

    /** The same reading with its figures in doubt where the other template would code them differently. */
    TableReading inDoubt(TableReading other) {
        Set<String> agreed = other.codes();
        List<Observation> doubted = observations.stream()
                .map(o -> o.state() == State.READ && !agreed.contains(o.code()) ? o.withState(State.SUSPECT, 0.5) : o)
                .toList();
        List<Finding> more = new ArrayList<>(findings);
        more.add(Finding.warning(
                "TEMPLATE_UNCERTAIN",
                "Table " + table.id() + " fits " + template + " and " + other.template() + " alike: its headings are"
                        + " missing or damaged.",
                Place.UNKNOWN));
        return new TableReading(template, table, score, evidence, doubted, more, tables, first, last, deficient);
    }

    /** The same reading with every figure in doubt, for this reason. */
    TableReading inDoubt(Finding reason) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(reason);
        List<Observation> doubted = observations.stream()
                .map(o -> o.state() == State.ABSENT ? o : o.withState(State.SUSPECT, 0.5))
                .toList();
        return new TableReading(template, table, score, evidence, doubted, more, tables, first, last, deficient);
    }

    /** The same reading with one finding more. */
    TableReading noting(Finding finding) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(finding);
        return new TableReading(template, table, score, evidence, observations, more, tables, first, last, deficient);
    }

    /** The same reading, its rows so many further down. */
    TableReading moved(int rows) {
        return new TableReading(
                template, table, score, evidence, observations, findings, tables, first + rows, last + rows, deficient);
    }
}
