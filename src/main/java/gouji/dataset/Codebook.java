package gouji.dataset;

import gouji.profile.BlockTemplate;
import gouji.profile.Comparison.Mapping;
import gouji.profile.FigurePattern;
import gouji.profile.Identity;
import gouji.profile.Node;
import gouji.profile.Profile;
import gouji.profile.TableTemplate;
import gouji.profile.Template;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codebook of a family as Markdown, made from its profile: a section for each row and column of each table. */
public final class Codebook {
    private final Profile profile;
    private final StringBuilder out = new StringBuilder();

    private Codebook(Profile profile) {
        this.profile = profile;
    }

    /**
     * A code of a table, over all templates.
     *
     * @param axis row or column
     * @param forms the node in each template that has it
     */
    private record Entry(String axis, Map<String, Node> forms) {}

    public static String markdown(Profile profile) {
        Codebook codebook = new Codebook(profile);
        codebook.write();
        return codebook.out.toString();
    }

    private void write() {
        line("# Codebook of " + profile.id() + ", version " + profile.version());
        line("");
        line("A cell's code is `table.row.column`. Templates: "
                + profile.templates().stream().map(Template::id).collect(Collectors.joining(", ")) + ".");
        Set<String> tables = profile.templates().stream()
                .flatMap(t -> t.tables().stream())
                .map(TableTemplate::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        tables.forEach(this::table);
        narrative();
    }

    private void table(String id) {
        Profile.Meaning meaning = profile.meaning(id);
        line("");
        line("## Table `" + id + "`" + (meaning.english().isEmpty() ? "" : ": " + meaning.english()));
        if (!meaning.definition().isEmpty()) {
            line("");
            line(meaning.definition());
        }
        entries(id).forEach((code, entry) -> entry(id, code, entry));
    }

    private Map<String, Entry> entries(String table) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Template template : profile.templates()) {
            template.findTable(table).ifPresent(t -> {
                for (BlockTemplate block : t.blocks()) {
                    add(entries, template, "row", block.rows());
                    add(entries, template, "column", block.columns());
                }
            });
        }
        return entries;
    }

    private static void add(Map<String, Entry> entries, Template template, String axis, List<Node> nodes) {
        nodes.stream()
                .flatMap(Node::all)
                .filter(n -> n.value().isPresent())
                .forEach(n -> entries.computeIfAbsent(
                                axis.equals("row") ? n.code() : n.code() + " ",
                                c -> new Entry(axis, new LinkedHashMap<>()))
                        .forms()
                        .putIfAbsent(template.id(), n));
    }

    private void entry(String table, String key, Entry entry) {
        String code = key.strip();
        Profile.Meaning meaning = profile.meaning(code);
        line("");
        line("### `" + table + "` " + entry.axis() + " `" + code + "`");
        line("");
        item("English", meaning.english());
        item("Definition", meaning.definition());
        entry.forms().forEach((template, node) -> {
            node.label().ifPresent(l -> item(template, l.preferred() + units(node)));
            node.label().ifPresent(l -> item("also printed as", String.join("; ", l.also())));
        });
        if (entry.forms().values().stream().allMatch(n -> n.label().isEmpty())) {
            item("Templates", String.join(", ", entry.forms().keySet()));
        }
        identities(table, code, entry.axis().equals("row"));
        crosswalk(table, code, entry.axis().equals("row"));
    }

    private static String units(Node node) {
        String unit = node.value().map(v -> v.unit()).orElse("");
        return unit.isEmpty() ? "" : " (" + unit + ")";
    }

    private void identities(String table, String code, boolean row) {
        Set<String> said = new LinkedHashSet<>();
        for (Template template : profile.templates()) {
            template.identities().stream()
                    .filter(i -> i.table().equals(table) && concerns(i, code, row))
                    .forEach(i -> said.add("`" + i.id() + "` " + i.explanation()));
        }
        profile.comparison().members().stream()
                .filter(m -> m.tables().contains(table) && row)
                .forEach(m -> said.add("`" + m.id() + "` " + m.explanation()));
        said.forEach(s -> item("identity", s));
    }

    private static boolean concerns(Identity identity, String code, boolean row) {
        boolean termsAreRows = identity.scope() == Identity.Scope.COLUMN;
        if (termsAreRows != row) {
            return !identity.within() && identity.over().contains(code);
        }
        List<String> groups = identity.within() ? identity.over() : List.of("");
        return Stream.concat(identity.left().stream(), identity.right().stream())
                .anyMatch(t ->
                        groups.stream().anyMatch(g -> (g.isEmpty() ? t.code() : g + "." + t.code()).equals(code)));
    }

    private void crosswalk(String table, String code, boolean row) {
        Set<String> said = new LinkedHashSet<>();
        for (Mapping m : profile.comparison().crosswalk()) {
            boolean itself = m.concepts().equals(m.codes());
            if (!itself
                    && Stream.concat(m.codes().stream(), m.concepts().stream())
                            .anyMatch(c -> names(c, table, code, row))) {
                String to = m.concepts().isEmpty() ? "" : " → " + String.join(", ", m.concepts());
                said.add(m.from() + ": " + m.kind().word().replace('-', ' ') + ": " + String.join(" + ", m.codes()) + to
                        + (m.note().isEmpty() ? "" : ". " + m.note()));
            }
        }
        said.stream().limit(12).forEach(s -> item("crosswalk", s));
    }

    private static boolean names(String cell, String table, String code, boolean row) {
        return row
                && cell.startsWith(table + "." + code + ".")
                && cell.substring(table.length() + code.length() + 2).indexOf('.') < 0;
    }

    private void narrative() {
        Map<String, Set<String>> phrases = new LinkedHashMap<>();
        for (FigurePattern f : profile.figures()) {
            if (!f.code().isEmpty() && !profile.namesCell(f.code())) {
                phrases.computeIfAbsent(f.code(), c -> new LinkedHashSet<>()).add(f.phrase());
            }
        }
        if (!phrases.isEmpty()) {
            line("");
            line("## Figures stated in prose only");
            line("");
            phrases.forEach((code, said) -> line("- `" + code + "`: " + String.join(", ", said)));
        }
    }

    private void item(String name, String text) {
        if (!text.isEmpty()) {
            line("- " + name + ": " + text);
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
