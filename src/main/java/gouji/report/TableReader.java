package gouji.report;

import gouji.document.Finding;
import gouji.document.Place;
import gouji.profile.BlockTemplate;
import gouji.profile.Node;
import gouji.profile.Profile;
import gouji.profile.TableTemplate;
import gouji.table.Cell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one template table from the printed rows of a report. */
final class TableReader {
    /** What the column headings weigh beside the rows when templates are compared. */
    private static final double HEADER_WEIGHT = 0.5;
    /** What a row placed by order is worth: it was neither missing nor unknown, but its label says little. */
    private static final double BY_ORDER = 1;
    /** How many rows all column headings are worth as evidence for a template. */
    private static final double HEADER_ROWS = 2;
    /** Rows of the same shape that must agree before a row of blanks is read as they are. */
    private static final int WITNESSES = 6;
    /** Least share of a template's rows that must be found for the table to be there. */
    private static final double PRESENT = 0.5;

    private final Profile profile;
    private final LabelForms forms;
    private final CellValues values;
    private final RowScores scores;
    private final List<PrintedRow> rows;
    private final String template;
    private final TableTemplate table;

    private final List<Observation> observations = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    /** By identity: hashing a block hashes its whole tree. */
    private final Map<BlockTemplate, HeaderReading> headers = new IdentityHashMap<>();

    private final Map<BlockTemplate, List<PrintedRow>> blockRows = new IdentityHashMap<>();
    /** Number of the printed table whose headings are a block's. */
    private final Map<BlockTemplate, Integer> headerTable = new IdentityHashMap<>();

    private final Set<Integer> tables = new HashSet<>();
    /** Blocks whose columns were read in the order of their headings. */
    private final Set<BlockTemplate> followed = java.util.Collections.newSetFromMap(new IdentityHashMap<>());

    private final CellObservations observed;
    private final OpenRows openRows = new OpenRows();
    private int deficient;

    private TableReader(Profile profile, CellValues values, RowScores scores, String template, TableTemplate table) {
        this.profile = profile;
        this.scores = scores;
        this.forms = scores.forms();
        this.values = values;
        this.rows = scores.rows();
        this.template = template;
        this.table = table;
        this.observed = new CellObservations(profile, values, template, table, headers, findings);
    }

    /** The table, or empty when the printed rows do not hold it. */
    static Optional<TableReading> read(
            Profile profile, CellValues values, RowScores scores, String template, TableTemplate table) {
        Optional<RowPlacing.Placed> byShape = new TableShapes(profile, scores, values).of(template, table);
        if (byShape.isPresent()) {
            return Optional.of(new TableReader(profile, values, scores, template, table).read(byShape.get()));
        }
        List<TableLine> expected = TableLine.of(table);
        long lines = expected.stream().filter(l -> !l.optional()).count();
        RowAlignment.Result alignment = RowAlignment.align(table, expected, scores);
        long found =
                alignment.matches().stream().filter(m -> !m.line().optional()).count();
        if (found < PRESENT * lines) {
            return Optional.empty();
        }
        TableReader reader = new TableReader(profile, values, scores, template, table);
        return Optional.of(reader.read(RowPlacing.place(expected, scores, alignment)));
    }

    private TableReading read(RowPlacing.Placed placed) {
        long lines = TableLine.of(table).stream().filter(l -> !l.optional()).count();
        RowAlignment.Result alignment = placed.alignment();
        Map<Node, RowAlignment.Match> matched = new IdentityHashMap<>();
        for (RowAlignment.Match match : alignment.matches()) {
            matched.put(match.line().node(), match);
            blockRows
                    .computeIfAbsent(match.line().block(), b -> new ArrayList<>())
                    .add(rows.get(match.first()));
            tables.add(rows.get(match.first()).table());
        }
        readHeaders(alignment.matches());
        for (TableLine line : TableLine.of(table)) {
            RowAlignment.Match match = matched.get(line.node());
            if (match != null) {
                read(match, placed);
            } else if (!line.optional()) {
                observations.addAll(observed.absent(line));
            }
        }
        openRows.settle(profile, template, table, observations, findings);
        new TableDoubts(table, scores, headers, observations, findings)
                .add(followed, alignment, !placed.figures().isEmpty());
        alignment.unknown().stream()
                .filter(i -> tables.contains(rows.get(i).table()))
                .forEach(this::localRow);
        double share = headerShare();
        double rowsScore = alignment.score() + BY_ORDER * placed.byOrder().size();
        double score = rowsScore / lines + HEADER_WEIGHT * share;
        double evidence = rowsScore + HEADER_ROWS * share;
        List<RowAlignment.Match> matches = alignment.matches();
        RowAlignment.Match last = matches.get(matches.size() - 1);
        return new TableReading(
                template,
                table,
                score,
                evidence,
                observations,
                findings,
                tables,
                matches.get(0).first(),
                last.first() + last.count() - 1,
                deficient);
    }

