package gouji.review;

import gouji.dataset.Csv;
import gouji.dataset.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The files of a dataset, read once: every report's row, the labels, and what a person may want to look at. Whole reports
 * are read when they are asked for.
 */
final class Dataset {
    private final Path root;
    private final Csv csv;
    private final Json json;
    private final Map<String, Map<String, String>> reports = new LinkedHashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final List<Item> items = new ArrayList<>();

    /**
     * Something to look at.
     *
     * @param kind {@code suspect}, {@code check}, {@code body} or {@code quarantined}
     * @param reportId its report; empty for an input that gave none
     * @param code {@code table.row.column} of a cell, the id and place of a check; else empty
     * @param input name of the input
     * @param text what it is about, as printed or as the ledger says
     */
    record Item(String kind, String reportId, String code, String input, String text) {}

    /** @throws IOException when a file of the dataset cannot be read */
    Dataset(Path root, Csv csv, Json json) throws IOException {
        this.root = root;
        this.csv = csv;
        this.json = json;
        each("reports.csv", r -> reports.put(r.get("report_id"), r));
        each("codes.csv", this::code);
        each("observations.csv", this::observation);
        each("checks.csv", this::check);
        reports.values().stream()
                .filter(r -> r.getOrDefault("issuer_code", "").isEmpty())
                .forEach(r -> items.add(new Item("body", r.get("report_id"), "", r.get("input"), r.get("issuer"))));
        each("ledger.csv", this::ledger);
    }

    private void each(String file, Consumer<Map<String, String>> row) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(root.resolve(file)), 1 << 16)) {
            csv.read(in, row);
        }
    }

    private void code(Map<String, String> r) {
        labels.put(labelKey(r), r.get("label"));
        order.putIfAbsent(labelKey(r), order.size());
    }

    private void observation(Map<String, String> r) {
        if (r.get("state").equals("suspect")) {
            String code = String.join(".", r.get("table"), r.get("row"), r.get("column"));
            items.add(new Item("suspect", r.get("report_id"), code, input(r.get("report_id")), r.get("raw")));
        }
    }

    private void check(Map<String, String> r) {
        if (r.get("result").equals("fail")) {
            String at = String.join(" ", r.get("check"), r.get("table"), r.get("row"), r.get("column"));
            String text = r.get("left") + " ≠ " + r.get("right");
            items.add(new Item("check", r.get("report_id"), at, input(r.get("report_id")), text));
        }
    }

    private void ledger(Map<String, String> r) {
        if (r.get("status").equals("quarantined")) {
            String text = r.get("reason") + ": " + r.get("detail");
            items.add(new Item("quarantined", "", "", r.get("input"), text));
        }
    }

    private String input(String reportId) {
        return reports.getOrDefault(reportId, Map.of()).getOrDefault("input", "");
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    int size() {
        return reports.size();
    }

    /** A row of reports.csv; only for ids that stand there, so that no id becomes a path. */
    Optional<Map<String, String>> findRow(String reportId) {
        return Optional.ofNullable(reports.get(reportId));
    }

    /** The whole report; empty where there is none. */
    Optional<SavedCells> find(String reportId) throws IOException {
        if (!reports.containsKey(reportId) || !reportId.matches("[0-9a-f]{16}")) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(root.resolve("reports").resolve(reportId + ".json"));
        return Optional.of(json.read(bytes, SavedCells.class));
    }

    /** The printed label of a code, or the code. */
    String label(SavedCells report, String template, String table, String kind, String code) {
        String label = labels.getOrDefault(String.join("|", report.profile(), template, table, kind, code), "");
        return label.isEmpty() ? code : label;
    }

    /** Place of a code in its template, from 0; local codes come last. */
    int order(SavedCells report, String template, String table, String kind, String code) {
        return order.getOrDefault(String.join("|", report.profile(), template, table, kind, code), order.size());
    }

    private static String labelKey(Map<String, String> r) {
        return String.join("|", r.get("profile"), r.get("template"), r.get("table"), r.get("kind"), r.get("code"));
    }
}
