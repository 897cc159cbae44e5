package gouji.dataset;

import gouji.check.Repair;
import gouji.document.Alternative;
import gouji.document.Box;
import gouji.document.Finding;
import gouji.document.Place;
import gouji.report.NarrativeFigure;
import gouji.report.SectionText;
import gouji.report.State;
import gouji.table.Cell;
import gouji.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The whole report as it stands in reports/REPORT_ID.json.
 *
 * <p>Keys are those of the CSV files where there is one. Rows, columns and tables count from 1, as in {@code place};
 * coordinates are points from the top left of the page as displayed. {@code repairs}, the proofs of what was repaired in
 * recognised tables, is there only where something was; {@code alternatives}, the readings of a recognised cell, best
 * first, only where its state is no plain one.
 */
final class ReportDocument {
    private static final List<State> WORTH_A_LOOK =
            List.of(State.SUSPECT, State.REPAIRED, State.CONTRADICTED, State.CORRECTED);

    private ReportDocument() {}

    static Map<String, Object> of(
            ReportRow row,
            Extracted extracted,
            List<String> sourceFlags,
            List<ObservationRow> obs,
            List<CheckRow> checks) {
        var report = extracted.checked().report();
        Map<String, Object> doc = new LinkedHashMap<>();
        doc.put("report_id", row.reportId());
        doc.put("input", row.input());
        doc.put("sha256", row.sha256());
        doc.put("format", row.format());
        doc.put("profile", row.profile());
        doc.put("template", row.template());
        doc.put("language", row.language());
        doc.put("pages", row.pages());
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("title", row.title());
        metadata.put("issuer", row.issuer());
        metadata.put("issuer_code", row.filed().code());
        metadata.put("issuer_level", row.filed().level());
        metadata.put("body", row.filed().filing().body());
        metadata.put("scope", row.filed().filing().scope());
        metadata.put("edition", row.filed().edition().number());
        metadata.put("edition_kind", row.filed().edition().kind().word());
        metadata.put("year", row.year().orElse(null));
        metadata.put("published", row.published().isEmpty() ? null : row.published());
        doc.put("metadata", metadata);
        Map<String, Object> quality = new LinkedHashMap<>();
        quality.put("cells_expected", row.cellsExpected());
        quality.put("cells_read", row.cellsRead());
        quality.put("cells_repaired", row.cellsRepaired());
        quality.put("cells_suspect", row.cellsSuspect());
        quality.put("checks_failed", row.checksFailed());
        doc.put("quality", quality);
        TreeSet<String> flags = new TreeSet<>(sourceFlags);
        report.findings().forEach(f -> flags.add(f.code()));
        doc.put("flags", List.copyOf(flags));
        doc.put(
                "sections",
                report.sections().stream().map(ReportDocument::section).toList());
        doc.put("tables", tables(report.tables()));
        doc.put("observations", obs.stream().map(ReportDocument::observation).toList());
        doc.put("checks", checks.stream().map(ReportDocument::check).toList());
        List<Repair> repairs = extracted.checked().repairs();
        if (!repairs.isEmpty()) {
            doc.put("repairs", repairs.stream().map(ReportDocument::repair).toList());
        }
        doc.put("figures", report.figures().stream().map(ReportDocument::figure).toList());
        doc.put(
                "findings",
                report.findings().stream().map(ReportDocument::finding).toList());
        return doc;
    }

    private static Map<String, Object> section(SectionText s) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("code", s.code());
        m.put("heading", s.heading());
        m.put("paragraphs", s.paragraphs());
        return m;
    }

    private static List<Map<String, Object>> tables(List<Table> tables) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Table t : tables) {
            Map<String, Object> m = new LinkedHashMap<>();
            m.put("table", list.size() + 1);
            m.put("rows", t.rows());
            m.put("columns", t.columns());
            m.put("exact", t.exact());
            m.put(
                    "regions",
                    t.regions().stream()
                            .map(r -> placed(new LinkedHashMap<>(), r))
                            .toList());
            m.put("cells", t.cells().stream().map(ReportDocument::cell).toList());
            list.add(m);
        }
        return list;
    }

    private static Map<String, Object> cell(Cell c) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("row", c.row() + 1);
        m.put("column", c.column() + 1);
        if (c.rowSpan() > 1) {
            m.put("row_span", c.rowSpan());
        }
        if (c.columnSpan() > 1) {
            m.put("column_span", c.columnSpan());
        }
        m.put("text", c.text());
        m.put("confidence", Value.rounded(c.confidence()));
        return placed(m, c.place());
    }

    private static Map<String, Object> observation(ObservationRow r) {
        var o = r.observation();
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("template", o.template());
        m.put("table", o.table());
        m.put("row", o.row());
        m.put("column", o.column());
        m.put("value", o.value().orElse(null));
        m.put("unit", o.unit());
        m.put("raw", o.raw());
        m.put("state", o.state().word());
        m.put("confidence", Value.rounded(o.confidence()));
        if (o.isRecognised() && WORTH_A_LOOK.contains(o.state())) {
            m.put("alternatives", o.alternatives().stream().map(a -> reading(a)).toList());
        }
        return placed(m, o.place());
    }

    private static Map<String, Object> reading(Alternative a) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("text", a.text());
        m.put("score", Value.rounded(a.score()));
        return m;
    }

    private static Map<String, Object> check(CheckRow r) {
        var c = r.check();
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("check", c.check());
        m.put("table", c.table());
        m.put("row", c.row());
        m.put("column", c.column());
        m.put("left", c.left().orElse(null));
        m.put("right", c.right().orElse(null));
        m.put("difference", c.difference().orElse(null));
        m.put("result", c.result().word());
        m.put("severity", c.severity());
        if (!c.note().isEmpty()) {
            m.put("note", c.note());
        }
        return m;
    }

    private static Map<String, Object> repair(Repair r) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("table", r.table());
        m.put("identities", r.identities());
        m.put("cells", r.changes().stream().map(ReportDocument::change).toList());
        m.put("cost", Value.rounded(r.cost()));
        m.put("runner_up", Value.rounded(r.runnerUp()));
        return m;
    }

    private static Map<String, Object> change(Repair.Change c) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("cell", c.cell());
        m.put("raw", c.raw());
        m.put("before", c.before().orElse(null));
        m.put("after", c.after());
        return m;
    }

    private static Map<String, Object> figure(NarrativeFigure f) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("section", f.section());
        m.put("code", f.code());
        m.put("phrase", f.phrase());
        m.put("value", f.value());
        m.put("unit", f.unit());
        m.put("raw", f.raw());
        m.put("negated", f.negated());
        m.put("period", f.period().word());
        return placed(m, f.place());
    }

    private static Map<String, Object> finding(Finding f) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("code", f.code());
        m.put("severity", f.severity().name().toLowerCase(Locale.ROOT));
        m.put("message", f.message());
        return placed(m, f.place());
    }

    /** page and box, or place; nothing where it is unknown. */
    private static Map<String, Object> placed(Map<String, Object> m, Place place) {
        if (place.page() > 0) {
            m.put("page", place.page());
        }
        place.box().ifPresent(b -> m.put("box", box(b)));
        if (!place.path().isEmpty()) {
            m.put("place", place.path());
        }
        return m;
    }

    private static List<Object> box(Box b) {
        return List.of(Value.rounded(b.x0()), Value.rounded(b.y0()), Value.rounded(b.x1()), Value.rounded(b.y1()));
    }
}
