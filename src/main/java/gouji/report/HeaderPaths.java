package gouji.report;

import gouji.profile.BlockTemplate;
import gouji.profile.Label;
import gouji.profile.Node;
import gouji.table.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The printed headings as a tree: a value column stands where its own heading and those of its groups stand one above
 * the other. Columns of the same name (总计 in every block) are told apart so.
 */
final class HeaderPaths {
    /** Least similarity of a heading. */
    private static final double LEAST = 0.75;
    /** Least similarity of a heading whose order is believed. */
    private static final double SURE = 0.9;

    private final LabelForms forms;
    private final List<Cell> header;
    private final BlockTemplate block;

    HeaderPaths(BlockTemplate block, List<Cell> header, LabelForms forms) {
        this.block = block;
        this.header = header;
        this.forms = forms;
    }

    /** The heading of each value column by code; empty unless each has exactly one, in a grid column of its own. */
    Map<String, Cell> places() {
        Map<String, Cell> places = new HashMap<>();
        for (Node root : block.columns()) {
            if (!place(root, List.of(), places)) {
                return Map.of();
            }
        }
        return places.values().stream().map(Cell::column).distinct().count() == places.size()
                ? Map.copyOf(places)
                : Map.of();
    }

    private boolean place(Node node, List<Label> above, Map<String, Cell> places) {
        List<Label> path = new ArrayList<>(above);
        node.label().ifPresent(path::add);
        if (!node.children().isEmpty()) {
            return node.children().stream().allMatch(child -> place(child, path, places));
        }
        Optional<Label> own = node.label();
        if (own.isEmpty()) {
            return false;
        }
        List<Cell> named = alike(own.get());
        List<Cell> found = named.size() == 1
                ? named
                : named.stream()
                        .filter(c -> path.stream().allMatch(l -> stands(l, c.column())))
                        .toList();
        return found.size() == 1 && places.put(node.code(), found.get(0)) == null;
    }

    /** Headings like a label, one a grid column. */
    private List<Cell> alike(Label label) {
        Map<Integer, Cell> byColumn = new TreeMap<>();
        header.stream()
                .filter(c -> forms.similarity(c.text(), label) >= LEAST)
                .forEach(c -> byColumn.putIfAbsent(c.column(), c));
        return List.copyOf(byColumn.values());
    }

    private boolean stands(Label label, int column) {
        return header.stream()
                .anyMatch(c -> c.column() <= column
                        && column < c.column() + c.columnSpan()
                        && forms.similarity(c.text(), label) >= LEAST);
    }

    /**
     * Whether the headings of one printed row, from left to right, cannot be met in the template's order: not group by
     * group, nor level by level, nor all groups before all columns (a dump with a cell a line has all levels in one row).
     */
    boolean disordered() {
        List<Label> byGroup = labels(block.columns().stream().flatMap(Node::all).toList());
        List<Node> levels = new ArrayList<>(block.columns());
        for (int i = 0; i < levels.size(); i++) {
            levels.addAll(levels.get(i).children());
        }
        List<Label> byLevel = labels(levels);
        List<Node> groupsFirst = new ArrayList<>(
                levels.stream().filter(n -> !n.children().isEmpty()).toList());
        groupsFirst.addAll(block.leafColumns());
        Map<Integer, List<Cell>> rows = new TreeMap<>();
        header.forEach(
                c -> rows.computeIfAbsent(c.row(), r -> new ArrayList<>()).add(c));
        List<List<Label>> orders =
                rows.size() == 1 ? List.of(byGroup, byLevel, labels(groupsFirst)) : List.of(byGroup, byLevel);
        return rows.values().stream().anyMatch(row -> orders.stream().noneMatch(order -> follows(row, order)));
    }

    private static List<Label> labels(List<Node> nodes) {
        return nodes.stream().flatMap(n -> n.label().stream()).toList();
    }

    private boolean follows(List<Cell> row, List<Label> order) {
        List<Cell> printed = row.stream()
                .filter(c -> order.stream().anyMatch(l -> forms.similarity(c.text(), l) >= SURE))
                .sorted(java.util.Comparator.comparingInt(Cell::column))
                .toList();
        int at = 0;
        for (Cell cell : printed) {
            while (at < order.size() && forms.similarity(cell.text(), order.get(at)) < SURE) {
                at++;
            }
            if (at++ == order.size()) {
                return false;
            }
        }
        return true;
    }
}
