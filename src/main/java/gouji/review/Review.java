package gouji.review;

import gouji.body.Registry;
import gouji.dataset.Correction;
import gouji.dataset.Csv;
import gouji.dataset.CsvSource;
import gouji.dataset.Json;
import gouji.dataset.SavedReport;
import gouji.dataset.Settlements;
import gouji.profile.Profile;
import gouji.report.Observation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the page asks for and what it settles. Safe between threads. */
public final class Review {
    private static final Pattern OF_CHARTS = Pattern.compile("(year|without|region):.*", Pattern.DOTALL);

    private final Snapshots snapshots;
    private final Decisions decisions;
    private final List<Profile> profiles;
    private final PagePictures pictures;
    private final Settler settler;
    private Snapshot listedOf;
    private Decisions.Known listedWith = Decisions.Known.of(List.of(), Settlements.NONE);
    private Map<String, Standing> standings = Map.of();
    private Worklist list;

    /**
     * Opens a dataset.
     *
     * @param registries the registry of an id
     * @throws IOException when a file of the dataset cannot be read
     */
    public Review(
            Path root,
            Csv csv,
            CsvSource source,
            Json json,
            List<Profile> profiles,
            Function<String, Registry> registries,
            PagePictures pictures)
            throws IOException {
        Registries known = new Registries(profiles, registries);
        this.snapshots = new Snapshots(root, source, json, profiles, known);
        this.decisions = new Decisions(root, csv);
        this.profiles = List.copyOf(profiles);
        this.pictures = pictures;
        this.settler = new Settler(snapshots, decisions, known);
        this.listedOf = snapshots.now();
        decisions.known();
    }

    /** For what is no cell. */
    public Settler settler() {
        return settler;
    }

    /** Number of reports. */
    public int size() {
        return snapshots.now().dataset().size();
    }

    /**
     * What of the list is asked for.
     *
     * @param kind one kind, or empty for all that waits for a person
     * @param group one group, as the charts name them; empty for all
     * @param words part of an input's name, a code or a text; empty for all
     * @param settled whether those already settled are listed too
     * @param from how many to leave out
     */
    public record Query(String kind, String group, String words, boolean settled, int from) {}

    /** The list of what to look at. */
    public Map<String, Object> worklist(Query query) throws IOException {
        Snapshot snapshot = snapshots.now();
        Predicate<Item> group = item -> item.in(query.group());
        if (OF_CHARTS.matcher(query.group()).matches()) {
            Set<String> reports = snapshot.dashboard().reports(query.group());
            group = item -> reports.contains(item.reportId());
        }
        return list(snapshot)
                .page(query.kind(), group.and(item -> item.has(query.words())), query.settled(), query.from());
    }

    /** The list is made again only after an import or a decision; then only reports decided on are looked at again. */
    private synchronized Worklist list(Snapshot snapshot) throws IOException {
        Decisions.Known known = decisions.known();
        if (list == null || snapshot != listedOf || known != listedWith) {
            Map<String, Standing> now = new HashMap<>();
            for (Map.Entry<String, List<Correction>> e : known.byReport().entrySet()) {
                Standing before = standings.get(e.getKey());
                boolean same =
                        snapshot == listedOf && before != null && before.log().equals(e.getValue());
                (same ? Optional.of(before) : standing(snapshot.dataset(), e.getKey(), known))
                        .ifPresent(s -> now.put(e.getKey(), s));
            }
            list = new Worklist(snapshot.dataset(), known, now);
            standings = now;
            listedOf = snapshot;
            listedWith = known;
        }
        return list;
    }

    private Optional<Standing> standing(Dataset dataset, String id, Decisions.Known known) throws IOException {
        Optional<SavedReport> saved = dataset.find(id);
        Optional<SettledReport> settled = saved.flatMap(s -> settled(s, id, known));
        return settled.map(s -> Standing.of(
                id,
                dataset.findRow(id).orElseThrow().get("input"),
                saved.orElseThrow(),
                s,
                known.of(id),
                known.inForce(id)));
    }

    private Optional<SettledReport> settled(SavedReport saved, String id, Decisions.Known known) {
        return profiles.stream()
                .filter(p -> p.id().equals(saved.profile()))
                .findFirst()
                .map(p -> SettledReport.of(saved, p, known.of(id), known.inForce(id)));
    }