    /** Share of the columns whose heading was found, over the blocks that were found. */
    private double headerShare() {
        return headers.values().stream()
                .mapToDouble(HeaderReading::share)
                .average()
                .orElse(0);
    }

    private void readHeaders(List<RowAlignment.Match> matches) {
        for (RowAlignment.Match match : matches) {
            BlockTemplate block = match.line().block();
            headers.computeIfAbsent(block, b -> new HeaderReading(b, scores.headerCells(match.first()), forms));
            headerTable.putIfAbsent(block, rows.get(match.first()).table());
        }
        for (BlockTemplate block : headers.keySet()) {
            for (Node column : block.leafColumns()) {
                headers.get(block).cell(column).ifPresent(c -> variant(c, column, "column"));
            }
        }
    }

    private void read(RowAlignment.Match match, RowPlacing.Placed placed) {
        int before = observations.size();
        readLine(match, placed.figures());
        Place place = rows.get(match.first()).place();
        String row = "Row " + CellObservations.name(match.line().node()) + " of table " + table.id();
        RowPlacing.Doubt doubt = placed.inDoubt().get(match);
        if (doubt != null) {
            observations
                    .subList(before, observations.size())
                    .replaceAll(o -> o.withState(State.SUSPECT, Math.min(o.confidence(), CellObservations.GUESS)));
            findings.add(Finding.warning(doubt.name(), row + " " + doubt.reason(), place));
        } else if (placed.byOrder().contains(match)) {
            findings.add(Finding.info(
                    "ROW_BY_ORDER",
                    row + " was known by its place between the rows around it; its label could not be read.",
                    place));
        }
    }

    private void readLine(RowAlignment.Match match, Map<Integer, List<Cell>> byShape) {
        PrintedRow row = row(match);
        reportLabel(match, row);
        List<Node> columns = order(match.line().block(), row);
        ValueWindow.Window window = byShape.containsKey(match.first())
                ? new ValueWindow.Window(ValueWindow.Kind.CLEAR, byShape.get(match.first()), 0)
                : window(match, row, columns);
        for (int c = 0; c < columns.size(); c++) {
            Node column = columns.get(c);
            observations.add(
                    window.kind() == ValueWindow.Kind.DEFICIENT
                            ? observed.unreadable(match.line(), column, row)
                            : observed.observation(
                                    match.line().block(),
                                    match.line().node(),
                                    column,
                                    window.cells().get(c),
                                    row,
                                    kind(window, c, row)));
        }
        reportWindow(match.line(), row, window);
        List<List<Cell>> choices = ValueWindow.choices(row.tail(), columns.size());
        if (window.kind() == ValueWindow.Kind.AMBIGUOUS && choices.size() > 1) {
            openRows.add(
                    findings.get(findings.size() - 1),
                    choices.stream()
                            .map(c -> placed(match.line(), columns, c, row))
                            .toList());
        }
    }

    private static ValueWindow.Kind kind(ValueWindow.Window window, int c, PrintedRow row) {
        boolean shared =
                row.isRecognised() && FigureColumns.isShared(window.cells().get(c), window.cells(), row);
        return shared ? ValueWindow.Kind.AMBIGUOUS : window.kind();
    }

