package gouji.profile.yaml;

import gouji.profile.BlockTemplate;
import gouji.profile.Identity;
import gouji.profile.Label;
import gouji.profile.Node;
import gouji.profile.Profile;
import gouji.profile.Section;
import gouji.profile.TableTemplate;
import gouji.profile.Template;
import gouji.profile.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One template of a profile: its tables, their row and column trees, its identities. */
final class TemplateReader {
    private final Profile.Normalization normalization;
    private final List<Section> sections;

    TemplateReader(Profile.Normalization normalization, List<Section> sections) {
        this.normalization = normalization;
        this.sections = sections;
    }

    Template template(At at) {
        List<TableTemplate> tables = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (At table : at.list("tables")) {
            if (!ids.add(table.get("id").text())) {
                table.get("id").problem("the table id " + table.get("id").text() + " is used twice in this template");
            }
            tables.add(table(table));
        }
        return new Template(at.get("id").text(), tables, identities(at, tables));
    }

    private List<Identity> identities(At at, List<TableTemplate> tables) {
        List<Identity> identities = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (At identity : at.list("identities")) {
            String where = identity.get("id").text() + " at " + identity.text("at", "the table");
            if (!shown.add(where)) {
                identity.get("id")
                        .problem("the identity " + where + " is stated twice: results could not be told apart");
            }
            IdentityReader.read(identity, tables).ifPresent(identities::add);
        }
        return identities;
    }

    private TableTemplate table(At at) {
        at.find("section").ifPresent(s -> {
            if (sections.stream().noneMatch(known -> known.code().equals(s.text()))) {
                s.problem("no section has the code " + s.text());
            }
        });
        List<BlockTemplate> blocks = new ArrayList<>();
        Set<String> cells = new HashSet<>();
        for (At block : at.list("blocks")) {
            BlockTemplate read = block(block);
            blocks.add(read);
            Set<String> own = new LinkedHashSet<>();
            read.leafRows().forEach(r -> read.leafColumns().forEach(c -> own.add(r.code() + "." + c.code())));
            own.stream()
                    .filter(cells::contains)
                    .forEach(c -> block.problem("the cell " + c + " stands in an earlier block of this table too"));
            cells.addAll(own);
        }
        List<Label> notes = at.list("notes").stream().map(TemplateReader::label).toList();
        return new TableTemplate(at.get("id").text(), at.text("section", ""), notes, blocks, at.flag("open"));
    }

    private BlockTemplate block(At at) {
        List<Node> columns = nodes(at.list("columns"), new HashSet<>());
        List<Node> rows = nodes(at.list("rows"), new HashSet<>());
        BlockTemplate block = new BlockTemplate(
                at.find("label").map(l -> label(at)), at.find("row_header").map(TemplateReader::label), columns, rows);
        for (Node row : block.leafRows()) {
            for (Node column : block.leafColumns()) {
                String rowUnit = row.value().orElseThrow().unit();
                String columnUnit = column.value().orElseThrow().unit();
                if (!rowUnit.isEmpty() && !columnUnit.isEmpty() && !rowUnit.equals(columnUnit)) {
                    at.problem("the row " + row.code() + " counts in " + rowUnit + " and the column " + column.code()
                            + " in " + columnUnit + "; a cell has one unit");
                }
            }
        }
        if (rows.size() > 1) {
            block.leafRows().stream()
                    .filter(r -> r.label().isEmpty())
                    .forEach(r ->
                            at.problem("the row " + r.code() + " has no label; only the single row of a block may"));
        }
        return block;
    }

    private List<Node> nodes(List<At> list, Set<String> codes) {
        List<Node> nodes = new ArrayList<>();
        Siblings labels = new Siblings(normalization);
        for (At at : list) {
            Node node = node(at, codes);
            node.label().ifPresent(l -> labels.add(l, at));
            nodes.add(node);
        }
        return nodes;
    }

    private Node node(At at, Set<String> codes) {
        String code = at.get("code").text();
        if (!codes.add(code)) {
            at.get("code").problem("the code " + code + " is used twice in this block");
        }
        List<Node> children = nodes(at.list("children"), codes);
        boolean holdsValue = children.isEmpty() || at.flag("value");
        if (!holdsValue) {
            for (String key : List.of("unit", "type", "signed", "unit_stated")) {
                at.find(key)
                        .ifPresent(k -> k.problem(
                                "a group has no cells, so " + key + " means nothing here; say value: true if it has"));
            }
        }
        if (at.find("label").isEmpty()
                && (at.find("also").isPresent() || at.find("hidden").isPresent())) {
            at.problem("variants need a label they are variants of");
        }
        Optional<ValueType> value = holdsValue ? Optional.of(type(at)) : Optional.empty();
        return new Node(code, at.find("label").map(l -> label(at)), value, children);
    }

    private static ValueType type(At at) {
        ValueType.Kind kind =
                at.text("type", "integer").equals("decimal") ? ValueType.Kind.DECIMAL : ValueType.Kind.INTEGER;
        return new ValueType(kind, at.text("unit", ""), at.flag("signed"), at.flag("unit_stated"));
    }

    /** From {@code label}, {@code also} and {@code hidden} of a mapping, or from a text alone. */
    static Label label(At at) {
        return at.node().isString()
                ? new Label(at.text(), List.of(), List.of())
                : new Label(at.get("label").text(), at.texts("also"), at.texts("hidden"));
    }
}
