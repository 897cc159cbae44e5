package gouji.report;

import gouji.document.Finding;
import gouji.document.Place;
import gouji.profile.Node;
import gouji.profile.Profile;
import gouji.profile.TableTemplate;
import gouji.profile.Template;
import gouji.profile.ValueType;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import gouji.table.Element;
import gouji.table.Layout;
import gouji.table.Prose;
import gouji.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns printed tables and prose into a coded report of one family. Safe between threads; the result depends on the
 * layout and the profile only.
 */
public final class Normalizer {
    /** From this many rows with missing cells a text dump is refused: its repeated or blank cells were removed. */
    private static final int DEFICIENT_ROWS = 2;

    /** Evidence (in rows) nearer than this does not tell two templates apart. */
    private static final double CLOSE = 1;

    private final Profile profile;
    private final LabelForms forms;
    private final CellValues values;

    public Normalizer(Profile profile) {
        this.profile = profile;
        this.forms = new LabelForms(profile);
        this.values = new CellValues(profile.values());
    }

    /**
     * Reads a report.
     *
     * @throws UnreadableException {@link Reason#NO_REPORT_FOUND} when the layout holds no table of the family, {@link
     *     Reason#TABLE_MISSING} when its title names a report all the same, {@link Reason#INCOMPLETE_TEXT} when cells
     *     were removed from a dump
     */
    public Report read(Layout layout) throws UnreadableException {
        List<PrintedRow> rows = PrintedRow.of(layout.tables(), values);
        Map<String, TableReading> tables = readTables(rows);
        List<Finding> findings = new ArrayList<>(layout.findings());
        List<Prose> prose = ownTables(layout, rows, tables);
        List<Finding> aboutMetadata = new ArrayList<>();
        Metadata metadata = new MetadataReader(profile, layout.findings(), aboutMetadata).read(prose);
        refuse(layout, prose, metadata, tables);
        findings.addAll(aboutMetadata);
        String template = mainTemplate(tables);
        reportTemplates(tables, template, findings);
        List<Observation> observations = new ArrayList<>();
        tables.values().forEach(t -> observations.addAll(t.observations()));
        tables.values().forEach(t -> findings.addAll(t.findings()));
        observations.addAll(absentTables(tables, template, findings));
        List<Sections.Part> parts = new Sections(profile, forms).cut(prose);
        return new Report(
                profile.id(),
                template,
                metadata,
                parts.stream()
                        .filter(p -> !p.code().isEmpty() || !p.paragraphs().isEmpty())
                        .map(Sections.Part::text)
                        .toList(),
                layout.tables(),
                observations,
                new FigureReader(profile, codes(observations)).read(parts),
                findings,
                layout.pages(),
                profile.language());
    }

    /** Keeps of each table the report's own where several are printed; the prose without any of them. */
    private List<Prose> ownTables(Layout layout, List<PrintedRow> rows, Map<String, TableReading> tables) {
        Set<Integer> claimed = new HashSet<>();
        tables.values().forEach(r -> claimed.addAll(r.tables()));
        Optional<Integer> year = new MetadataReader(profile, List.of(), new ArrayList<>())
                .read(prose(layout.elements(), claimed))
                .year();
        OwnTables own = new OwnTables(profile, forms, values, rows, layout.elements());
        tables.replaceAll((id, found) -> own.own(found, year, claimed));
        return prose(layout.elements(), claimed);
    }

    private static Set<String> codes(List<Observation> observations) {
        return observations.stream().map(Observation::code).collect(java.util.stream.Collectors.toSet());
    }

    /**
     * For each table id the template that its labels fit best; where templates have the very same rows of what is
     * printed (the same table, or one cut short), the template of the tables that settle it.
     */
    private Map<String, TableReading> readTables(List<PrintedRow> rows) {
        Map<String, TableReading> best = new LinkedHashMap<>();
        List<TableReading> all = new ArrayList<>();
        RowScores scores = new RowScores(forms, rows);
        for (Template template : profile.templates()) {
            for (TableTemplate table : template.tables()) {
                TableReader.read(profile, values, scores, template.id(), table).ifPresent(all::add);
            }
        }
        all.forEach(r -> best.merge(r.table().id(), r, Normalizer::better));
        Map<String, TableReading> settled = new LinkedHashMap<>(best);
        all.forEach(r -> {
            TableReading chosen = best.get(r.table().id());
            if (r != chosen && r.codes().equals(chosen.codes())) {
                settled.remove(r.table().id());
            }
        });
        String main = mainTemplate(settled.isEmpty() ? best : settled);
        for (TableReading reading : all) {
            TableReading chosen = best.get(reading.table().id());
            if (reading.template().equals(main) && reading.codes().equals(chosen.codes())) {
                best.put(reading.table().id(), reading);
            }
        }
        return best;
    }