    /** A report as the page shows it; empty where there is none. */
    public Optional<Map<String, Object>> find(String id) throws IOException {
        Dataset dataset = snapshots.now().dataset();
        Optional<SavedReport> saved = dataset.find(id);
        if (saved.isEmpty()) {
            return Optional.empty();
        }
        Decisions.Known known = decisions.known();
        return settled(saved.get(), id, known)
                .map(s -> new ReportPage(dataset, saved.get(), s, known.of(id))
                        .of(dataset.findRow(id).orElseThrow()));
    }

    /** The charts. */
    public Map<String, Object> dashboard() throws IOException {
        return snapshots.now().dashboard().page();
    }

    /** Rows of the ledger of a file of this digest. */
    public List<Map<String, String>> ledger(String sha256) {
        return snapshots.now().dataset().ledger(sha256);
    }

    /** Whether the ledger has no input of this name. */
    boolean isUnknown(String input) {
        return snapshots.now().dataset().inputs().stream()
                .noneMatch(i -> i.kind().equals(Item.INPUT) && i.input().endsWith(input));
    }

    /** A picture of a page; empty where there is none. */
    public Optional<PagePictures.Picture> findPicture(String id, int page) {
        return snapshots.now().dataset().findRow(id).flatMap(r -> pictures.find(r.get("input"), r.get("sha256"), page));
    }

    /**
     * Keeps a decision; it is on disk when this returns.
     *
     * @param seen number of decisions on the cell that the person saw
     * @param shown the value that the person saw, empty text for none; empty where that does not matter
     * @throws StaleException when somebody else decided meanwhile, or an import read something else
     * @throws NoSuchCellException when there is no such cell
     */
    public void decide(Decided decided, int seen, Optional<String> shown)
            throws IOException, StaleException, NoSuchCellException {
        SavedReport report = snapshots.now().dataset().find(decided.report()).orElseThrow(NoSuchCellException::new);
        Observation cell = report.observations().stream()
                .map(SavedReport.Cell::observation)
                .filter(o -> o.code().equals(decided.code()))
                .findFirst()
                .orElseThrow(NoSuchCellException::new);
        synchronized (decisions) {
            List<Correction> before = decisions.known().of(decided.report(), decided.code());
            Optional<BigDecimal> read = read(report, cell, before);
            boolean same = shown.isEmpty() || isShown(shown.get(), report, decided);
            if (before.size() != seen || !same) {
                throw new StaleException();
            }
            decisions.add(correction(decided, cell, read));
        }
    }

    /** Whether a text is the value of the cell as the page shows it now. */
    private boolean isShown(String text, SavedReport report, Decided decided) throws IOException {
        Optional<BigDecimal> shown = Correction.figure(text);
        return settled(report, decided.report(), decisions.known()).stream()
                .flatMap(s -> s.observations().stream())
                .filter(o -> o.code().equals(decided.code()))
                .allMatch(o -> Conflicts.same(o.value(), shown));
    }

    /** What the machine reads: it stands in the first decision where the dataset holds a person's figure. */
    private static Optional<BigDecimal> read(SavedReport report, Observation cell, List<Correction> before) {
        Optional<Conflicts.WithReading> conflict =
                Conflicts.withReading(report, cell.code()).filter(Conflicts.WithReading::placed);
        if (conflict.isPresent()) {
            return conflict.get().now();
        }
        return before.isEmpty() ? cell.value() : before.get(before.size() - 1).before();
    }

    private static Correction correction(Decided decided, Observation cell, Optional<BigDecimal> read) {
        return new Correction(
                decided.report(),
                cell.table(),
                cell.row(),
                cell.column(),
                read,
                decided.decision() == Correction.Decision.EDIT ? decided.after() : read,
                decided.reason(),
                decided.who(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                decided.decision());
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
            Optional<BigDecimal> after,
            String reason,
            String who) {}

    /** Somebody else decided on the cell meanwhile. */
    public static final class StaleException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** The report is not there, or has no such cell. */
    public static final class NoSuchCellException extends Exception {
        private static final long serialVersionUID = 1;
    }
}
