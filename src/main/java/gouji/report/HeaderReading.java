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

/**
 * The printed header above a block's first row: which cell names which value column. The order of the columns is
 * the template's; the header confirms it, states units, and settles which of several blank cells a column is.
 */
final class HeaderReading {
    private static final double LEAST = 0.75;

    private final List<Node> columns;
    private final Map<String, Cell> cells = new HashMap<>();
    private final List<String> unique = new ArrayList<>();
    private final Map<String, Cell> places;
    private final boolean disordered;
    private final Optional<Cell> corner;
    private final int named;

    HeaderReading(BlockTemplate block, List<Cell> header, LabelForms forms) {
        this.corner = block.rowHeader().flatMap(l -> best(l, header, forms));
        this.columns = block.leafColumns();
        for (Node column : columns) {
            if (isUnique(column, forms)) {
                unique.add(column.code());
                best(column.label().orElseThrow(), header, forms).ifPresent(c -> cells.put(column.code(), c));
            }
        }
        this.named = unique.size();
        HeaderPaths paths = new HeaderPaths(block, header, forms);
        this.places = paths.places();
        this.disordered = paths.disordered();
    }

    /**
     * Whether headings stand in another order than the template's, so that the order of the figures cannot be the
     * template's either.
     */
    boolean disordered() {
        return disordered;
    }

    /**
     * The heading of each value column by its code, where the headings above name every one of them beyond doubt; else
     * empty. For exact tables only.
     */
    Map<String, Cell> places() {
        return places;
    }

    private boolean isUnique(Node column, LabelForms forms) {
        String form = column.label().map(forms::preferred).orElse("");
        return !form.isEmpty()
                && columns.stream()
                                .filter(c -> c.label()
                                        .map(forms::preferred)
                                        .orElse("")
                                        .equals(form))
                                .count()
                        == 1;
    }

    private static Optional<Cell> best(Label label, List<Cell> header, LabelForms forms) {
        Cell best = null;
        double most = LEAST;
        for (Cell cell : header) {
            double similarity = forms.similarity(cell.text(), label);
            if (similarity > most || similarity == most && best == null) {
                most = similarity;
                best = cell;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Share of the columns with a heading of their own that were found; 1 when none has. */
    double share() {
        return named == 0 ? 1 : cells.size() / (double) named;
    }

    /**
     * Whether two headings stand in the same column. No form does that: cells of the header were removed, and with them
     * the meaning of every column number.
     */
    boolean collides() {
        return cells.values().stream().map(Cell::column).distinct().count() < cells.size();
    }

    /** Number in its table of the row that names the columns; empty when no heading was found. */
    Optional<Integer> row() {
        return cells.values().stream().map(Cell::row).max(Integer::compare);
    }

    /** The cell that names a column; empty when none was recognised. */
    Optional<Cell> cell(Node column) {
        return Optional.ofNullable(cells.get(column.code()));
    }

    /**
     * Whether a row of a text dump counts its fields as the header does: the header names the label column too, and
     * the row's label stands in it.
     */
    boolean countsAs(PrintedRow row) {
        int label = row.cells().size() - row.tail().size() - 1;
        return corner.isPresent()
                && label >= 0
                && row.cells().get(label).column() == corner.get().column();
    }

    /** Codes of the columns with a heading of their own that was not found, where more than half of the others was. */
    java.util.Set<String> unnamed() {
        if (cells.size() * 2 < named || cells.size() == named) {
            return java.util.Set.of();
        }
        return unique.stream().filter(c -> !cells.containsKey(c)).collect(java.util.stream.Collectors.toSet());
    }

    /** Where the first value column is in the tail of a row that counts columns as the header does. */
    Optional<Integer> offset(PrintedRow row) {
        for (int c = 0; c < columns.size(); c++) {
            Cell head = cells.get(columns.get(c).code());
            if (head == null) {
                continue;
            }
            for (int t = 0; t < row.tail().size(); t++) {
                if (row.tail().get(t).column() == head.column()) {
                    return t - c < 0 ? Optional.empty() : Optional.of(t - c);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * For an exact table, the order in which the value columns stand on the page; empty when the header does not
     * name them all, or names them in the template's order.
     */
    Optional<List<Node>> otherOrder() {
        if (places.isEmpty()) {
            return Optional.empty();
        }
        List<Node> printed = new ArrayList<>(columns);
        printed.sort(java.util.Comparator.comparingInt(n -> places.get(n.code()).column()));
        return printed.equals(columns) ? Optional.empty() : Optional.of(printed);
    }
}
