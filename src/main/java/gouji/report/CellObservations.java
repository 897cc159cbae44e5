package gouji.report;

import gouji.document.Finding;
import gouji.document.Place;
import gouji.profile.BlockTemplate;
import gouji.profile.Node;
import gouji.profile.Profile;
import gouji.profile.TableTemplate;
import gouji.profile.ValueType;
import gouji.table.Cell;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Makes observations of the cells of one template table; what is odd about them becomes findings. */
final class CellObservations {
    /** Least confidence of a table engine in a cell for its figure to be believed. */
    private static final double BELIEVED = 0.55;
    /** Confidence in a figure read from an exact grid (markup, rulings) before any identity spoke. */
    static final double EXACT = 0.99;
    /** The same where only the order of the fields is known. */
    private static final double RAGGED = 0.97;
    /** The same where the choice between cells is a guess. */
    static final double GUESS = 0.4;
    /** The same where characters had to be dropped to see the figure. */
    private static final double DAMAGED = 0.7;

    private final Profile profile;
    private final CellValues values;
    private final String template;
    private final TableTemplate table;
    private final Map<BlockTemplate, HeaderReading> headers;
    private final List<Finding> findings;

    /**
     * @param headers headings of the blocks, filled by the caller before it asks for a cell of one
     * @param findings where findings go
     */
    CellObservations(
            Profile profile,
            CellValues values,
            String template,
            TableTemplate table,
            Map<BlockTemplate, HeaderReading> headers,
            List<Finding> findings) {
        this.profile = profile;
        this.values = values;
        this.template = template;
        this.table = table;
        this.headers = headers;
        this.findings = findings;
    }

    /** The cells of a row that the report lacks. */
    List<Observation> absent(TableLine line) {
        List<Observation> observations = new ArrayList<>();
        for (Node column : line.block().leafColumns()) {
            observations.add(new Observation(
                    template,
                    table.id(),
                    line.node().code(),
                    column.code(),
                    Optional.empty(),
                    unit(line.node(), column),
                    "",
                    State.ABSENT,
                    EXACT,
                    Place.UNKNOWN));
        }
        findings.add(Finding.warning(
                "ROW_ABSENT",
                "The template's row " + name(line.node()) + " was not found in the report.",
                Place.UNKNOWN));
        return observations;
    }

    /** The observation of a cell. */
    Observation observation(
            BlockTemplate block, Node row, Node column, Cell recognised, PrintedRow printed, ValueWindow.Kind window) {
        Cell cell = new FigureReadings(values).of(recognised, type(row, column));
        CellValues.Reading reading = values.read(cell.text());
        String unit = unit(row, column);
        double confidence = (printed.exact() ? EXACT : RAGGED) * cell.confidence();
        boolean guess = window == ValueWindow.Kind.AMBIGUOUS;
        if (reading.kind() == CellValues.Kind.MISSING) {
            State state = guess ? State.SUSPECT : State.BLANK;
            return make(row, column, Optional.empty(), unit, cell, state, guess ? GUESS : confidence);
        }
        if (reading.value().isEmpty()) {
            findings.add(Finding.warning(
                    "NOT_A_FIGURE",
                    "Expected a figure in " + name(row) + " / " + name(column) + ", found “" + cell.text() + "”.",
                    cell.place()));
            return make(row, column, Optional.empty(), unit, cell, State.SUSPECT, GUESS);
        }
        return figure(block, row, column, cell, reading, guess, confidence);
    }

    private Observation figure(
            BlockTemplate block,
            Node row,
            Node column,
            Cell cell,
            CellValues.Reading reading,
            boolean guess,
            double confidence) {
        String unit = unit(row, column);
        ValueType type = type(row, column);
        Optional<String> stated =
                Optional.of(reading.unit()).filter(u -> !u.isEmpty()).or(() -> headerUnit(block, column));
        BigDecimal printed = reading.value().orElseThrow();
        boolean recognised = !cell.alternatives().isEmpty();
        boolean possible = CellValues.fits(printed, type);
        BigDecimal value = possible || !recognised
                ? printed
                : CellValues.grouped(cell.text()).orElse(printed);
        String given = type.unitStated() && stated.isEmpty() ? "" : unit;
        BigDecimal converted = values.convert(value, stated.orElse(unit), unit);
        if (!possible) {
            findings.add(Finding.warning(
                    "IMPLAUSIBLE_FIGURE",
                    name(row) + " / " + name(column) + " prints “" + cell.text() + "”, where a whole number not below 0"
                            + " is expected; "
                            + (value.equals(printed) ? "it is kept as printed." : "the point was taken for a comma."),
                    cell.place()));
        }
        boolean misread = recognised && !possible;
        boolean doubt = guess || misread || reading.damaged() || cell.confidence() < BELIEVED;
        State state = doubt ? State.SUSPECT : State.READ;
        double sure = guess || misread ? GUESS : reading.damaged() ? DAMAGED : confidence;
        return make(row, column, Optional.of(converted), given, cell, state, sure);
    }

    private Observation make(
            Node row, Node column, Optional<BigDecimal> value, String unit, Cell cell, State state, double confidence) {
        return new Observation(
                template,
                table.id(),
                row.code(),
                column.code(),
                value,
                unit,
                cell.text(),
                state,
                confidence,
                cell.place(),
                cell.alternatives());
    }

    /** A cell of a row whose figures could not be told apart. */
    Observation unreadable(TableLine line, Node column, PrintedRow row) {
        return new Observation(
                template,
                table.id(),
                line.node().code(),
                column.code(),
                Optional.empty(),
                unit(line.node(), column),
                row.text(),
                State.SUSPECT,
                0,
                row.place());
    }

    private Optional<String> headerUnit(BlockTemplate block, Node column) {
        return headers.get(block).cell(column).flatMap(c -> unitIn(c.text()));
    }

    private Optional<String> unitIn(String label) {
        String compact = LabelForms.compact(Normalizer.normalize(label, Normalizer.Form.NFKC));
        Matcher m = profile.values().unitInLabel().matcher(compact);
        return m.find() ? Optional.ofNullable(m.group("unit")) : Optional.empty();
    }

    static String unit(Node row, Node column) {
        return type(row, column).unit();
    }

    /** Groups print subtotals of the kind their columns hold. */
    private static ValueType type(Node row, Node column) {
        ValueType of = column.value().orElseThrow();
        return row.value().map(r -> ValueType.ofCell(r, of)).orElse(of);
    }

    static String name(Node node) {
        return node.label().map(l -> "“" + l.preferred() + "”").orElse(node.code());
    }
}
