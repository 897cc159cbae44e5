package gouji.review;

import gouji.dataset.DatasetFolder;
import gouji.dataset.Json;
import gouji.dataset.SavedReport;
import gouji.panel.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a dataset, read once: every report's row, the labels, and what a person may want to look at. Whole reports
 * are read when they are asked for.
 */
final class Dataset {
    private final Path root;
    private final Json json;
    private final Map<String, Map<String, String>> reports = new LinkedHashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final List<Item> inputs = new ArrayList<>();
    private final Map<String, List<Map<String, String>>> ledger = new HashMap<>();

    /** @throws IOException when a file of the dataset cannot be read */
    Dataset(Path root, DatasetFolder folder, Json json) throws IOException {
        this.root = root;
        this.json = json;
        folder.forEachRow("reports", r -> reports.put(r.get("report_id"), r));
        folder.forEachRow("codes", this::code);
        items.addAll(Doubts.of(folder, reports, this::find));
        reports.values().forEach(this::filed);
        folder.forEachRow("ledger", this::ledger);
        reports.forEach(
                (id, r) -> inputs.add(new Item(Item.REPORT, id, "", r.get("input"), r.getOrDefault("title", ""))));
    }

    private void code(Map<String, String> r) {
        labels.put(labelKey(r), r.get("label"));
        order.putIfAbsent(labelKey(r), order.size());
    }

    private void filed(Map<String, String> r) {
        String id = r.get("report_id");
        if (r.getOrDefault("edition_kind", "").equals(Edition.Kind.CONFLICTING.word())) {
            String text = input(r.getOrDefault("edition_of", ""));
            items.add(new Item(Item.CONFLICT, id, "", r.get("input"), "≠ " + text));
        }
        if (r.getOrDefault("issuer_code", "").isEmpty()) {
            items.add(new Item(Item.BODY, id, "", r.get("input"), r.getOrDefault("issuer", "")));
        }
    }

    private void ledger(Map<String, String> r) {
        String text = r.get("reason").isEmpty() ? r.get("detail") : r.get("reason") + ": " + r.get("detail");
        String report = r.get("report_id");
        inputs.add(new Item(Item.INPUT, report, r.get("status"), r.get("input"), text));
        ledger.computeIfAbsent(r.get("sha256"), s -> new ArrayList<>()).add(r);
        if (r.get("status").equals("quarantined")) {
            items.add(new Item(Item.QUARANTINED, "", "", r.get("input"), text));
        }
    }

    private String input(String reportId) {
        return reports.getOrDefault(reportId, Map.of()).getOrDefault("input", "");
    }

    /** What waits for a person. */
    List<Item> items() {
        return items;
    }

    /** Every report and every input. */
    List<Item> inputs() {
        return inputs;
    }

    /** Rows of the ledger of a file of this digest. */
    List<Map<String, String>> ledger(String sha256) {
        return ledger.getOrDefault(sha256, List.of());
    }

    int size() {
        return reports.size();
    }

    /** A row of reports.csv; only for ids that stand there, so that no id becomes a path. */
    Optional<Map<String, String>> findRow(String reportId) {
        return Optional.ofNullable(reports.get(reportId));
    }

    /** The whole report; empty where there is none, or none any more. */
    Optional<SavedReport> find(String reportId) throws IOException {
        if (!reports.containsKey(reportId) || !reportId.matches("[0-9a-f]{16}")) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(root.resolve("reports").resolve(reportId + ".json"));
            return Optional.of(json.read(bytes, SavedReport.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The printed label of a code, or the code. */
    String label(SavedReport report, String template, String table, String kind, String code) {
        String label = labels.getOrDefault(String.join("|", report.profile(), template, table, kind, code), "");
        return label.isEmpty() ? code : label;
    }

    /** Place of a code in its template, from 0; local codes come last. */
    int order(SavedReport report, String template, String table, String kind, String code) {
        return order.getOrDefault(String.join("|", report.profile(), template, table, kind, code), order.size());
    }

    private static String labelKey(Map<String, String> r) {
        return String.join("|", r.get("profile"), r.get("template"), r.get("table"), r.get("kind"), r.get("code"));
    }
}
