package gouji.dataset;

import gouji.panel.Crosswalk;
import gouji.panel.Edition;
import gouji.panel.Likeness;
import gouji.panel.Point;
import gouji.panel.Similarity;
import gouji.profile.Profile;
import gouji.report.Observation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A dataset becomes a panel: {@code panel.csv}, {@code similarity.csv}, {@code bodies.csv}, {@code panel.json} (their
 * description) and {@code codebook.md}. One report is in memory at a time.
 */
public final class PanelFiles {
    private static final Comparator<Line> ORDER = Comparator.comparing(Line::year)
            .thenComparing(Line::body)
            .thenComparing(Line::edition)
            .thenComparing(Line::reportId);

    private final Path dataset;
    private final Csv csv;
    private final Json json;
    private final Map<String, Profile> profiles = new HashMap<>();
    private final Map<String, Crosswalk> crosswalks = new HashMap<>();

    /** @param dataset output folder of an import */
    public PanelFiles(Path dataset, Csv csv, Json json, List<Profile> profiles) {
        this.dataset = dataset;
        this.csv = csv;
        this.json = json;
        profiles.forEach(p -> this.profiles.put(p.id(), p));
        profiles.forEach(p -> crosswalks.put(p.id(), new Crosswalk(p)));
    }

    /** A row of reports.csv, as far as it matters here. */
    private record Line(
            String reportId,
            String profile,
            String issuer,
            String code,
            String level,
            String kind,
            String parent,
            String scope,
            String body,
            int year,
            int edition,
            String editionKind) {}

    /**
     * What was written.
     *
     * @param reports reports with a body and a year
     * @param bodies bodies
     * @param points rows of panel.csv
     * @param left reports without one of them
     */
    public record Written(long reports, long bodies, long points, long left) {}

    /**
     * Writes into a folder, which is made if missing.
     *
     * @throws IOException when the dataset cannot be read or a file cannot be written
     */
    public Written write(Path out) throws IOException {
        List<Line> lines = new ArrayList<>();
        long[] left = {0};
        try (InputStream in = Files.newInputStream(dataset.resolve("reports.csv"))) {
            csv.read(in, r -> {
                boolean placed = !r.getOrDefault("body", "").isEmpty()
                        && !r.get("year").isEmpty()
                        && profiles.containsKey(r.get("profile"));
                if (placed) {
                    lines.add(line(r));
                } else {
                    left[0]++;
                }
            });
        }
        lines.sort(ORDER);
        prepare(out);
        long points = reports(lines, out);
        long bodies = bodies(lines, out);
        List<String> used =
                lines.stream().map(Line::profile).distinct().sorted().toList();
        Files.writeString(
                out.resolve("codebook.md"),
                (used.isEmpty() ? new java.util.TreeSet<>(profiles.keySet()) : used)
                        .stream().map(id -> Codebook.markdown(profiles.get(id))).collect(Collectors.joining("\n")));
        try (OutputStream file = Files.newOutputStream(out.resolve("datapackage.json"))) {
            Map<String, Object> description = DataPackage.of(
                    List.of(PanelSchemas.PANEL, PanelSchemas.SIMILARITY, PanelSchemas.BODIES), List.of());
            description.put(PanelOrigin.KEY, PanelOrigin.of(dataset));
            json.pretty(description, file);
        }
        return new Written(lines.size(), bodies, points, left[0]);
    }

    /** Makes the folder and sees that it can be written. */
    private static void prepare(Path out) throws OutputException {
        try {
            Files.createDirectories(out);
            Files.delete(Files.createTempFile(out, ".gouji", ""));
        } catch (IOException e) {
            throw new OutputException(out, e);
        }
    }

    private static Line line(Map<String, String> r) {
        return new Line(
                r.get("report_id"),
                r.get("profile"),
                r.get("issuer"),
                r.get("issuer_code"),
                r.get("issuer_level"),
                r.get("issuer_kind"),
                r.get("issuer_parent"),
                r.get("scope"),
                r.get("body"),
                Integer.parseInt(r.get("year")),
                Integer.parseInt(r.get("edition")),
                r.get("edition_kind"));
    }

    private Csv.Rows open(Path out, Schema schema) throws IOException {
        return csv.open(Files.newOutputStream(out.resolve(schema.path())), schema.header());
    }

    private long reports(List<Line> lines, Path out) throws IOException {
        long points = 0;
        Likeness likeness = new Likeness();
        try (Csv.Rows panel = open(out, PanelSchemas.PANEL);
                Csv.Rows similar = open(out, PanelSchemas.SIMILARITY)) {
            for (Line line : lines) {
                if (line.editionKind().equals(Edition.Kind.COPY.word())) {
                    continue;
                }
                SavedReport saved = json.read(
                        Files.readAllBytes(dataset.resolve("reports").resolve(line.reportId() + ".json")),
                        SavedReport.class);
                List<Observation> cells = saved.observations().stream()
                        .map(SavedReport.Cell::observation)
                        .toList();
                for (Point p : crosswalks.get(line.profile()).points(cells)) {
                    panel.row(point(line, p));
                    points++;
                }
                for (Similarity s : likeness.add(line.reportId(), line.body(), line.year(), saved.texts())) {
                    similar.row(similarity(line, s));
                }
            }
        }
        return points;
    }

    private static List<Value> point(Line line, Point p) {
        return List.of(
                Value.of(line.body()),
                Value.of(line.year()),
                Value.of(p.concept()),
                Value.of(p.value()),
                Value.of(p.unit()),
                Value.of(p.state().word()),
                Value.of(p.template()),
                Value.of(String.join(" + ", p.derived())),
                Value.of(p.mapping().word()),
                Value.of(p.mapping().skos()),
                Value.of(p.comparability().word()),
                Value.of(line.scope()),
                Value.of(line.edition()),
                Value.of(line.editionKind()),
                Value.of(line.reportId()));
    }

    private static List<Value> similarity(Line line, Similarity s) {
        return List.of(
                Value.of(line.body()),
                Value.of(line.year()),
                Value.of(s.section()),
                Value.of(s.relation().word()),
                Value.twoDecimals(s.share()),
                Value.of(s.characters()),
                Value.of(s.otherBody()),
                Value.of(s.otherYear()),
                Value.of(line.reportId()),
                Value.of(s.otherReport()));
    }

    private long bodies(List<Line> lines, Path out) throws IOException {
        Map<String, List<Line>> byBody = new java.util.TreeMap<>();
        lines.forEach(
                l -> byBody.computeIfAbsent(l.body(), b -> new ArrayList<>()).add(l));
        try (Csv.Rows rows = open(out, PanelSchemas.BODIES)) {
            for (Map.Entry<String, List<Line>> e : byBody.entrySet()) {
                List<Line> its = e.getValue();
                Line last = its.get(its.size() - 1);
                rows.row(List.of(
                        Value.of(e.getKey()),
                        Value.of(last.issuer()),
                        Value.of(last.code()),
                        Value.of(last.level()),
                        Value.of(last.kind()),
                        Value.of(last.parent()),
                        Value.of(its.get(0).year()),
                        Value.of(last.year()),
                        Value.of(its.stream().mapToInt(Line::year).distinct().count())));
            }
        }
        return byBody.size();
    }
}
