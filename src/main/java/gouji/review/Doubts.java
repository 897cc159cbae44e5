package gouji.review;

import gouji.dataset.DatasetFolder;
import gouji.dataset.SavedReport;
import gouji.dataset.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The suspect cells and failed checks of a dataset. Where few reports have any, as reports.csv says, only those are read: half
 * a million rows of observations.csv take many times as long.
 */
final class Doubts {
    private static final int FEW = 4;

    private final Map<String, Map<String, String>> reports;
    private final List<Item> suspects = new ArrayList<>();
    private final List<Item> failures = new ArrayList<>();

    /** Gives a whole report. */
    interface Reader {
        Optional<SavedReport> find(String reportId) throws IOException;
    }

    private Doubts(Map<String, Map<String, String>> reports) {
        this.reports = reports;
    }

    /** Suspect cells, then failed checks, each in the order of reports, tables, rows and columns. */
    static List<Item> of(DatasetFolder folder, Map<String, Map<String, String>> reports, Reader reader)
            throws IOException {
        Doubts doubts = new Doubts(reports);
        List<String> some = reports.values().stream()
                .filter(r -> !"0".equals(r.get("cells_suspect")) || !"0".equals(r.get("checks_failed")))
                .map(r -> r.get("report_id"))
                .toList();
        if (some.size() * FEW <= reports.size()) {
            for (String id : some) {
                Optional<SavedReport> report = reader.find(id);
                if (report.isPresent()) {
                    doubts.add(id, report.get());
                }
            }
        } else {
            doubts.observations(folder);
            doubts.checks(folder);
        }
        doubts.suspects.addAll(doubts.failures);
        return doubts.suspects;
    }

    private void add(String id, SavedReport report) {
        for (SavedReport.Cell c : report.observations()) {
            if (c.state().equals("suspect")) {
                suspect(id, String.join(".", c.table(), c.row(), c.column()), c.raw());
            }
        }
        for (Map<String, Object> c : report.checks()) {
            if ("fail".equals(c.get("result"))) {
                failure(
                        id,
                        String.join(" ", text(c, "check"), text(c, "table"), text(c, "row"), text(c, "column")),
                        text(c, "left"),
                        text(c, "right"));
            }
        }
    }

    private static String text(Map<String, Object> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value instanceof BigDecimal n ? n.toPlainString() : value.toString();
    }

    private void observations(DatasetFolder folder) throws IOException {
        Optional<Schema> schema = folder.find("observations");
        if (schema.isEmpty()) {
            return;
        }
        List<String> header = schema.get().header();
        int report = header.indexOf("report_id");
        int table = header.indexOf("table");
        int row = header.indexOf("row");
        int column = header.indexOf("column");
        int raw = header.indexOf("raw");
        int state = header.indexOf("state");
        folder.read(schema.get(), c -> {
            if (c.get(state).equals("suspect")) {
                suspect(c.get(report), String.join(".", c.get(table), c.get(row), c.get(column)), c.get(raw));
            }
        });
    }

    private void checks(DatasetFolder folder) throws IOException {
        Optional<Schema> schema = folder.find("checks");
        if (schema.isEmpty()) {
            return;
        }
        List<String> header = schema.get().header();
        List<Integer> at = List.of(
                header.indexOf("check"), header.indexOf("table"), header.indexOf("row"), header.indexOf("column"));
        int report = header.indexOf("report_id");
        int left = header.indexOf("left");
        int right = header.indexOf("right");
        int result = header.indexOf("result");
        folder.read(schema.get(), c -> {
            if (c.get(result).equals("fail")) {
                String code = String.join(" ", at.stream().map(c::get).toList());
                failure(c.get(report), code, c.get(left), c.get(right));
            }
        });
    }

    private void suspect(String report, String code, String raw) {
        suspects.add(new Item(Item.SUSPECT, report, code, input(report), raw));
    }

    private void failure(String report, String code, String left, String right) {
        failures.add(new Item(Item.CHECK, report, code, input(report), left + " ≠ " + right));
    }

    private String input(String report) {
        return reports.getOrDefault(report, Map.of()).getOrDefault("input", "");
    }
}
