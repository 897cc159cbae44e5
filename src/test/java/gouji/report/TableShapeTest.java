package gouji.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.document.Alternative;
import gouji.document.Place;
import gouji.profile.BlockTemplate;
import gouji.profile.Node;
import gouji.source.UnreadableException;
import gouji.table.Cell;
import gouji.table.Layout;
import gouji.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A recognised grid drawn to the shape of the table of requests, labels spoilt: a figure of its own says where a cell came from. */
class TableShapeTest {
    private static final BlockTemplate BLOCK = DrawnReport.PROFILE
            .template("format-2021")
            .findTable("requests")
            .orElseThrow()
            .blocks()
            .get(0);
    private static final String SPOILT = "里夏电明";
    private static final int LABEL_COLUMNS = 3;
    private static final int HEADS = 3;

    private final List<Cell> cells = new ArrayList<>();
    private final Map<String, Integer> printed = new HashMap<>();
    private final List<Node> columns = BLOCK.leafColumns();
    private int labels;

    /** How a label comes out. */
    private interface Spoiling {
        Alternative of(int number, String label);
    }

    /** What stands in a row and a column of figures. */
    private interface Figures {
        int at(int row, int column);
    }

    private void draw(Spoiling spoiling, Figures figures) {
        add(0, 0, HEADS, LABEL_COLUMNS, new Alternative(SPOILT, 0.4));
        drawColumns(BLOCK.columns(), 0, LABEL_COLUMNS, spoiling);
        int rows = drawRows(BLOCK.rows(), HEADS, 0, spoiling);
        List<Node> lines = BLOCK.leafRows();
        for (int r = HEADS; r < rows; r++) {
            for (int c = 0; c < columns.size(); c++) {
                int figure = figures.at(r - HEADS, c);
                add(r, LABEL_COLUMNS + c, 1, 1, new Alternative(Integer.toString(figure), 0.95));
                printed.put(lines.get(r - HEADS).code() + "." + columns.get(c).code(), figure);
            }
        }
    }

    private void add(int row, int column, int rowSpan, int columnSpan, Alternative text) {
        Place place = Place.at("row " + (row + 1) + " / cell " + (column + 1));
        cells.add(new Cell(row, column, rowSpan, columnSpan, text.text(), place, text.score(), List.of(text)));
    }

    private Alternative label(Node node, Spoiling spoiling) {
        return spoiling.of(labels++, node.label().orElseThrow().preferred());
    }

    private int drawColumns(List<Node> nodes, int row, int column, Spoiling spoiling) {
        int at = column;
        for (Node node : nodes) {
            int end = node.children().isEmpty() ? at + 1 : drawColumns(node.children(), row + 1, at, spoiling);
            add(row, at, node.children().isEmpty() ? HEADS - row : 1, end - at, label(node, spoiling));
            at = end;
        }
        return at;
    }

    private int drawRows(List<Node> nodes, int row, int level, Spoiling spoiling) {
        int at = row;
        for (Node node : nodes) {
            boolean leaf = node.children().isEmpty();
            int end = leaf ? at + 1 : drawRows(node.children(), at, level + 1, spoiling);
            add(at, level, end - at, leaf ? LABEL_COLUMNS - level : 1, label(node, spoiling));
            at = end;
        }
        return at;
    }

