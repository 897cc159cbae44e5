package gouji.report;

import gouji.profile.Identity;
import gouji.profile.Label;
import gouji.profile.Node;
import gouji.profile.Profile;
import gouji.profile.TableTemplate;
import gouji.report.RowAlignment.Match;
import gouji.report.TableShape.Anchor;
import gouji.report.TableShape.Line;
import gouji.table.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LongestCommonSubsequence;

/**
 * Places rows and columns of recognised tables by the shape of their grid where it is a template's and the labels agree: some
 * are read as what should stand there, and none read well is another of the table's. Where hardly any could be read, the sums
 * that tie the rows together may speak instead; without either the figures are placed, but in doubt.
 */
final class TableShapes {
    /** Least likeness of a label that speaks for its place. */
    private static final double ALIKE = RowScores.LEAST;
    /** From this likeness on a label read well is another's. */
    private static final double ANOTHER = 0.9;
    /** A label read with less certainty may be any. */
    private static final double READ_WELL = 0.8;
    /** Least share of the labels that must agree, and their least number. */
    private static final double AGREEING = 0.25;

    private static final int LEAST_AGREEING = 3;
    /** By so many labels more a template must agree than another of the same shape. */
    private static final int MARGIN = 3;
    /** Sums over rows, not zero, that must hold where hardly any label was read. */
    private static final int LEAST_SUMS = 3;
    /** A table with fewer groups has no shape of its own: only its labels tell it. */
    private static final int LEAST_GROUPS = 3;
    /** Least share of a label's characters that must stand in this order in the template's. */
    private static final double SAME_CHARACTERS = 0.5;

    private static final LongestCommonSubsequence COMMON = new LongestCommonSubsequence();

    private final Profile profile;
    private final RowScores scores;
    private final LabelForms forms;
    private final CellValues values;

    TableShapes(Profile profile, RowScores scores, CellValues values) {
        this.profile = profile;
        this.scores = scores;
        this.forms = scores.forms();
        this.values = values;
    }

    /** The rows of the only recognised grid of the table's shape, if the labels in it allow that. */
    Optional<RowPlacing.Placed> of(String template, TableTemplate table) {
        List<TableShape> found = new ArrayList<>();
        List<PrintedRow> rows = scores.rows();
        for (int from = 0; from < rows.size(); ) {
            int to = from;
            while (to < rows.size() && rows.get(to).table() == rows.get(from).table()) {
                to++;
            }
            List<PrintedRow> printed = rows.subList(from, to);
            boolean grid = rows.get(from).exact() && printed.stream().anyMatch(PrintedRow::isRecognised);
            Optional<TableShape> shape = grid ? TableShape.of(table, printed, from) : Optional.empty();
            if (shape.isPresent() && isAlone(table, shape.get(), printed, from)) {
                found.add(shape.get());
            }
            from = to;
        }
        return found.size() == 1 ? placed(template, table, found.get(0)) : Optional.empty();
    }

    /** Whether no other table of the family has this shape, or the labels say that it is not that one. */
    private boolean isAlone(TableTemplate table, TableShape shape, List<PrintedRow> printed, int from) {
        return profile.templates().stream()
                .flatMap(t -> t.tables().stream())
                .filter(t -> !t.cellCodes().equals(table.cellCodes()))
                .flatMap(t -> TableShape.of(t, printed, from).stream())
                .allMatch(other -> agreeing(shape) >= agreeing(other) + MARGIN);
    }

    private long agreeing(TableShape shape) {
        return shape.anchors().stream().filter(a -> likeness(a) >= ALIKE).count();
    }

    private double likeness(Anchor anchor) {
        return forms.similarity(anchor.cell().text(), anchor.label());
    }

    private Optional<RowPlacing.Placed> placed(String template, TableTemplate table, TableShape shape) {
        if (shape.anchors().stream().anyMatch(a -> saysAnother(a, table))) {
            return Optional.empty();
        }
        long agreeing = agreeing(shape);
        boolean labelled = agreeing >= LEAST_AGREEING
                && agreeing >= AGREEING * shape.anchors().size();
        boolean sure = labelled || holds(template, table, shape);
        return sure || shape.groups() >= LEAST_GROUPS ? Optional.of(placed(shape, sure)) : Optional.empty();
    }

    /** Whether what was read well is the label of another place of the table, and not of this. */
    private boolean saysAnother(Anchor anchor, TableTemplate table) {
        return certainty(anchor.cell()) >= READ_WELL
                && likeness(anchor) < ALIKE
                && labels(table).anyMatch(l -> forms.similarity(anchor.cell().text(), l) >= ANOTHER);
    }

    private static Stream<Label> labels(TableTemplate table) {
        return table.blocks().stream()
                .flatMap(b -> Stream.concat(b.rows().stream(), b.columns().stream()))
                .flatMap(Node::all)
                .flatMap(n -> n.label().stream());
    }

    private static double certainty(Cell cell) {
        return cell.alternatives().isEmpty() ? 1 : cell.alternatives().get(0).score();
    }

    /** Whether the sums that tie rows together hold with the figures read, in several columns that are not all zeros. */
    private boolean holds(String template, TableTemplate table, TableShape shape) {
        List<Identity> across = profile.template(template).identities().stream()
                .filter(i -> i.scope() == Identity.Scope.COLUMN)
                .toList();
        Map<String, Optional<BigDecimal>> cells = new HashMap<>();
        for (Line line : shape.lines()) {
            List<Node> columns = line.line().block().leafColumns();
            for (int c = 0; c < columns.size(); c++) {
                cells.put(
                        line.line().node().code() + "." + columns.get(c).code(),
                        values.read(line.figures().get(c).text()).value());
            }
        }
        Placements.Tally tally = new Placements(across, table).tally(cells);
        return tally.holding() >= LEAST_SUMS && tally.holding() > tally.failing();
    }

    private RowPlacing.Placed placed(TableShape shape, boolean sure) {
        List<Match> matches = new ArrayList<>();
        Set<Match> byOrder = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<Match, RowPlacing.Doubt> inDoubt = new IdentityHashMap<>();
        Map<Integer, List<Cell>> figures = new HashMap<>();
        double score = 0;
        for (Line line : shape.lines()) {
            double own = own(line);
            Match match = new Match(line.line(), line.row(), 1, own);
            matches.add(match);
            figures.put(line.row(), line.figures());
            score += own;
            if (own == 0) {
                byOrder.add(match);
            }
            if (!sure || saysSomethingElse(line)) {
                inDoubt.put(match, RowPlacing.Doubt.ROW_BY_SHAPE);
            }
        }
        return new RowPlacing.Placed(new RowAlignment.Result(score, matches, List.of()), byOrder, inDoubt, figures);
    }

    /** How far its own label speaks for a line; 0 where it does not. */
    private double own(Line line) {
        double own = line.label()
                .map(c -> forms.similarity(c.text(), line.line().node().label().orElseThrow()))
                .orElse(1.0);
        return own < ALIKE ? 0 : own;
    }

    private boolean saysSomethingElse(Line line) {
        if (line.label().isEmpty() || own(line) > 0 || certainty(line.label().get()) < READ_WELL) {
            return false;
        }
        String read = forms.fold(line.label().get().text());
        String wanted = forms.preferred(line.line().node().label().orElseThrow());
        return !read.isEmpty() && COMMON.apply(read, wanted) < SAME_CHARACTERS * read.length();
    }
}
