package gouji.review;

import gouji.check.Arithmetic;
import gouji.check.CheckResult;
import gouji.dataset.Correction;
import gouji.dataset.SavedReport;
import gouji.report.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report as the page shows it: plain values, no markup. */
record ReportPage(Dataset dataset, SavedReport saved, SettledReport settled, List<Correction> log) {
    Map<String, Object> of(Map<String, String> row) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("row", row);
        page.put("cells", settled.observations().stream().map(this::cell).toList());
        page.put("checks", settled.arithmetic().stream().map(ReportPage::check).toList());
        page.put("others", settled.others());
        page.put("findings", saved.findings());
        page.put("log", log);
        return page;
    }

    private Map<String, Object> cell(Observation o) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("code", o.code());
        m.put("table", o.table());
        m.put("row", o.row());
        m.put("column", o.column());
        m.put("rowLabel", dataset.label(saved, o.template(), o.table(), "row", o.row()));
        m.put("rowGroup", dataset.group(saved, o.template(), o.table(), o.row()));
        m.put("columnLabel", dataset.label(saved, o.template(), o.table(), "column", o.column()));
        m.put("rowAt", dataset.order(saved, o.template(), o.table(), "row", o.row()));
        m.put("columnAt", dataset.order(saved, o.template(), o.table(), "column", o.column()));
        m.put("value", o.value().map(v -> v.toPlainString()).orElse(""));
        m.put("unit", o.unit());
        m.put("raw", o.raw());
        m.put("state", o.state().word());
        m.put("confidence", o.confidence());
        m.put("page", o.place().page());
        o.place().box().ifPresent(b -> m.put("box", List.of(b.x0(), b.y0(), b.x1(), b.y1())));
        m.put("place", o.place().path());
        m.put("readings", o.alternatives());
        m.put("decisions", log.stream().filter(c -> c.code().equals(o.code())).count());
        return m;
    }

    private static Map<String, Object> check(Arithmetic a) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("at", at(a.result()));
        m.put("result", a.result().result().word());
        m.put("severity", a.result().severity());
        m.put("left", a.left());
        m.put("right", a.right());
        m.put(
                "sums",
                List.of(
                        text(a.result().left()),
                        text(a.result().right()),
                        text(a.result().difference())));
        return m;
    }

    private static String text(java.util.Optional<java.math.BigDecimal> value) {
        return value.map(java.math.BigDecimal::toPlainString).orElse("");
    }

    /** Id and place of a check. */
    static String at(CheckResult c) {
        return String.join(" ", c.check(), c.table(), c.row(), c.column());
    }

    static List<String> codes(Arithmetic a) {
        List<String> codes = new ArrayList<>();
        a.left().forEach(t -> codes.add(t.cell()));
        a.right().forEach(t -> codes.add(t.cell()));
        return codes;
    }
}
