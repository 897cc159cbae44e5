package gouji.report;

import gouji.document.Finding;
import gouji.document.Place;
import gouji.profile.BlockTemplate;
import gouji.profile.Node;
import gouji.profile.TableTemplate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Doubts that only a whole table shows: its cells become suspect. */
final class TableDoubts {
    /** Least likeness of a second row of the same name. */
    private static final double NAMESAKE = 0.9;
    /** Names shorter than this (其他, 合计) may well stand in a table twice. */
    private static final int LONG_NAME = 4;

    private final TableTemplate table;
    private final RowScores scores;
    private final LabelForms forms;
    private final List<PrintedRow> rows;
    private final Map<BlockTemplate, HeaderReading> headers;
    private final List<Observation> observations;
    private final List<Finding> findings;

    /**
     * @param observations those of the table; changed in place
     * @param findings where findings go
     */
    TableDoubts(
            TableTemplate table,
            RowScores scores,
            Map<BlockTemplate, HeaderReading> headers,
            List<Observation> observations,
            List<Finding> findings) {
        this.table = table;
        this.scores = scores;
        this.forms = scores.forms();
        this.rows = scores.rows();
        this.headers = headers;
        this.observations = observations;
        this.findings = findings;
    }

    /**
     * @param followed blocks whose columns were read in the order of their headings
     * @param byShape whether the shape of the grid says which columns they are
     */
    void add(Set<BlockTemplate> followed, RowAlignment.Result alignment, boolean byShape) {
        doubtDisordered(followed);
        if (!byShape) {
            doubtUnnamed();
        }
        doubtParted();
        doubtNamesakes(alignment);
    }

    /** Figures under headings in another order than the template's, which could not be followed, are in doubt. */
    private void doubtDisordered(Set<BlockTemplate> followed) {
        for (BlockTemplate block : headers.keySet()) {
            HeaderReading header = headers.get(block);
            if (!header.disordered() || followed.contains(block)) {
                continue;
            }
            Set<String> rowsOfBlock =
                    block.leafRows().stream().map(Node::code).collect(java.util.stream.Collectors.toSet());
            observations.replaceAll(o -> rowsOfBlock.contains(o.row()) && o.state() != State.ABSENT
                    ? o.withState(State.SUSPECT, CellObservations.GUESS)
                    : o);
            findings.add(Finding.warning(
                    "COLUMN_ORDER_UNCLEAR",
                    "Headings of table " + table.id() + " stand in another order than in the template, and which figure"
                            + " belongs to which could not be told.",
                    Place.UNKNOWN));
        }
    }

    /** A row whose label stands on another row of figures too, which no template row answers: either may be the one. */
    private void doubtNamesakes(RowAlignment.Result alignment) {
        for (RowAlignment.Match match : alignment.matches()) {
            TableLine line = match.line();
            boolean longName = line.node()
                    .label()
                    .filter(l -> forms.preferred(l).length() >= LONG_NAME)
                    .isPresent();
            boolean twice = longName
                    && !line.optional()
                    && alignment.unknown().stream()
                            .anyMatch(i -> rows.get(i).table()
                                            == rows.get(match.first()).table()
                                    && scores.of(i, line) >= NAMESAKE);
            if (twice) {
                observations.replaceAll(o -> o.row().equals(line.node().code()) && o.state() != State.ABSENT
                        ? o.withState(State.SUSPECT, CellObservations.GUESS)
                        : o);
                findings.add(Finding.warning(
                        "ROW_TWICE",
                        "Row " + CellObservations.name(line.node()) + " of table " + table.id()
                                + " stands there twice.",
                        rows.get(match.first()).place()));
            }
        }
    }

    /** A table without any print beside as many rows of figures without labels: its figures stand in a table of their own. */
    private void doubtParted() {
        boolean blank = observations.stream().allMatch(o -> o.raw().isBlank());
        long bare =
                rows.stream().filter(r -> r.hasFigures() && r.words().isEmpty()).count();
        long lines = observations.stream().map(Observation::row).distinct().count();
        if (blank && lines > 1 && bare * 2 >= lines) {
            observations.replaceAll(
                    o -> o.state() == State.BLANK ? o.withState(State.SUSPECT, CellObservations.GUESS) : o);
        }
    }

    /** Blank cells of columns without a heading where the others have theirs: the columns may stand elsewhere. */
    private void doubtUnnamed() {
        for (BlockTemplate block : headers.keySet()) {
            Set<String> unnamed = headers.get(block).unnamed();
            Set<String> rowsOfBlock =
                    block.leafRows().stream().map(Node::code).collect(java.util.stream.Collectors.toSet());
            observations.replaceAll(o -> o.state() == State.BLANK
                            && o.raw().isBlank()
                            && unnamed.contains(o.column())
                            && rowsOfBlock.contains(o.row())
                    ? o.withState(State.SUSPECT, CellObservations.GUESS)
                    : o);
        }
    }
}
