package gouji.profile.yaml;

import gouji.profile.BlockTemplate;
import gouji.profile.Identity;
import gouji.profile.Identity.Term;
import gouji.profile.Node;
import gouji.profile.TableTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An identity and its two sides.
 *
 * <p>A side is 0, or a sum of terms: {@code total}, {@code 2*total}, {@code sum(result.denied.*)}, joined by + and -. The
 * star stands for the values one level below a code; where one level below is a group without values of its own, for
 * the values below that. {@code last(code)} is the cell of the same body's report for the year before.
 */
final class IdentityReader {
    private static final Pattern TERM = Pattern.compile("\\s*(?<sign>[+-])?\\s*(?:(?<factor>\\d{1,6})\\s*\\*\\s*)?"
            + "(?:sum\\(\\s*(?<group>[a-z0-9_.]+)\\.\\*\\s*\\)|last\\(\\s*(?<last>[a-z][a-z0-9_.]*)\\s*\\)"
            + "|(?<code>[a-z][a-z0-9_.]*))\\s*");

    private final At at;
    private final TableTemplate table;
    private final boolean byColumn;
    private final List<String> within;

    private IdentityReader(At at, TableTemplate table) {
        this.at = at;
        this.table = table;
        this.byColumn = at.get("each").text().equals("column");
        this.within = at.texts("within");
    }

    /** Empty where its table is unknown. */
    static Optional<Identity> read(At at, List<TableTemplate> tables) {
        String id = at.get("table").text();
        Optional<TableTemplate> table =
                tables.stream().filter(t -> t.id().equals(id)).findFirst();
        if (table.isEmpty()) {
            at.get("table")
                    .problem("expected a table of this template ("
                            + String.join(
                                    ", ", tables.stream().map(TableTemplate::id).toList()) + "), found " + id);
        }
        return table.map(t -> new IdentityReader(at, t).identity());
    }

    private Identity identity() {
        Identity.Relation relation = relation();
        List<At> sides = at.list(relation.name().toLowerCase(Locale.ROOT));
        List<Term> left = sides.isEmpty() ? List.of() : terms(sides.get(0));
        List<Term> right = sides.isEmpty() ? List.of() : terms(sides.get(1));
        at.find("at").ifPresent(this::known);
        if (!within.isEmpty() && at.find("over").isPresent()) {
            at.get("over").problem("over and within exclude each other");
        }
        at.list("over").forEach(o -> {
            if (!values(!byColumn).contains(o.text())) {
                o.problem(unknown(o.text(), !byColumn));
            }
        });
        at.list("within").forEach(w -> {
            if (axis(byColumn).noneMatch(n -> n.code().equals(w.text()))) {
                w.problem(unknown(w.text(), byColumn));
            }
        });
        checkOneBlockHoldsAll(left, right);
        return new Identity(
                at.get("id").text(),
                table.id(),
                byColumn ? Identity.Scope.COLUMN : Identity.Scope.ROW,
                within.isEmpty() ? at.texts("over") : within,
                !within.isEmpty(),
                relation,
                left,
                right,
                at.text("at", ""),
                at.find("slack").map(s -> s.node().asInt()).orElse(0),
                at.texts("levels"),
                Identity.Severity.valueOf(at.text("severity", "error").toUpperCase(Locale.ROOT)),
                at.get("note").text());
    }

    private Identity.Relation relation() {
        List<Identity.Relation> said = Stream.of(Identity.Relation.values())
                .filter(r -> at.find(r.name().toLowerCase(Locale.ROOT)).isPresent())
                .toList();
        if (said.size() != 1) {
            at.problem("expected one of eq, ge, le, found " + (said.isEmpty() ? "none" : said.size() + " of them"));
        }
        return said.isEmpty() ? Identity.Relation.EQ : said.get(0);
    }

    private List<Term> terms(At side) {
        List<Term> terms = new ArrayList<>();
        String text = side.text();
        if (text.equals("0")) {
            return terms;
        }
        Matcher m = TERM.matcher(text);
        int end = 0;
        while (end < text.length()) {
            m.region(end, text.length());
            if (!m.lookingAt() || end > 0 && m.group("sign") == null) {
                side.problem("expected 0, or codes joined by + and -, 2*code, sum(code.*) or last(code), found \""
                        + text.substring(end) + "\" in \"" + text + "\"");
                return terms;
            }
            int factor = m.group("factor") == null ? 1 : Integer.parseInt(m.group("factor"));
            int weight = "-".equals(m.group("sign")) ? -factor : factor;
            boolean last = m.group("last") != null;
            codes(m, side).forEach(code -> terms.add(new Term(weight, code, last)));
            end = m.end();
        }
        terms.forEach(t -> prefixed(t.code()).forEach(code -> {
            if (!values(byColumn).contains(code)) {
                side.problem(unknown(code, byColumn));
            }
        }));
        return terms;
    }

    private List<String> codes(Matcher m, At side) {
        if (m.group("group") != null) {
            return below(m.group("group"), side);
        }
        return List.of(m.group("last") == null ? m.group("code") : m.group("last"));
    }

    /** With {@code within}, what is below the first group; the others must have the same, which the terms' check sees. */
    private List<String> below(String group, At side) {
        String prefix = within.isEmpty() ? "" : within.get(0) + ".";
        List<String> codes = axis(byColumn)
                .filter(n -> n.code().equals(prefix + group))
                .findFirst()
                .map(n -> n.children().stream()
                        .flatMap(IdentityReader::nearestValues)
                        .map(code -> code.startsWith(prefix) ? code.substring(prefix.length()) : code)
                        .toList())
                .orElse(List.of());
        if (codes.isEmpty()) {
            side.problem("sum(" + group + ".*) matches nothing: " + unknown(group, byColumn) + " with values below it");
        }
        return codes;
    }

    private static Stream<String> nearestValues(Node node) {
        return node.value().isPresent()
                ? Stream.of(node.code())
                : node.children().stream().flatMap(IdentityReader::nearestValues);
    }

    private void known(At code) {
        prefixed(code.text()).forEach(c -> {
            if (!values(byColumn).contains(c)) {
                code.problem(unknown(c, byColumn));
            }
        });
    }

    private List<String> prefixed(String code) {
        return within.isEmpty()
                ? List.of(code)
                : within.stream().map(w -> w + "." + code).toList();
    }

    /** Terms of different blocks would never meet in one column or row. */
    private void checkOneBlockHoldsAll(List<Term> left, List<Term> right) {
        List<String> codes = Stream.concat(left.stream(), right.stream())
                .flatMap(t -> prefixed(t.code()).stream())
                .toList();
        boolean known = values(byColumn).containsAll(codes);
        boolean together =
                table.blocks().stream().anyMatch(b -> leaves(b, byColumn).containsAll(codes));
        if (known && !together) {
            at.problem("the terms stand in different blocks of " + table.id() + " and never meet in one "
                    + (byColumn ? "column" : "row"));
        }
    }

    private List<String> values(boolean rows) {
        return table.blocks().stream().flatMap(b -> leaves(b, rows).stream()).toList();
    }

    private static List<String> leaves(BlockTemplate block, boolean rows) {
        return (rows ? block.leafRows() : block.leafColumns())
                .stream().map(Node::code).toList();
    }

    private Stream<Node> axis(boolean rows) {
        return table.blocks().stream()
                .flatMap(b -> (rows ? b.rows() : b.columns()).stream())
                .flatMap(Node::all);
    }

    private String unknown(String code, boolean rows) {
        return "the table " + table.id() + " has no " + (rows ? "row " : "column ") + code;
    }
}