    /** The reading that fits better; where both fit alike and differ, its figures are in doubt. */
    private static TableReading better(TableReading a, TableReading b) {
        TableReading first = b.score() > a.score() ? b : a;
        TableReading second = first == a ? b : a;
        boolean close = first.evidence() - second.evidence() < CLOSE;
        return close && !first.codes().equals(second.codes()) ? first.inDoubt(second) : first;
    }

    private void refuse(Layout layout, List<Prose> prose, Metadata metadata, Map<String, TableReading> tables)
            throws UnreadableException {
        boolean aboutReports = profile.recognition().rejectTitle().stream()
                .anyMatch(p -> firstLines(prose).stream()
                        .anyMatch(line -> p.matcher(line).find()));
        if (tables.isEmpty()) {
            boolean named = !aboutReports && !metadata.title().isEmpty();
            throw named
                    ? new UnreadableException(
                            Reason.TABLE_MISSING,
                            "The title names a report (" + metadata.title()
                                    + "), but none of its tables was found: look at"
                                    + " the file; its tables may be pictures or attached elsewhere.")
                    : new UnreadableException(Reason.NO_REPORT_FOUND);
        }
        if (aboutReports && metadata.title().isEmpty()) {
            throw new UnreadableException(
                    Reason.NO_REPORT_FOUND,
                    "This is a text about such reports or of a neighbouring family, not a report.");
        }
        int deficient =
                tables.values().stream().mapToInt(TableReading::deficient).sum();
        if (deficient >= DEFICIENT_ROWS) {
            throw new UnreadableException(
                    Reason.INCOMPLETE_TEXT,
                    deficient + " rows of its tables have fewer cells than the template has columns: whoever made this"
                            + " text removed repeated or blank cells. Import the original file instead.");
        }
    }

    private static List<String> firstLines(List<Prose> prose) {
        return prose.stream().limit(6).map(p -> LabelForms.compact(p.text())).toList();
    }

    private static String mainTemplate(Map<String, TableReading> tables) {
        return tables.values().stream()
                .max(java.util.Comparator.comparingInt(t -> t.table().cells()))
                .map(TableReading::template)
                .orElse("");
    }

    private static void reportTemplates(Map<String, TableReading> tables, String main, List<Finding> findings) {
        for (TableReading table : tables.values()) {
            if (!table.template().equals(main)) {
                findings.add(Finding.warning(
                        "MIXED_TEMPLATES",
                        "Table " + table.table().id() + " follows " + table.template() + ", the report otherwise "
                                + main + ".",
                        Place.UNKNOWN));
            }
        }
    }

    private List<Observation> absentTables(Map<String, TableReading> tables, String template, List<Finding> findings) {
        List<Observation> absent = new ArrayList<>();
        for (TableTemplate table : profile.template(template).tables()) {
            if (!tables.containsKey(table.id())) {
                findings.add(Finding.warning(
                        "TABLE_ABSENT", "Table " + table.id() + " was not found in the report.", Place.UNKNOWN));
                table.blocks()
                        .forEach(b -> b.leafRows()
                                .forEach(r -> b.leafColumns().forEach(c -> absent.add(absent(template, table, r, c)))));
            }
        }
        return absent;
    }

    private static Observation absent(String template, TableTemplate table, Node row, Node column) {
        String unit = ValueType.ofCell(row.value().orElseThrow(), column.value().orElseThrow())
                .unit();
        return new Observation(
                template,
                table.id(),
                row.code(),
                column.code(),
                Optional.empty(),
                unit,
                "",
                State.ABSENT,
                0.99,
                Place.UNKNOWN);
    }

    /** Prose in reading order; rows of tables that no template claims are read as lines of prose. */
    private List<Prose> prose(List<Element> elements, Set<Integer> claimed) {
        List<Prose> prose = new ArrayList<>();
        int table = 0;
        for (Element element : elements) {
            if (element instanceof Prose p) {
                prose.add(p);
            } else if (element instanceof Table t) {
                prose.addAll(claimed.contains(table++) ? headings(t) : lines(t));
            }
        }
        return prose;
    }

    private List<Prose> lines(Table table) {
        return PrintedRow.of(List.of(table), values).stream()
                .filter(r -> !r.isBlank())
                .map(r -> new Prose(r.text(), r.cells().get(0).place(), 0))
                .toList();
    }

    /** Titles and section headings that a text dump left among the cells of a table. */
    private List<Prose> headings(Table table) {
        if (table.exact()) {
            return List.of();
        }
        Sections sections = new Sections(profile, forms);
        return table.cells().stream()
                .filter(c -> isTitle(c.text()) || sections.isHeading(c.text()))
                .map(c -> new Prose(c.text(), c.place(), 0))
                .toList();
    }

    private boolean isTitle(String text) {
        String compact = LabelForms.compact(text);
        return profile.metadata().title().stream()
                .anyMatch(p -> p.matcher(compact).matches());
    }
}
