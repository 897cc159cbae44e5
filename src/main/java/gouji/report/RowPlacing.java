package gouji.report;

import gouji.report.RowAlignment.Match;
import gouji.table.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.LongestCommonSubsequence;

/**
 * Places rows of recognised tables whose labels were misread by the order of the table: between two rows known by their
 * labels, where as many template rows are missing as printed rows are unknown. Nothing is placed where the counts differ,
 * where a label was read well and says something else, or where too few rows of the table were known by their labels.
 *
 * <p>Where one label cell stands beside two rows of figures nothing says which is which: such rows are placed in doubt.
 */
final class RowPlacing {
    /** Least share of a table's rows that must have been known by their labels. */
    private static final double KNOWN = 0.6;
    /** A label read with less certainty may have been another. */
    private static final double READ_WELL = 0.8;
    /** Least share of a label's characters that must stand in this order in the template's. */
    private static final double SAME_CHARACTERS = 0.5;

    private static final double ANOTHER_ROW = 0.9;
    private static final LongestCommonSubsequence COMMON = new LongestCommonSubsequence();

    private final List<TableLine> lines;
    private final List<PrintedRow> rows;
    private final LabelForms forms;
    private final Set<Integer> fused = new HashSet<>();
    private final List<Match> byOrder = new ArrayList<>();

    /**
     * An alignment with the rows placed by order among its matches.
     *
     * @param byOrder matches that their order alone gave
     * @param inDoubt matches that may be wrong, and why
     * @param figures for the printed rows whose figures the shape of the grid gave, their cells, one a column
     */
    record Placed(
            RowAlignment.Result alignment,
            Set<Match> byOrder,
            Map<Match, Doubt> inDoubt,
            Map<Integer, List<Cell>> figures) {}

    /** Why a row may be another. */
    enum Doubt {
        ROW_SHARES_LABEL("shares one label cell with another row of figures."),
        ROW_BY_SHAPE(
                "was taken for this by the shape of the table alone: what could be read of its labels does not say so.");

        private final String reason;

