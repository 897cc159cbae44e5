package gouji.dataset;

import gouji.profile.BlockTemplate;
import gouji.profile.Node;
import gouji.profile.Profile;
import gouji.profile.TableTemplate;
import gouji.profile.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The codes of the profiles: for codes.csv, for the columns of the wide tables, and for counting cells. */
final class CodeList {
    private final List<Profile> profiles;
    private final Map<String, Set<String>> cells = new LinkedHashMap<>();
    private final Map<String, String> meanings = new HashMap<>();
    private final Map<String, Set<String>> columnsOfTable = new LinkedHashMap<>();

    CodeList(List<Profile> profiles) {
        this.profiles = List.copyOf(profiles);
        for (Profile p : profiles) {
            for (Template t : p.templates()) {
                for (TableTemplate table : t.tables()) {
                    add(p, p.id() + "\n" + t.id(), t.id(), table);
                }
            }
        }
    }

    private void add(Profile p, String template, String templateId, TableTemplate table) {
        Set<String> known = cells.computeIfAbsent(template, k -> new HashSet<>());
        Set<String> columns = columnsOfTable.computeIfAbsent(table.id(), k -> new LinkedHashSet<>());
        for (BlockTemplate block : table.blocks()) {
            for (Node row : block.leafRows()) {
                for (Node column : block.leafColumns()) {
                    columns.add(row.code() + "." + column.code());
                    String code = table.id() + "." + row.code() + "." + column.code();
                    known.add(code);
                    meanings.putIfAbsent(code, said(p, row) + " / " + said(p, column) + "; in " + templateId + ".");
                }
            }
        }
    }

    /** Whether the template has this cell; locally added rows and printed subtotals are none of its cells. */
    boolean hasCell(String profile, String template, String code) {
        Set<String> known = cells.get(profile + "\n" + template);
        return known == null ? !code.contains(".local.") : known.contains(code);
    }

    /** Ids of all tables, in profile order. */
    List<String> tables() {
        return List.copyOf(columnsOfTable.keySet());
    }

    /** {@code row.column} of a table, over all templates, in profile order. */
    List<String> columns(String table) {
        return List.copyOf(columnsOfTable.get(table));
    }

    /** What a {@code row.column} of a table means: English and the printed labels. */
    String meaning(String table, String rowColumn) {
        return meanings.getOrDefault(table + "." + rowColumn, "Row and column of table " + table + ".");
    }

    private static String said(Profile p, Node node) {
        String english = p.meaning(node.code()).english();
        String label = node.label().map(l -> l.preferred()).orElse(node.code());
        return english.isEmpty() ? label : english + " (" + label + ")";
    }

    /** Rows of codes.csv, in profile order. */
    List<List<Value>> rows() {
        List<List<Value>> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Profile p : profiles) {
            for (Template t : p.templates()) {
                for (TableTemplate table : t.tables()) {
                    String[] key = {p.id(), t.id(), table.id()};
                    nodes(table, true).forEach(n -> addRow(rows, seen, key, "row", n));
                    nodes(table, false).forEach(n -> addRow(rows, seen, key, "column", n));
                }
            }
        }
        return rows;
    }

    private static Stream<Node> nodes(TableTemplate table, boolean rows) {
        return table.blocks().stream()
                .flatMap(b -> (rows ? b.rows() : b.columns()).stream())
                .flatMap(Node::all);
    }

    private static void addRow(List<List<Value>> rows, Set<String> seen, String[] key, String kind, Node node) {
        if (!seen.add(String.join("\n", key) + "\n" + kind + "\n" + node.code())) {
            return;
        }
        rows.add(List.of(
                Value.of(key[0]),
                Value.of(key[1]),
                Value.of(key[2]),
                Value.of(kind),
                Value.of(node.code()),
                Value.of(node.label().map(l -> l.preferred()).orElse("")),
                Value.of(node.value().map(v -> v.unit()).orElse("")),
                Value.of(node.label().map(l -> String.join(" | ", l.also())).orElse(""))));
    }
}
