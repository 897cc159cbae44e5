package gouji.review;

import gouji.body.Resolution;
import gouji.dataset.DatasetFolder;
import gouji.dataset.Json;
import gouji.dataset.SavedReport;
import gouji.dataset.Settlement;
import gouji.panel.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a dataset, read once: every report's row, the labels, and what a person may want to look at. Whole reports
 * are read when they are asked for.
 */
final class Dataset {
    private static final List<Edition.Kind> AT_ODDS =
            List.of(Edition.Kind.CONFLICTING, Edition.Kind.STANDING, Edition.Kind.SET_ASIDE);

    private static final Comparator<Map<String, String>> BY_NUMBER = Comparator.comparing(
                    (Map<String, String> r) -> Integer.parseInt(r.get("edition")))
            .thenComparing(r -> r.get("report_id"));

    private final Path root;
    private final Json json;
    private final Map<String, Map<String, String>> reports = new LinkedHashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final List<Item> inputs = new ArrayList<>();
    private final Map<String, List<Map<String, String>>> ledger = new HashMap<>();
    private final Map<String, List<Map<String, String>>> editions = new LinkedHashMap<>();
    private final Map<String, String> quarantined = new HashMap<>();

    /** @throws IOException when a file of the dataset cannot be read */
    Dataset(Path root, DatasetFolder folder, Json json) throws IOException {
        this.root = root;
        this.json = json;
        folder.forEachRow("reports", r -> reports.put(r.get("report_id"), r));
        folder.forEachRow("codes", this::code);
        items.addAll(Doubts.of(folder, reports, this::find));
        reports.values().forEach(this::edition);
        editions.values().removeIf(group -> group.stream().noneMatch(Dataset::isAtOdds));
        editions.values().forEach(group -> group.sort(BY_NUMBER));
        editions.forEach(this::conflict);
        reports.values().forEach(this::body);
        folder.forEachRow("ledger", this::ledger);
        reports.forEach(
                (id, r) -> inputs.add(new Item(Item.REPORT, id, "", r.get("input"), r.getOrDefault("title", ""))));
    }

    private void code(Map<String, String> r) {
        labels.put(labelKey(r), r.get("label"));
        order.putIfAbsent(labelKey(r), order.size());
    }

    private void edition(Map<String, String> r) {
        String year = r.getOrDefault("year", "");
        String body = r.getOrDefault("body", "");
        if (!year.isEmpty() && !body.isEmpty()) {
            editions.computeIfAbsent(Settlement.edition(year, r.get("profile"), body), k -> new ArrayList<>())
                    .add(r);
        }
    }

    /** Whether nobody but a person can tell whether it stands. */
    private static boolean isAtOdds(Map<String, String> r) {
        String kind = r.getOrDefault("edition_kind", "");
        return AT_ODDS.stream().anyMatch(k -> k.word().equals(kind));
    }

    private void conflict(String subject, List<Map<String, String>> group) {
        Map<String, String> shown = group.stream()
                .filter(r -> isAtOdds(r) && !r.getOrDefault("edition_of", "").isEmpty())
                .findFirst()
                .orElse(group.get(0));
        String others = group.stream()
                .filter(r -> r != shown && !isCopy(r))
                .map(r -> "≠ " + r.get("input"))
                .collect(Collectors.joining(" "));
        items.add(new Item(Item.CONFLICT, shown.get("report_id"), "", shown.get("input"), others, subject));
    }

    /** A body that the registry does not know by its name, or that a person said. */
    private void body(Map<String, String> r) {
        boolean unknown = r.getOrDefault("issuer_code", "").isEmpty()
                && r.getOrDefault("issuer_level", "").isEmpty();
        if (unknown || isByPerson(r)) {
            String id = r.get("report_id");
            items.add(new Item(Item.BODY, id, "", r.get("input"), r.getOrDefault("issuer", ""), id));
        }
    }

    static boolean isCopy(Map<String, String> report) {
        return report.getOrDefault("edition_kind", "").equals(Edition.Kind.COPY.word());
    }

    static boolean isStanding(Map<String, String> report) {
        return report.getOrDefault("edition_kind", "").equals(Edition.Kind.STANDING.word());
    }

    static boolean isByPerson(Map<String, String> report) {
        return report.getOrDefault("issuer_evidence", "").equals(Resolution.Evidence.PERSON.word());
    }

    /** Rows of reports.csv that are editions of one report; empty where none are at odds. */
    List<Map<String, String>> editions(String subject) {
        return editions.getOrDefault(subject, List.of());
    }

    /** Why an input is quarantined; empty for others. */
    String reasonOf(String subject) {
        return quarantined.getOrDefault(subject, "");
    }

    private void ledger(Map<String, String> r) {
        String text = r.get("reason").isEmpty() ? r.get("detail") : r.get("reason") + ": " + r.get("detail");
        String report = r.get("report_id");
        inputs.add(new Item(Item.INPUT, report, r.get("status"), r.get("input"), text));
        ledger.computeIfAbsent(r.get("sha256"), s -> new ArrayList<>()).add(r);
        if (r.get("status").equals("quarantined")) {
            String subject = Settlement.input(r.get("sha256"), r.get("input"));
            quarantined.put(subject, r.get("reason"));
            items.add(new Item(Item.QUARANTINED, "", "", r.get("input"), text, subject));
        }
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

    /** The printed label of the group a row belongs to; empty for none. */
    String group(SavedReport report, String template, String table, String row) {
        return group(String.join("|", report.profile(), template, table), row);
    }

    private String group(String table, String row) {
        int dot = row.lastIndexOf('.');
        return dot < 0 ? "" : labels.getOrDefault(table + "|row|" + row.substring(0, dot), "");
    }

    /** Place of a code in its template, from 0; local codes come last. */
    int order(SavedReport report, String template, String table, String kind, String code) {
        return order.getOrDefault(String.join("|", report.profile(), template, table, kind, code), order.size());
    }

    /** Printed labels of row and column of a suspect cell or a failed check; empty where there are none. */
    String heading(Item item) {
        Map<String, String> report = reports.getOrDefault(item.reportId(), Map.of());
        String of = report.getOrDefault("profile", "") + "|" + report.getOrDefault("template", "") + "|";
        if (item.kind().equals(Item.CHECK)) {
            String[] parts = item.code().split(" ", -1);
            return parts.length == 4 ? joined(of + parts[1], parts[2], parts[3]) : "";
        }
        int table = item.code().indexOf('.');
        for (int at = item.code().indexOf('.', table + 1);
                at > 0;
                at = item.code().indexOf('.', at + 1)) {
            String key = of + item.code().substring(0, table);
            String row = item.code().substring(table + 1, at);
            String column = item.code().substring(at + 1);
            if (labels.containsKey(key + "|row|" + row) && labels.containsKey(key + "|column|" + column)) {
                return joined(key, row, column);
            }
        }
        return "";
    }

    private String joined(String table, String row, String column) {
        return Stream.of(
                        group(table, row),
                        labels.getOrDefault(table + "|row|" + row, ""),
                        labels.getOrDefault(table + "|column|" + column, ""))
                .filter(label -> !label.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String labelKey(Map<String, String> r) {
        return String.join("|", r.get("profile"), r.get("template"), r.get("table"), r.get("kind"), r.get("code"));
    }
}