        Doubt(String reason) {
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    private RowPlacing(List<TableLine> lines, RowScores scores) {
        this.lines = lines;
        this.rows = scores.rows();
        this.forms = scores.forms();
    }

    static Placed place(List<TableLine> lines, RowScores scores, RowAlignment.Result alignment) {
        List<PrintedRow> rows = scores.rows();
        boolean recognised =
                alignment.matches().stream().anyMatch(m -> rows.get(m.first()).isRecognised());
        return recognised
                ? new RowPlacing(lines, scores).place(alignment)
                : new Placed(alignment, Set.of(), Map.of(), Map.of());
    }

    private Placed place(RowAlignment.Result alignment) {
        for (int i = 0; i < rows.size(); i++) {
            addFused(i);
        }
        List<Match> sure = alignment.matches().stream()
                .filter(m -> !fused.contains(m.first()))
                .toList();
        long wanted = lines.stream().filter(l -> !l.optional()).count();
        long known =
                alignment.matches().stream().filter(m -> !m.line().optional()).count();
        if (known >= KNOWN * wanted && !sure.isEmpty()) {
            placeBetween(sure);
        }
        return result(alignment, sure);
    }

    private Placed result(RowAlignment.Result alignment, List<Match> sure) {
        Set<Integer> taken = new HashSet<>();
        for (Match m : sure) {
            taken.add(m.first());
        }
        byOrder.forEach(m -> taken.add(m.first()));
        List<Match> matches = new ArrayList<>(sure);
        matches.addAll(byOrder);
        Set<Object> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
        matches.forEach(m -> nodes.add(m.line().node()));
        for (Match m : alignment.matches()) {
            if (nodes.add(m.line().node()) && taken.add(m.first())) {
                matches.add(m);
            }
        }
        matches.sort(java.util.Comparator.comparingInt(Match::first));
        Map<Match, Doubt> doubt = new IdentityHashMap<>();
        matches.stream().filter(m -> fused.contains(m.first())).forEach(m -> doubt.put(m, Doubt.ROW_SHARES_LABEL));
        List<Integer> unknown =
                alignment.unknown().stream().filter(i -> !taken.contains(i)).toList();
        return new Placed(
                new RowAlignment.Result(alignment.score(), matches, unknown), byIdentity(byOrder), doubt, Map.of());
    }

    /** Hashing a match would hash the whole tree of its block. */
    private static Set<Match> byIdentity(List<Match> matches) {
        Set<Match> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(matches);
        return set;
    }

    /** Rows of figures beside which the last label reaches over more than one of them. */
    private void addFused(int i) {
        PrintedRow row = rows.get(i);
        int labels = row.cells().size() - row.tail().size();
        if (!row.isRecognised() || labels == 0 || !row.hasPrint()) {
            return;
        }
        Cell label = row.cells().get(labels - 1);
        boolean single =
                row.tail().stream().anyMatch(c -> c.rowSpan() == 1 && !c.text().isBlank());
        if (label.rowSpan() > 1 && single && row.tail().size() <= mostColumns()) {
            for (int r = 0; r < rows.size(); r++) {
                PrintedRow other = rows.get(r);
                if (other.table() == row.table()
                        && other.row() >= label.row()
                        && other.row() < label.row() + label.rowSpan()) {
                    fused.add(r);
                }
            }
        }
    }

    private int mostColumns() {
        return lines.stream().mapToInt(TableLine::columns).max().orElse(0);
    }

    private void placeBetween(List<Match> sure) {
        for (int k = 0; k <= sure.size(); k++) {
            int fromLine = k == 0 ? 0 : number(sure.get(k - 1)) + 1;
            int toLine = k == sure.size() ? lines.size() : number(sure.get(k));
            int fromRow = k == 0 ? 0 : sure.get(k - 1).first() + sure.get(k - 1).count();
            int toRow = k == sure.size() ? rows.size() : sure.get(k).first();
            Set<Integer> tables = new HashSet<>();
            if (k > 0) {
                tables.add(rows.get(sure.get(k - 1).first()).table());
            }
            if (k < sure.size()) {
                tables.add(rows.get(sure.get(k).first()).table());
            }
            place(lines.subList(fromLine, toLine), fromRow, toRow, tables);
        }
    }

    private int number(Match match) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).node() == match.line().node()) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "not a line of this table: " + match.line().node().code());
    }

    private void place(List<TableLine> between, int fromRow, int toRow, Set<Integer> tables) {
        List<TableLine> missing = between.stream().filter(l -> !l.optional()).toList();
        if (missing.isEmpty() || missing.stream().anyMatch(TableLine::isRecord)) {
            return;
        }
        int columns = missing.get(0).columns();
        List<Integer> open = new ArrayList<>();
        for (int i = fromRow; i < toRow; i++) {
            PrintedRow row = rows.get(i);
            if (tables.contains(row.table())
                    && !row.isBlank()
                    && (row.hasPrint() || row.tail().size() >= columns)) {
                open.add(i);
            }
        }
        if (open.size() != missing.size()) {
            return;
        }
        List<Match> placed = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            if (!maySay(rows.get(open.get(i)), missing.get(i), fused.contains(open.get(i)))) {
                return;
            }
            placed.add(new Match(missing.get(i), open.get(i), 1, 0));
        }
        byOrder.addAll(placed);
    }

    /** Whether the row is whole, and its label, as far as it was read, can be that of the line. */
    private boolean maySay(PrintedRow row, TableLine line, boolean isFused) {
        if (!row.isRecognised() || !row.exact() || row.tail().size() < line.columns()) {
            return false;
        }
        int labels = row.cells().size() - row.tail().size();
        if (labels == 0) {
            return true;
        }
        Cell label = row.cells().get(labels - 1);
        boolean own = label.row() == row.row();
        if (!own || isFused || label.text().isBlank()) {
            return true;
        }
        boolean another = lines.stream()
                .filter(l -> !l.isRecord() && l.node() != line.node())
                .anyMatch(l -> forms.similarity(label.text(), l.node().label().orElseThrow()) >= ANOTHER_ROW);
        return !another && (certainty(label) < READ_WELL || sharesCharacters(label, line));
    }

    private static double certainty(Cell cell) {
        return cell.alternatives().isEmpty() ? 1 : cell.alternatives().get(0).score();
    }

    private boolean sharesCharacters(Cell cell, TableLine line) {
        String read = forms.fold(cell.text());
        String wanted = forms.preferred(line.node().label().orElseThrow());
        return !read.isEmpty() && COMMON.apply(read, wanted) >= SAME_CHARACTERS * read.length();
    }
}