    /** The observations of a row if these are its cells; says nothing of them. */
    private List<Observation> placed(TableLine line, List<Node> columns, List<Cell> cells, PrintedRow row) {
        int said = findings.size();
        List<Observation> placed = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            placed.add(observed.observation(
                    line.block(), line.node(), columns.get(c), cells.get(c), row, ValueWindow.Kind.CLEAR));
        }
        findings.subList(said, findings.size()).clear();
        return placed;
    }

    /** The row with the figures: of a row cut by a page break, the part that holds them. */
    private PrintedRow row(RowAlignment.Match match) {
        PrintedRow first = rows.get(match.first());
        if (match.count() == 1) {
            return first;
        }
        PrintedRow second = rows.get(match.first() + 1);
        Place place =
                first.cells().isEmpty() ? Place.UNKNOWN : first.cells().get(0).place();
        findings.add(Finding.info(
                "ROW_MENDED",
                "Row " + CellObservations.name(match.line().node()) + " is cut in two and was put together.",
                place));
        return second.hasPrint()
                        || !first.hasPrint()
                                && second.tail().size() > first.tail().size()
                ? second
                : first;
    }

    private List<Node> order(BlockTemplate block, PrintedRow row) {
        Optional<List<Node>> other = row.exact() ? headers.get(block).otherOrder() : Optional.empty();
        other.ifPresent(o -> followed.add(block));
        if (other.isPresent() && findings.stream().noneMatch(f -> f.code().equals("COLUMN_ORDER"))) {
            findings.add(Finding.warning(
                    "COLUMN_ORDER",
                    "The columns of table " + table.id() + " stand in another order than in the template; the printed"
                            + " headings were followed.",
                    row.cells().get(0).place()));
        }
        return other.orElse(block.leafColumns());
    }

    private ValueWindow.Window window(RowAlignment.Match match, PrintedRow row, List<Node> order) {
        int columns = order.size();
        HeaderReading header = headers.get(match.line().block());
        if (match.line().isRecord() && RecordShape.fits(rows, match.first(), match.line())) {
            return new ValueWindow.Window(ValueWindow.Kind.CLEAR, row.cells(), 0);
        }
        if (row.exact()) {
            ValueWindow.Window usual = lacksCells(row, header, columns)
                    ? ValueWindow.Window.DEFICIENT
                    : ValueWindow.of(row.tail(), columns, header.offset(row));
            if (row.isRecognised()) {
                return FigureColumns.of(
                        row, columns, usual, blockRows.get(match.line().block()));
            }
            if (lacksCells(row, header, columns)) {
                return usual;
            }
            return underHeadings(match, row, order)
                    .map(under -> settled(row, usual, under))
                    .orElse(row.torn() && usual.kind() == ValueWindow.Kind.CLEAR ? usual.ambiguous() : usual);
        }
        Optional<Integer> preferred = header.countsAs(row) ? header.offset(row) : Optional.empty();
        ValueWindow.Window window = ValueWindow.of(row.tail(), columns, preferred);
        if (window.kind() == ValueWindow.Kind.AMBIGUOUS) {
            Optional<Integer> offset = neighbours(row, columns);
            return offset.isPresent() ? ValueWindow.of(row.tail(), columns, offset) : window;
        }
        boolean doubtful = window.kind() == ValueWindow.Kind.CLEAR && window.blankAtEdge() && row.hasPrint();
        boolean doubt = row.torn() || doubtful && !isComplete(row, header);
        return doubt && window.kind() != ValueWindow.Kind.DEFICIENT ? window.ambiguous() : window;
    }

    /**
     * What stands under the headings against what stands behind the label. Words among the figures spoil the second; where
     * neither is spoilt and they differ, the row is in doubt.
     */
    private ValueWindow.Window settled(PrintedRow row, ValueWindow.Window window, List<Cell> under) {
        boolean clear = window.kind() == ValueWindow.Kind.CLEAR;
        if (!row.torn() && under.stream().anyMatch(this::isWords)) {
            return clear ? window.ambiguous() : window;
        }
        if (window.kind() == ValueWindow.Kind.AMBIGUOUS && !row.torn()) {
            return window;
        }
        boolean headed = !clear || row.torn() || texts(window.cells()).equals(texts(under));
        return headed ? new ValueWindow.Window(ValueWindow.Kind.CLEAR, under, 0) : window.ambiguous();
    }

    private boolean isWords(Cell cell) {
        return values.read(cell.text()).kind() == CellValues.Kind.TEXT && !CellValues.isScrap(cell.text());
    }

    private static List<String> texts(List<Cell> cells) {
        return cells.stream().map(c -> c.text().strip()).toList();
    }

    /** The cells under the headings of the value columns, where these stand in the same exact grid and name all. */
    private Optional<List<Cell>> underHeadings(RowAlignment.Match match, PrintedRow row, List<Node> order) {
        Map<String, Cell> places = headers.get(match.line().block()).places();
        if (places.isEmpty() || headerTable.get(match.line().block()) != row.table()) {
            return Optional.empty();
        }
        List<Cell> under = new ArrayList<>();
        for (Node column : order) {
            Cell heading = places.get(column.code());
            List<Cell> beneath = row.cells().stream()
                    .filter(c -> c.column() < heading.column() + heading.columnSpan()
                            && heading.column() < c.column() + c.columnSpan())
                    .toList();
            if (beneath.size() != 1 || under.contains(beneath.get(0)) && !isNothing(beneath.get(0))) {
                return Optional.empty();
            }
            under.add(beneath.get(0));
        }
        HeaderReading header = headers.get(match.line().block());
        boolean all = row.tail().stream()
                .filter(c -> !c.text().isBlank() && !under.contains(c))
                .allMatch(c -> header.namesAnother(c.column()));
        return all ? Optional.of(under) : Optional.empty();
    }

    /** Whether a cell holds no figure but 0, so that it may stand for several merged ones. */
    private boolean isNothing(Cell cell) {
        CellValues.Reading reading = values.read(cell.text());
        return reading.kind() == CellValues.Kind.MISSING
                || reading.value().filter(v -> v.signum() == 0).isPresent();
    }

    /** Whether a grid that looks exact was filled from the left with what a careless copy kept of a row. */
    private static boolean lacksCells(PrintedRow row, HeaderReading header, int columns) {
        return header.collides()
                && row.tail().stream().filter(c -> !c.text().isBlank()).count() < columns;
    }

    /**
     * Whether a row of a text dump has as many fields as its header or as most rows of its table: if it has not, a cell
     * may have been lost, and a blank at either end of its figures may not be the first or the last of them.
     */
    private boolean isComplete(PrintedRow row, HeaderReading header) {
        boolean asHeader = header.row()
                .map(r -> fields(row.table(), r) == row.cells().size())
                .orElse(false);
        long alike = rows.stream()
                .filter(r -> r.table() == row.table()
                        && r.cells().size() == row.cells().size())
                .count();
        return asHeader || alike >= WITNESSES;
    }

    private int fields(int tableNumber, int rowNumber) {
        return rows.stream()
                .filter(r -> r.table() == tableNumber && r.row() == rowNumber)
                .findFirst()
                .map(r -> r.cells().size())
                .orElse(-1);
    }

    /** How rows of the same shape in the same table, whose figures leave no doubt, place theirs, if they agree. */
    private Optional<Integer> neighbours(PrintedRow row, int columns) {
        Set<Integer> offsets = new HashSet<>();
        int witnesses = 0;
        for (PrintedRow other : rows) {
            boolean alike = other.table() == row.table()
                    && other.tail().size() == row.tail().size()
                    && other.cells().size() == row.cells().size();
            if (alike && onlyOne(other, columns)) {
                offsets.add(
                        ValueWindow.of(other.tail(), columns, Optional.empty()).offset());
                witnesses++;
            }
        }
        return offsets.size() == 1 && witnesses >= WITNESSES
                ? Optional.of(offsets.iterator().next())
                : Optional.empty();
    }

    /** Whether every figure of the row is printed, so that their place leaves no doubt. */
    private static boolean onlyOne(PrintedRow row, int columns) {
        int printed = (int) row.tail().stream().filter(c -> !c.text().isBlank()).count();
        return printed == columns;
    }

    private void reportWindow(TableLine line, PrintedRow row, ValueWindow.Window window) {
        String where = "Row " + CellObservations.name(line.node()) + " of table " + table.id();
        switch (window.kind()) {
            case CLEAR -> {}
            case AMBIGUOUS ->
                findings.add(Finding.warning(
                        "BLANKS_AMBIGUOUS",
                        where + " has blank cells that could stand in several columns.",
                        row.place()));
            case SURPLUS ->
                findings.add(Finding.info(
                        "SURPLUS_VALUE",
                        where + " has " + (window.cells().size() + 1) + " figures for "
                                + window.cells().size() + " columns; all are the same, so one was dropped.",
                        row.place()));
            case DEFICIENT -> {
                boolean believed = row.exact() && !headers.get(line.block()).collides();
                deficient += believed || row.isRecognised() ? 0 : 1;
                findings.add(Finding.warning(
                        "ROW_INCOMPLETE",
                        where + " has " + row.tail().size() + " cells for " + line.columns()
                                + " columns; its figures were not taken.",
                        row.place()));
            }
        }
    }

    private void reportLabel(RowAlignment.Match match, PrintedRow row) {
        if (match.line().node().label().isEmpty() || match.count() > 1) {
            return;
        }
        if (row.labels().isEmpty()) {
            return;
        }
        List<Cell> words = row.cells().stream()
                .filter(c -> c.row() == row.row() && !c.text().isBlank())
                .toList();
        Cell best = null;
        double most = 0;
        for (Cell cell : words) {
            double similarity =
                    forms.similarity(cell.text(), match.line().node().label().get());
            if (similarity > most) {
                most = similarity;
                best = cell;
            }
        }
        if (best != null) {
            variant(best, match.line().node(), "row");
        }
    }

    private void variant(Cell cell, Node node, String kind) {
        String wanted = forms.preferred(node.label().orElseThrow());
        if (!forms.fold(cell.text()).equals(wanted)) {
            findings.add(Finding.info(
                    "LABEL_VARIANT",
                    "The " + kind + " label “" + cell.text() + "” was taken for the template's “"
                            + node.label().get().preferred() + "” (" + table.id() + "." + node.code() + ").",
                    cell.place()));
        }
    }

    /** A row the template lacks; where one of the template's is missing, or much like it, a recognised label is misread. */
    private void localRow(int i) {
        PrintedRow row = rows.get(i);
        BlockTemplate block = blockAt(i);
        String label = forms.fold(row.words());
        ValueWindow.Window window = ValueWindow.of(
                row.tail(), block.leafColumns().size(), headers.get(block).offset(row));
        if (!table.open()) {
            findings.add(Finding.warning(
                    "UNKNOWN_ROW",
                    "Table " + table.id() + " has a row the template lacks: “" + row.text() + "”.",
                    row.place()));
        }
        if (label.isEmpty() || window.kind() != ValueWindow.Kind.CLEAR) {
            return;
        }
        Node node = new Node(
                "local." + label, Optional.empty(), block.leafRows().get(0).value(), List.of());
        if (observations.stream().anyMatch(o -> o.row().equals(node.code()))) {
            return;
        }
        boolean misread = observations.stream().anyMatch(o -> o.state() == State.ABSENT)
                || TableLine.of(table).stream().anyMatch(l -> scores.of(i, l) > 0);
        for (int c = 0; c < block.leafColumns().size(); c++) {
            Observation o = observed.observation(
                    block, node, block.leafColumns().get(c), window.cells().get(c), row, window.kind());
            boolean doubt = misread && o.isRecognised();
            observations.add(doubt ? o.withState(State.SUSPECT, Math.min(o.confidence(), CellObservations.GUESS)) : o);
        }
    }

    /** The block of the nearest matched row above. */
    private BlockTemplate blockAt(int i) {
        for (int r = i; r >= 0; r--) {
            for (BlockTemplate block : headers.keySet()) {
                for (TableLine line : TableLine.of(table)) {
                    if (line.block() == block && !line.optional() && scores.of(r, line) > 0.9) {
                        return block;
                    }
                }
            }
        }
        return table.blocks().get(0);
    }
}
