package gouji.profile.yaml;

import gouji.profile.BlockTemplate;
import gouji.profile.Chart;
import gouji.profile.Node;
import gouji.profile.Profile;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The entries of {@code charts}. */
final class ChartReader {
    private final At root;
    private final Profile profile;

    ChartReader(At root, Profile profile) {
        this.root = root;
        this.profile = profile;
    }

    List<Chart> charts() {
        return root.list("charts").stream().map(this::chart).toList();
    }

    private Chart chart(At at) {
        At table = at.get("table");
        At column = at.get("column");
        if (profile.templates().stream()
                .noneMatch(t -> t.findTable(table.text()).isPresent())) {
            table.problem("no template has a table " + table.text());
        } else if (nodes(table.text(), BlockTemplate::columns)
                .noneMatch(n -> n.code().equals(column.text()))) {
            column.problem("the table " + table.text() + " has no column " + column.text());
        }
        Chart.Kind kind = Chart.Kind.valueOf(at.get("kind").text().toUpperCase(Locale.ROOT));
        List<At> parts = at.list("parts");
        if (kind == Chart.Kind.RANKING && parts.size() > 1) {
            at.get("parts").problem("a ranking has one part, found " + parts.size());
        }
        return new Chart(
                kind,
                at.get("title").text(),
                at.text("note", ""),
                table.text(),
                column.text(),
                at.text("unit", ""),
                parts.stream().map(p -> part(p, table.text())).toList());
    }

    private Chart.Part part(At at, String table) {
        String row = at.get("row").text();
        if (nodes(table, BlockTemplate::rows).noneMatch(n -> n.code().equals(row))) {
            at.get("row").problem("the table " + table + " has no row " + row);
        }
        return new Chart.Part(at.text("label", ""), row, at.flag("below"));
    }

    private Stream<Node> nodes(String table, Function<BlockTemplate, List<Node>> axis) {
        return profile.templates().stream()
                .flatMap(t -> t.findTable(table).stream())
                .flatMap(t -> t.blocks().stream())
                .flatMap(b -> axis.apply(b).stream())
                .flatMap(Node::all);
    }
}
