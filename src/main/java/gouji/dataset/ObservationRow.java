package gouji.dataset;

import gouji.document.Place;
import gouji.report.Observation;
import gouji.source.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One value of one report, a row of observations.csv.
 *
 * @param reportId its report
 * @param profile the report's profile
 * @param observation the value
 */
public record ObservationRow(String reportId, String profile, Observation observation) {
    /** By table, row, column. */
    static final Comparator<ObservationRow> ORDER = Comparator.comparing(
                    (ObservationRow r) -> r.observation().table(), CodePoints.ORDER)
            .thenComparing(r -> r.observation().row(), CodePoints.ORDER)
            .thenComparing(r -> r.observation().column(), CodePoints.ORDER);

    List<Value> values() {
        Observation o = observation;
        List<Value> values = new ArrayList<>(List.of(
                Value.of(reportId),
                Value.of(profile),
                Value.of(o.template()),
                Value.of(o.table()),
                Value.of(o.row()),
                Value.of(o.column()),
                Value.of(o.value()),
                Value.of(o.unit()),
                Value.of(o.raw()),
                Value.of(o.state().word()),
                Value.twoDecimals(o.confidence())));
        values.addAll(placed(o.place()));
        return values;
    }

    /** page, place, x0, y0, x1, y1. */
    private static List<Value> placed(Place place) {
        List<Value> values = new ArrayList<>();
        values.add(page(place));
        values.add(Value.of(place.path()));
        place.box()
                .ifPresentOrElse(
                        b -> List.of(b.x0(), b.y0(), b.x1(), b.y1()).forEach(x -> values.add(Value.twoDecimals(x))),
                        () -> values.addAll(List.of(Value.NONE, Value.NONE, Value.NONE, Value.NONE)));
        return values;
    }

    static Value page(Place place) {
        return place.page() == 0 ? Value.NONE : Value.of(place.page());
    }
}
