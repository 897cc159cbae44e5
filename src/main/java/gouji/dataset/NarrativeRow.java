package gouji.dataset;

import gouji.report.NarrativeFigure;
import java.util.List;

/**
 * One figure stated in a report's prose, a row of narrative.csv.
 *
 * @param reportId its report
 * @param figure the figure
 */
public record NarrativeRow(String reportId, NarrativeFigure figure) {
    List<Value> values() {
        return List.of(
                Value.of(reportId),
                Value.of(figure.section()),
                Value.of(figure.code()),
                Value.of(figure.phrase()),
                Value.of(figure.value()),
                Value.of(figure.unit()),
                Value.of(figure.raw()),
                ObservationRow.page(figure.place()),
                Value.of(figure.place().path()),
                Value.of(figure.negated() ? "yes" : "no"),
                Value.of(figure.period().word()));
    }
}