    private Report read() throws UnreadableException {
        List<Cell> sorted = new ArrayList<>(cells);
        sorted.sort(java.util.Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column));
        int rows = sorted.stream().mapToInt(c -> c.row() + c.rowSpan()).max().orElseThrow();
        Table table =
                new Table(rows, LABEL_COLUMNS + columns.size(), sorted, true, List.of(), Collections.nCopies(rows, 0));
        return new Normalizer(DrawnReport.PROFILE).read(new Layout(List.of(table), 0, List.of()));
    }

    private List<Observation> requests(Report report) {
        return report.observations().stream()
                .filter(o -> o.table().equals("requests"))
                .toList();
    }

    private void assertPlaced(List<Observation> read) {
        assertThat(read).hasSize(printed.size());
        assertThat(read)
                .allSatisfy(o -> assertThat(o.value().orElseThrow().intValueExact())
                        .isEqualTo(printed.get(o.row() + "." + o.column())));
    }

    @Test
    @DisplayName("where a third of the labels is read and the shape is the template's, every figure takes its place")
    void someLabels() throws UnreadableException {
        draw(
                (n, text) -> n % 3 == 0 ? new Alternative(text, 0.9) : new Alternative(SPOILT, 0.4),
                (r, c) -> 100 + 7 * r + c);
        Report report = read();
        assertPlaced(requests(report));
        assertThat(requests(report)).extracting(Observation::state).containsOnly(State.READ);
        assertThat(report.findings()).anyMatch(f -> f.code().equals("ROW_BY_ORDER"));
    }

    @Test
    @DisplayName("where no label is read every figure takes its place, and all are in doubt")
    void noLabels() throws UnreadableException {
        draw((n, text) -> new Alternative(SPOILT, 0.4), (r, c) -> 100 + 7 * r + c);
        Report report = read();
        assertPlaced(requests(report));
        assertThat(requests(report)).extracting(Observation::state).containsOnly(State.SUSPECT);
        assertThat(report.findings()).anyMatch(f -> f.code().equals("ROW_BY_SHAPE"));
    }

    @Test
    @DisplayName("where no label is read but the sums over the rows hold, the figures are believed")
    void sumsSpeak() throws UnreadableException {
        int last = BLOCK.leafRows().size() - 1;
        int results = last - 3;
        int sum = results * (results + 1) / 2;
        // New, carried in, the results 1, 2, 3 …, their total, carried out; one applicant's column and the total's.
        draw(
                (n, text) -> new Alternative(SPOILT, 0.4),
                (r, c) -> c > 1 && c < columns.size() - 1 || r == 1 || r == last
                        ? 0
                        : (r == 0 || r == last - 1 ? sum : r - 1) * (c == columns.size() - 1 ? 2 : 1));
        Report report = read();
        assertPlaced(requests(report));
        assertThat(requests(report)).extracting(Observation::state).containsOnly(State.READ);
    }

    @Test
    @DisplayName("a label read well that is another row's forbids to go by the shape")
    void anotherLabel() {
        draw((n, text) -> new Alternative(n == 20 ? "结转下年度继续办理" : SPOILT, n == 20 ? 0.95 : 0.4), (r, c) -> 7 * r + c);
        assertThatThrownBy(this::read).isInstanceOf(UnreadableException.class);
    }

    @Test
    @DisplayName("a grid in which a group has a row more is of no template's shape")
    void anotherShape() {
        draw((n, text) -> new Alternative(SPOILT, 0.4), (r, c) -> 7 * r + c);
        cells.replaceAll(c -> c.column() == 1 && c.rowSpan() == 3 && c.row() > HEADS
                ? new Cell(c.row(), 1, 2, 1, c.text(), c.place(), 1, c.alternatives())
                : c);
        assertThatThrownBy(this::read).isInstanceOf(UnreadableException.class);
    }

    @Test
    @DisplayName("a figure read as a word keeps its figure, and a point in a whole number is a speck")
    void figureReadings() throws UnreadableException {
        draw((n, text) -> new Alternative(text, 0.9), (r, c) -> 100 + 7 * r + c);
        cells.replaceAll(c -> c.text().equals("173")
                ? withReadings(c, new Alternative("q173", 0.6), new Alternative("173", 0.2))
                : c.text().equals("187")
                        ? withReadings(c, new Alternative("18.7", 0.5), new Alternative("18.1", 0.3))
                        : c);
        Report report = read();
        assertPlaced(requests(report));
        assertThat(requests(report).stream().filter(o -> o.state() == State.SUSPECT))
                .extracting(Observation::raw)
                .containsExactlyInAnyOrder("173", "187");
    }

    private static Cell withReadings(Cell c, Alternative... readings) {
        return new Cell(
                c.row(), c.column(), 1, 1, readings[0].text(), c.place(), readings[0].score(), List.of(readings));
    }
}
