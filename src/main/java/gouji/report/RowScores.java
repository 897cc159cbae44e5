package gouji.report;

import gouji.profile.Label;
import gouji.profile.Node;
import gouji.table.Cell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How well a printed row answers a row of a template. */
final class RowScores {
    /** Least similarity at which a label is taken for a template's. */
    static final double LEAST = 0.62;
    /** Least similarity at which a printed subtotal is taken for a group's. */
    private static final double SUBTOTAL = 0.9;
    /** What a label costs that is not the last one before the figures. */
    private static final double NOT_LAST = 0.06;
    /** What lacking cells cost: of two rows of one label, the one that can hold the figures is meant. */
    private static final double SHORT = 0.01;
    /** Rows above a line of figures that may be its header. */
    private static final int HEADER_ROWS = 6;
    /** Least share of column labels that must stand above a line of figures without a label. */
    private static final double HEADER_SHARE = 0.6;

    /** The same where the cells of the header have just the shape of the template's. */
    private static final double SHAPED_SHARE = 0.3;
    /** What a line of blanks counts beside a line of figures under the same header. */
    private static final double BLANK_RECORD = 0.5;

    private final LabelForms forms;
    private final List<PrintedRow> rows;
    private final RowLabels labels;

    RowScores(LabelForms forms, List<PrintedRow> rows) {
        this.forms = forms;
        this.rows = rows;
        this.labels = new RowLabels(forms, rows);
    }

    LabelForms forms() {
        return forms;
    }

    List<PrintedRow> rows() {
        return rows;
    }

    /** 0 when the row cannot be the line's, else up to 1. */
    double of(int i, TableLine line) {
        PrintedRow row = rows.get(i);
        if (line.isRecord()) {
            return record(i, line);
        }
        if (line.optional()) {
            return subtotal(i, line);
        }
        double similarity = best(i, line);
        boolean none = similarity < LEAST || row.tail().isEmpty() && similarity < SUBTOTAL;
        return none ? 0 : row.tail().size() < line.columns() ? similarity - SHORT : similarity;
    }

    /** Two printed rows that are one, cut by a page break; 0 when they are not. */
    double ofCut(int i, TableLine line) {
        PrintedRow first = rows.get(i);
        PrintedRow second = rows.get(i + 1);
        if (line.isRecord() || line.optional() || first.hasPrint() && second.hasPrint()) {
            return 0;
        }
        Label label = line.node().label().orElseThrow();
        boolean unlabelled = second.labels().isEmpty() && second.hasPrint();
        double together = labels.ofCut(i, label);
        double alone = Math.max(best(i, line), best(i + 1, line));
        boolean mends = unlabelled ? !first.hasPrint() && together >= LEAST : together > alone + 0.1;
        return mends && together >= SUBTOTAL - 0.1 ? together : 0;
    }

    private double best(int i, TableLine line) {
        Label label = line.node().label().orElseThrow();
        double best = 0;
        int last = labels.count(i) - 1;
        for (int l = 0; l <= last; l++) {
            double similarity = labels.of(i, l, label);
            if (similarity >= LEAST && !(similarity < 1 && isAnother(i, l, line))) {
                best = Math.max(best, similarity - (l == last ? 0 : NOT_LAST));
            }
        }
        return last > 0 && best < SUBTOTAL ? Math.max(best, labels.ofLastTwo(i, label) - NOT_LAST) : best;
    }

    /** Whether the label is, to the letter, that of another row of the block. */
    private boolean isAnother(int i, int l, TableLine line) {
        return line.block().leafRows().stream()
                .filter(n -> n != line.node())
                .flatMap(n -> n.label().stream())
                .anyMatch(other -> labels.of(i, l, other) == 1);
    }

    private double subtotal(int i, TableLine line) {
        PrintedRow row = rows.get(i);
        boolean full = row.hasFigures() && row.tail().size() >= line.columns();
        return full && labels.ofLast(i, line.node().label().orElseThrow()) >= SUBTOTAL ? 0.3 : 0;
    }

    private double record(int i, TableLine line) {
        PrintedRow row = rows.get(i);
        if (RecordShape.fits(rows, i, line)) {
            double share = headerShare(i, line, LEAST);
            return share >= SHAPED_SHARE ? share : 0;
        }
        boolean headed = row.labels().size() > line.columns() / 2;
        if (!row.hasPrint() && row.tail().size() < line.columns()
                || !row.labels().isEmpty() && !headed) {
            return 0;
        }
        double share = headerShare(i, line, SUBTOTAL);
        return share >= HEADER_SHARE ? (row.hasPrint() ? share : share * BLANK_RECORD) : 0;
    }

    private double headerShare(int i, TableLine line, double least) {
        List<String> texts = headerTexts(i);
        Set<String> wanted = new HashSet<>();
        int found = 0;
        for (Node column : line.block().columns().stream().flatMap(Node::all).toList()) {
            Optional<Label> label = column.label();
            if (label.isPresent() && wanted.add(forms.preferred(label.get()))) {
                found += texts.stream().anyMatch(t -> forms.similarity(t, label.get()) >= least) ? 1 : 0;
            }
        }
        return wanted.isEmpty() ? 0 : found / (double) wanted.size();
    }

    /** Texts of the row and of the rows above it, up to the row before that holds figures. */
    List<String> headerTexts(int i) {
        return headerCells(i).stream().map(Cell::text).toList();
    }

    /** Cells of words in the row and above it, nearest row first, up to the row before that holds figures. */
    List<Cell> headerCells(int i) {
        List<Cell> cells = new ArrayList<>();
        for (int r = i; r >= 0 && r >= i - HEADER_ROWS; r--) {
            PrintedRow row = rows.get(r);
            if (r < i && row.hasFigures()) {
                break;
            }
            for (int c = 0; c < row.cells().size(); c++) {
                Cell cell = row.cells().get(c);
                if (row.readings().get(c).kind() == CellValues.Kind.TEXT && !cells.contains(cell)) {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }
}
