package gouji.review;

import gouji.dataset.Correction;
import gouji.dataset.CorrectionLog;
import gouji.dataset.Csv;
import gouji.dataset.Json;
import gouji.profile.Profile;
import gouji.report.Observation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the page asks for and what it settles. Safe between threads. */
public final class Review {
    private static final int MOST_ITEMS = 500;

    private final Dataset dataset;
    private final CorrectionLog log;
    private final List<Profile> profiles;
    private final PagePictures pictures;

    /** @throws IOException when a file of the dataset cannot be read */
    public Review(Path root, Csv csv, Json json, List<Profile> profiles, PagePictures pictures) throws IOException {
        this.dataset = new Dataset(root, csv, json);
        this.log = new CorrectionLog(root, csv);
        this.profiles = List.copyOf(profiles);
        this.pictures = pictures;
        log.read();
    }

    /** Number of reports. */
    public int size() {
        return dataset.size();
    }

    /**
     * The list of what to look at.
     *
     * @param kind one kind, or empty for all
     * @param words part of an input's name or a code; empty for all
     * @param settled whether those already settled are listed too
     */
    public Map<String, Object> worklist(String kind, String words, boolean settled) throws IOException {
        List<Correction> all = log.read();
        Map<String, Map<String, Correction>> inForce = Correction.inForce(all);
        Map<String, SettledReport> touched = new LinkedHashMap<>();
        for (String id : inForce.keySet()) {
            settled(id, all, inForce).ifPresent(r -> touched.put(id, r));
        }
        Map<String, Integer> open = new TreeMap<>();
        List<Map<String, Object>> items = new ArrayList<>();
        int found = 0;
        for (Dataset.Item item : dataset.items()) {
            boolean done = isSettled(item, inForce, touched);
            open.merge(item.kind(), done ? 0 : 1, Integer::sum);
            boolean wanted = (kind.isEmpty() || item.kind().equals(kind))
                    && (settled || !done)
                    && (item.input() + " " + item.code() + " " + item.text()).contains(words);
            if (wanted && ++found <= MOST_ITEMS) {
                items.add(Map.of(
                        "kind", item.kind(),
                        "report", item.reportId(),
                        "code", item.code(),
                        "input", item.input(),
                        "text", item.text(),
                        "settled", done));
            }
        }
        return Map.of("open", open, "found", found, "items", items, "reports", dataset.size(), "decisions", all.size());
    }

    private static boolean isSettled(
            Dataset.Item item, Map<String, Map<String, Correction>> inForce, Map<String, SettledReport> touched) {
        Map<String, Correction> ofReport = inForce.getOrDefault(item.reportId(), Map.of());
        if (item.kind().equals("suspect")) {
            return ofReport.containsKey(item.code());
        }
        SettledReport report = touched.get(item.reportId());
        if (!item.kind().equals("check") || report == null) {
            return false;
        }
        boolean blamed = ofReport.values().stream()
                .filter(c -> c.decision() == Correction.Decision.REPORT_WRONG)
                .anyMatch(c -> report.arithmetic().stream()
                        .filter(a -> ReportPage.at(a.result()).equals(item.code()))
                        .anyMatch(a -> ReportPage.codes(a).contains(c.code())));
        return blamed || !report.failing().contains(item.code());
    }

    private Optional<SettledReport> settled(
            String id, List<Correction> all, Map<String, Map<String, Correction>> inForce) throws IOException {
        Optional<SavedCells> saved = dataset.find(id);
        if (saved.isEmpty()) {
            return Optional.empty();
        }
        List<Correction> mine =
                all.stream().filter(c -> c.reportId().equals(id)).toList();
        return profile(saved.get())
                .map(p -> SettledReport.of(saved.get(), p, mine, inForce.getOrDefault(id, Map.of())));
    }

    private Optional<Profile> profile(SavedCells saved) {
        return profiles.stream().filter(p -> p.id().equals(saved.profile())).findFirst();
    }

    /** A report as the page shows it; empty where there is none. */
    public Optional<Map<String, Object>> find(String id) throws IOException {
        List<Correction> all = log.read();
        Optional<SettledReport> settled = settled(id, all, Correction.inForce(all));
        if (settled.isEmpty()) {
            return Optional.empty();
        }
        List<Correction> mine =
                all.stream().filter(c -> c.reportId().equals(id)).toList();
        SavedCells saved = dataset.find(id).orElseThrow();
        return Optional.of(new ReportPage(dataset, saved, settled.get(), mine)
                .of(dataset.findRow(id).orElseThrow()));
    }

    /** A picture of a page; empty where there is none. */
    public Optional<PagePictures.Picture> findPicture(String id, int page) {
        return dataset.findRow(id).flatMap(r -> pictures.find(r.get("input"), r.get("sha256"), page));
    }

    /**
     * Keeps a decision; it is on disk when this returns.
     *
     * @param seen number of decisions on the cell that the person saw
     * @throws StaleException when somebody else decided meanwhile
     * @throws IllegalArgumentException when there is no such cell
     */
    public synchronized void decide(Decided decided, int seen) throws IOException, StaleException {
        List<Correction> all = log.read();
        Observation cell = dataset.find(decided.report()).stream()
                .flatMap(r -> r.observations().stream())
                .map(SavedCells.Cell::observation)
                .filter(o -> o.code().equals(decided.code()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such cell: " + decided.code()));
        List<Correction> mine = all.stream()
                .filter(c -> c.reportId().equals(decided.report()) && c.code().equals(decided.code()))
                .toList();
        if (mine.size() != seen) {
            throw new StaleException();
        }
        var before = mine.isEmpty() ? cell.value() : mine.get(mine.size() - 1).before();
        log.append(List.of(new Correction(
                decided.report(),
                cell.table(),
                cell.row(),
                cell.column(),
                before,
                decided.decision() == Correction.Decision.EDIT ? decided.after() : before,
                decided.reason(),
                decided.who(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                decided.decision())));
    }

    /**
     * What a person decided.
     *
     * @param report its id
     * @param code {@code table.row.column}
     * @param decision what kind
     * @param after of an edit: the value on the page; empty for a blank cell
     * @param reason why, may be empty
     * @param who who
     */
    public record Decided(
            String report,
            String code,
            Correction.Decision decision,
            Optional<java.math.BigDecimal> after,
            String reason,
            String who) {}

    /** Somebody else decided on the cell meanwhile. */
    public static final class StaleException extends Exception {
        private static final long serialVersionUID = 1;
    }
}
