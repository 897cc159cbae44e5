package gouji.report;

import gouji.profile.BlockTemplate;
import gouji.profile.Label;
import gouji.profile.Node;
import gouji.profile.TableTemplate;
import gouji.table.Cell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A template's table in a recognised grid of just its shape: block under block, each with as many lines of headings and of
 * figures as the template's, headings that span the columns of each group, and labels that span the rows of each group. Each
 * cell of such a grid has its place in the template whatever could be read in it.
 *
 * @param lines the lines of figures, in template order
 * @param anchors every cell that holds a label, with the label of its place
 * @param groups labels over more than one row or column; a table without any has no shape of its own
 */
record TableShape(List<Line> lines, List<Anchor> anchors, int groups) {
    /**
     * A line of figures.
     *
     * @param row index of the printed row
     * @param label the cell of its own label; empty for a record
     * @param figures one cell a column
     */
    record Line(TableLine line, int row, Optional<Cell> label, List<Cell> figures) {}

    /** A label's cell and what should stand there. */
    record Anchor(Cell cell, Label label) {}

    /** @param rows all rows of one printed table, of which the first is number {@code first} of all rows */
    static Optional<TableShape> of(TableTemplate table, List<PrintedRow> rows, int first) {
        int end = rows.size();
        while (end > 0 && rows.get(end - 1).isBlank()) {
            end--;
        }
        Finder finder = new Finder(rows.subList(0, end), first);
        int at = 0;
        for (BlockTemplate block : table.blocks()) {
            List<TableLine> lines = TableLine.of(table).stream()
                    .filter(l -> l.block() == block && !l.optional())
                    .toList();
            int next = at + heads(block) + lines.size();
            if (next > end || !finder.add(block, lines, at)) {
                return Optional.empty();
            }
            at = next;
        }
        return at == end
                ? Optional.of(new TableShape(
                        List.copyOf(finder.lines),
                        List.copyOf(finder.anchors),
                        table.blocks().size() - 1 + finder.groups))
                : Optional.empty();
    }

    private static int heads(BlockTemplate block) {
        return (block.label().isPresent() ? 1 : 0) + depth(block.columns());
    }

    private static int depth(List<Node> nodes) {
        return nodes.stream().mapToInt(n -> 1 + depth(n.children())).max().orElse(0);
    }

    private static int leaves(Node node) {
        return (int) node.all().filter(n -> n.value().isPresent()).count();
    }

    /** Collects what stands where, block by block, until something does not fit. */
    private static final class Finder {
        private final List<PrintedRow> rows;
        private final int first;
        private final List<Line> lines = new ArrayList<>();
        private final List<Anchor> anchors = new ArrayList<>();
        private int groups;

        Finder(List<PrintedRow> rows, int first) {
            this.rows = rows;
            this.first = first;
        }

        boolean add(BlockTemplate block, List<TableLine> wanted, int at) {
            int body = at + heads(block);
            if (block.label().isPresent()) {
                List<Cell> title = rows.get(at).cells();
                if (title.size() != 1) {
                    return false;
                }
                anchors.add(new Anchor(title.get(0), block.label().get()));
            }
            return addLines(wanted, body)
                    && addRows(block.rows(), body, 0)
                    && addColumns(block.columns(), figures(body, wanted.get(0).columns()), at, body, 0);
        }

        private List<Cell> figures(int row, int columns) {
            List<Cell> cells = rows.get(row).cells();
            return cells.subList(cells.size() - columns, cells.size());
        }

        private boolean addLines(List<TableLine> wanted, int body) {
            Set<String> spans = new HashSet<>();
            for (int i = 0; i < wanted.size(); i++) {
                TableLine line = wanted.get(i);
                PrintedRow row = rows.get(body + i);
                int labels = row.cells().size() - line.columns();
                if (labels < 0 || labels != labels(line)) {
                    return false;
                }
                List<Cell> figures = figures(body + i, line.columns());
                if (figures.stream().anyMatch(c -> c.rowSpan() != 1)) {
                    return false;
                }
                spans.add(figures.stream()
                        .map(c -> c.column() + "+" + c.columnSpan())
                        .toList()
                        .toString());
                Optional<Cell> own =
                        labels == 0 ? Optional.empty() : Optional.of(row.cells().get(labels - 1));
                lines.add(new Line(line, first + body + i, own, figures));
            }
            return spans.size() == 1;
        }

        /** How many cells of labels stand before the figures: one for each group that prints no figures, and its own. */
        private static int labels(TableLine line) {
            return line.isRecord()
                    ? 0
                    : line.block().rows().stream()
                            .mapToInt(r -> path(r, line.node()))
                            .sum();
        }

        private static int path(Node from, Node to) {
            if (from == to) {
                return 1;
            }
            int below = from.children().stream().mapToInt(c -> path(c, to)).sum();
            return below == 0 ? 0 : below + (from.value().isEmpty() ? 1 : 0);
        }

        private boolean addRows(List<Node> nodes, int from, int level) {
            int at = from;
            for (Node node : nodes) {
                int all = leaves(node);
                boolean bare = node.value().isEmpty();
                if (node.label().isPresent() && !addLabel(node, at, bare ? all : 1, level)) {
                    return false;
                }
                if (!addRows(node.children(), bare ? at : at + 1, bare ? level + 1 : level)) {
                    return false;
                }
                at += all;
            }
            return true;
        }

        private boolean addLabel(Node node, int at, int span, int level) {
            PrintedRow row = rows.get(at);
            Cell cell = row.cells().get(level);
            if (cell.row() != row.row() || cell.rowSpan() != span) {
                return false;
            }
            groups += span > 1 ? 1 : 0;
            anchors.add(new Anchor(cell, node.label().orElseThrow()));
            return true;
        }

        /** Every heading spans just the columns of its leaves, in one of the rows above the figures. */
        private boolean addColumns(List<Node> nodes, List<Cell> figures, int from, int to, int leaf) {
            int at = leaf;
            for (Node node : nodes) {
                int end = at + leaves(node);
                Cell last = figures.get(end - 1);
                Optional<Cell> heading = heading(
                        from,
                        to,
                        figures.get(at).column(),
                        last.column() + last.columnSpan(),
                        node.children().isEmpty());
                if (heading.isEmpty() || !addColumns(node.children(), figures, from, to, at)) {
                    return false;
                }
                groups += end - at > 1 ? 1 : 0;
                node.label().ifPresent(l -> anchors.add(new Anchor(heading.get(), l)));
                at = end;
            }
            return true;
        }

        /** The lowest cell over these columns for a heading of one column, the highest for one of a group. */
        private Optional<Cell> heading(int from, int to, int left, int right, boolean lowest) {
            Optional<Cell> found = Optional.empty();
            for (int r = from; r < to; r++) {
                for (Cell cell : rows.get(r).cells()) {
                    if (cell.column() == left
                            && cell.column() + cell.columnSpan() == right
                            && (lowest || found.isEmpty())) {
                        found = Optional.of(cell);
                    }
                }
            }
            return found;
        }
    }
}
