package gouji.report;

import gouji.document.Place;
import gouji.profile.BlockTemplate;
import gouji.profile.Node;
import gouji.profile.Profile;
import gouji.profile.TableTemplate;
import gouji.profile.yaml.ProfileLoader;
import gouji.source.UnreadableException;
import gouji.table.Cell;
import gouji.table.Element;
import gouji.table.Layout;
import gouji.table.Prose;
import gouji.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A report drawn for a test: the mandated tables of a template with a figure of its own in every cell, as rows of
 * fields that a test may then spoil.
 */
public final class DrawnReport {
    public static final Profile PROFILE = profile();

    private final List<Element> elements = new ArrayList<>();

    private static Profile profile() {
        try (InputStream in = ProfileLoader.class.getResourceAsStream("/gouji/profiles/cn-disclosure/profile.yaml")) {
            return ProfileLoader.load(in, "cn-disclosure");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public DrawnReport prose(String text) {
        elements.add(new Prose(text, Place.UNKNOWN, 0));
        return this;
    }

    /** A table whose column numbers mean nothing, as a text dump gives it. */
    public DrawnReport ragged(List<List<String>> rows) {
        return add(rows, false);
    }

    /** A table whose column numbers can be believed. */
    public DrawnReport exact(List<List<String>> rows) {
        return add(rows, true);
    }

    private DrawnReport add(List<List<String>> rows, boolean exact) {
        List<Cell> cells = new ArrayList<>();
        int columns = 0;
        for (int r = 0; r < rows.size(); r++) {
            columns = Math.max(columns, rows.get(r).size());
            for (int c = 0; c < rows.get(r).size(); c++) {
                Place place = Place.at("row " + (r + 1) + " / cell " + (c + 1));
                cells.add(new Cell(r, c, 1, 1, rows.get(r).get(c), place, 1));
            }
        }
        List<Integer> pages = Collections.nCopies(rows.size(), 0);
        elements.add(new Table(rows.size(), columns, cells, exact, List.of(), pages));
        return this;
    }

    public Report read() throws UnreadableException {
        return new Normalizer(PROFILE).read(new Layout(elements, 0, List.of()));
    }

    /** Rows of a mandated table: {@code label, figure, figure…}; figures count up from 1 through the whole table. */
    public static List<List<String>> rows(String template, String table) {
        List<List<String>> rows = new ArrayList<>();
        int figure = 1;
        for (BlockTemplate block : template(template, table).blocks()) {
            block.label().ifPresent(l -> rows.add(List.of(l.preferred())));
            groups(block.columns(), rows);
            List<String> head = new ArrayList<>(
                    List.of(block.rowHeader().map(l -> l.preferred()).orElse("")));
            block.leafColumns().forEach(c -> head.add(c.label().orElseThrow().preferred()));
            rows.add(head);
            for (Node row : block.leafRows()) {
                List<String> fields = new ArrayList<>(
                        List.of(row.label().map(l -> l.preferred()).orElse("")));
                for (int c = 0; c < block.leafColumns().size(); c++) {
                    fields.add(String.valueOf(figure++));
                }
                rows.add(fields);
            }
        }
        return rows;
    }

    /** A header row for each level of column groups. */
    private static void groups(List<Node> columns, List<List<String>> rows) {
        List<Node> groups =
                columns.stream().filter(c -> !c.children().isEmpty()).toList();
        if (!groups.isEmpty()) {
            rows.add(groups.stream()
                    .map(g -> g.label().orElseThrow().preferred())
                    .toList());
            groups(groups.stream().flatMap(g -> g.children().stream()).toList(), rows);
        }
    }

    private static TableTemplate template(String template, String table) {
        return PROFILE.template(template).tables().stream()
                .filter(t -> t.id().equals(table))
                .findFirst()
                .orElseThrow();
    }

    /** The rows with one of them, recognised by a word of its label, changed. */
    public static List<List<String>> with(List<List<String>> rows, String word, UnaryOperator<List<String>> change) {
        List<List<String>> changed = new ArrayList<>();
        for (List<String> row : rows) {
            boolean hit = row.stream().anyMatch(f -> f.contains(word));
            changed.add(hit ? change.apply(new ArrayList<>(row)) : row);
        }
        if (changed.equals(rows)) {
            throw new IllegalArgumentException("no row was changed by " + word);
        }
        return changed;
    }

    /** A cell of a report as {@code value/state}. */
    public static String cell(Report report, String code) {
        return report.observations().stream()
                .filter(o -> o.code().equals(code))
                .map(o -> o.value().map(v -> v.toPlainString()).orElse("") + "/"
                        + o.state().word())
                .findFirst()
                .orElse("none");
    }
}
