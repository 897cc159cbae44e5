package gouji.review;

import gouji.dataset.SavedReport;
import gouji.dataset.Settlement;
import gouji.dataset.Settlement.Kind;
import gouji.dataset.Settlements;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is to be settled that is no cell: bodies, editions, quarantined inputs; with the decisions of one moment. */
record Matters(Dataset dataset, Settlements settlements) {
    private static final int MOST_COMPARED = 8;
    private static final int MOST_DIFFERENCES = 300;

    /** Whether a decision in force settles it as it is today. */
    boolean isSettled(Item item) {
        Kind kind = item.matter().orElseThrow();
        Optional<Settlement> last = settlements.inForce(kind, item.subject());
        if (last.isEmpty() || settlements.atOdds(kind, item.subject()).isPresent()) {
            return false;
        }
        return switch (kind) {
            case BODY -> true;
            case INPUT -> last.get().before().equals(dataset.reasonOf(item.subject()));
            case EDITION -> isChosen(dataset.editions(item.subject()), last.get());
        };
    }

    private static boolean isChosen(List<Map<String, String>> editions, Settlement choice) {
        List<String> seen = Arrays.asList(choice.before().split(" "));
        boolean there = editions.stream().anyMatch(r -> r.get("report_id").equals(choice.after()));
        boolean followed = editions.stream().anyMatch(Dataset::isStanding);
        boolean known = editions.stream().allMatch(r -> Dataset.isCopy(r) || seen.contains(r.get("report_id")));
        return there && (followed || known);
    }

    /** What stands today, as a decision keeps it; empty where there is no such matter. */
    Optional<String> findNow(Kind kind, String subject) {
        return switch (kind) {
            case BODY -> dataset.findRow(subject).map(this::bodyNow);
            case EDITION -> Optional.of(ids(dataset.editions(subject))).filter(ids -> !ids.isEmpty());
            case INPUT -> Optional.of(dataset.reasonOf(subject)).filter(reason -> !reason.isEmpty());
        };
    }

    /** What the machine found: it stands in the last decision where the dataset holds a person's. */
    private String bodyNow(Map<String, String> report) {
        List<Settlement> log = settlements.of(Kind.BODY, report.get("report_id"));
        return Dataset.isByPerson(report) && !log.isEmpty()
                ? log.get(log.size() - 1).before()
                : report.getOrDefault("body", "");
    }

    private static String ids(List<Map<String, String>> editions) {
        return editions.stream().map(r -> r.get("report_id")).collect(Collectors.joining(" "));
    }

    /** As the page shows it. */
    Map<String, Object> page(Kind kind, String subject) throws IOException {
        List<Settlement> log = settlements.of(kind, subject);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("kind", kind.word());
        page.put("subject", subject);
        page.put("seen", log.size());
        page.put("log", log);
        settlements.inForce(kind, subject).ifPresent(s -> page.put("settled", s));
        settlements.atOdds(kind, subject).ifPresent(s -> page.put("atOdds", s));
        if (kind == Kind.BODY) {
            Map<String, String> report = dataset.findRow(subject).orElseThrow();
            page.put("issuer", report.getOrDefault("issuer", ""));
            page.put("candidates", candidates(report));
        }
        if (kind == Kind.EDITION) {
            editions(dataset.editions(subject), page);
        }
        if (kind == Kind.INPUT) {
            page.put("reason", dataset.reasonOf(subject));
        }
        return page;
    }

    /** {@code 320302 鼓楼区 | 320106 鼓楼区}, as reports.csv has them. */
    private static List<Map<String, Object>> candidates(Map<String, String> report) {
        return Arrays.stream(report.getOrDefault("issuer_candidates", "").split(" \\| "))
                .filter(c -> c.matches("[0-9]{6} .+"))
                .map(c -> Map.<String, Object>of("code", c.substring(0, 6), "name", c.substring(7)))
                .toList();
    }

    private void editions(List<Map<String, String>> group, Map<String, Object> page) throws IOException {
        List<Map<String, Object>> editions = new ArrayList<>();
        List<SavedReport> compared = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Map<String, String> r : group) {
            Map<String, Object> edition = new LinkedHashMap<>();
            for (String column : List.of(
                    "report_id",
                    "input",
                    "title",
                    "published",
                    "edition",
                    "edition_kind",
                    "cells_read",
                    "checks_failed")) {
                edition.put(column, r.getOrDefault(column, ""));
            }
            editions.add(edition);
            Optional<SavedReport> saved = Dataset.isCopy(r) || compared.size() >= MOST_COMPARED
                    ? Optional.empty()
                    : dataset.find(r.get("report_id"));
            saved.ifPresent(s -> {
                compared.add(s);
                ids.add(r.get("report_id"));
            });
        }
        page.put("editions", editions);
        page.put("compared", ids);
        page.put("differences", differences(compared));
    }

    /** Cells whose figures differ, each with a figure for each report; empty texts for blanks and where there is no cell. */
    private List<Map<String, Object>> differences(List<SavedReport> reports) {
        Map<String, String[]> values = new LinkedHashMap<>();
        Map<String, SavedReport.Cell> cells = new LinkedHashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            for (SavedReport.Cell c : reports.get(i).observations()) {
                String code = String.join(".", c.table(), c.row(), c.column());
                cells.putIfAbsent(code, c);
                values.computeIfAbsent(code, k -> blanks(reports.size()))[i] = c.value()
                        .map(v -> v.stripTrailingZeros().toPlainString())
                        .orElse("");
            }
        }
        return values.entrySet().stream()
                .filter(e -> Arrays.stream(e.getValue()).distinct().count() > 1)
                .limit(MOST_DIFFERENCES)
                .map(e -> difference(e.getKey(), cells.get(e.getKey()), reports.get(0), e.getValue()))
                .toList();
    }

    private static String[] blanks(int size) {
        String[] blanks = new String[size];
        Arrays.fill(blanks, "");
        return blanks;
    }

    private Map<String, Object> difference(String code, SavedReport.Cell c, SavedReport report, String[] values) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("code", code);
        m.put("row", dataset.label(report, c.template(), c.table(), "row", c.row()));
        m.put("column", dataset.label(report, c.template(), c.table(), "column", c.column()));
        m.put("values", List.of(values));
        return m;
    }
}
