package gouji.report;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Alternative;
import gouji.document.Place;
import gouji.source.UnreadableException;
import gouji.table.Cell;
import gouji.table.Layout;
import gouji.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rows of a recognised table whose labels were misread: a number in every cell of its own says where it came from. */
class RowPlacingTest {
    private static final int COLUMNS = 7;

    private final List<List<String>> rows = new ArrayList<>(DrawnReport.rows("format-2021", "requests"));
    private final List<Double> certainty = new ArrayList<>(Collections.nCopies(rows.size(), 1.0));

    private static Cell cell(int row, int column, int span, String text, double score) {
        Place place = Place.at("row " + (row + 1) + " / cell " + (column + 1));
        return new Cell(row, column, span, 1, text, place, 1, List.of(new Alternative(text, score)));
    }

    /** @param shared number of a row whose label cell reaches over the next one too, -1 for none */
    private Report read(int shared) throws UnreadableException {
        List<Cell> cells = new ArrayList<>();
        int columns = rows.stream().mapToInt(List::size).max().orElseThrow();
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                if (c > 0 || r != shared + 1 || shared < 0) {
                    double score = c == 0 ? certainty.get(r) : 1;
                    cells.add(cell(
                            r, c, c == 0 && r == shared ? 2 : 1, rows.get(r).get(c), score));
                }
            }
        }
        Table table = new Table(rows.size(), columns, cells, true, List.of(), Collections.nCopies(rows.size(), 0));
        return new Normalizer(DrawnReport.PROFILE).read(new Layout(List.of(table), 0, List.of()));
    }

    private int rowOf(String word) {
        for (int r = 0; r < rows.size(); r++) {
            if (rows.get(r).get(0).contains(word)) {
                return r;
            }
        }
        throw new IllegalArgumentException(word);
    }

    private void label(int row, String text, double score) {
        List<String> fields = new ArrayList<>(rows.get(row));
        fields.set(0, text);
        rows.set(row, fields);
        certainty.set(row, score);
    }

    private static List<Observation> of(Report report, int first) {
        return report.observations().stream()
                .filter(o -> o.value().isPresent()
                        && o.value().get().intValue() >= first
                        && o.value().get().intValue() < first + COLUMNS)
                .toList();
    }

    @Test
    @DisplayName("a row whose label could not be read takes the place its neighbours leave")
    void takesItsPlace() throws UnreadableException {
        int row = rowOf("重复申请");
        int first = Integer.parseInt(rows.get(row).get(1));
        List<String> codes = of(read(-1), first).stream().map(Observation::code).toList();
        label(row, "里夏电明", 0.4);
        Report report = read(-1);
        assertThat(of(report, first)).extracting(Observation::code).containsExactlyElementsOf(codes);
        assertThat(of(report, first)).extracting(Observation::state).containsOnly(State.READ);
        assertThat(report.findings()).anyMatch(f -> f.code().equals("ROW_BY_ORDER"));
    }

    @Test
    @DisplayName("a row whose label was read well and says something else is not taken for a missing one")
    void keepsItsOwnLabel() throws UnreadableException {
        int row = rowOf("重复申请");
        int first = Integer.parseInt(rows.get(row).get(1));
        label(row, "来电咨询", 0.99);
        assertThat(of(read(-1), first)).noneMatch(o -> !o.row().startsWith("local."));
    }

    @Test
    @DisplayName("where more rows are missing than unread ones stand there, none is placed")
    void countsMustFit() throws UnreadableException {
        int row = rowOf("重复申请");
        int first = Integer.parseInt(rows.get(row).get(1));
        label(row, "里夏电明", 0.4);
        rows.remove(row + 1);
        certainty.remove(row + 1);
        assertThat(of(read(-1), first)).noneMatch(o -> !o.row().startsWith("local."));
    }

    @Test
    @DisplayName("two labels in one cell beside two rows of figures are noticed")
    void sharedLabelIsInDoubt() throws UnreadableException {
        int row = rowOf("重复申请");
        int first = Integer.parseInt(rows.get(row).get(1));
        int next = Integer.parseInt(rows.get(row + 1).get(1));
        label(row, rows.get(row).get(0) + rows.get(row + 1).get(0), 0.99);
        Report report = read(row);
        assertThat(of(report, first)).extracting(Observation::state).containsOnly(State.SUSPECT);
        assertThat(of(report, next)).extracting(Observation::state).containsOnly(State.SUSPECT);
        assertThat(report.findings()).anyMatch(f -> f.code().equals("ROW_SHARES_LABEL"));
    }

    @Test
    @DisplayName("a figure that two rows share is in doubt in both, and the others are not")
    void sharedFigureIsInDoubt() throws UnreadableException {
        int row = rowOf("重复申请");
        int first = Integer.parseInt(rows.get(row).get(1));
        List<Cell> cells = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                if (r != row + 1 || c != 3) {
                    cells.add(cell(r, c, r == row && c == 3 ? 2 : 1, rows.get(r).get(c), 1));
                }
            }
        }
        Table table = new Table(rows.size(), COLUMNS + 1, cells, true, List.of(), Collections.nCopies(rows.size(), 0));
        Report report = new Normalizer(DrawnReport.PROFILE).read(new Layout(List.of(table), 0, List.of()));
        List<Observation> shared = report.observations().stream()
                .filter(o -> o.value().isPresent() && o.value().get().intValue() == first + 2)
                .toList();
        assertThat(shared).hasSize(2).extracting(Observation::state).containsOnly(State.SUSPECT);
        assertThat(report.observations().stream().filter(o -> o.state() == State.SUSPECT))
                .hasSize(2);
    }

    @Test
    @DisplayName("a figure misread as a word costs its own cell only")
    void misreadFigureCostsItself() throws UnreadableException {
        int row = rowOf("重复申请");
        int first = Integer.parseInt(rows.get(row).get(1));
        List<String> fields = new ArrayList<>(rows.get(row));
        fields.set(3, "口");
        rows.set(row, fields);
        Report report = read(-1);
        assertThat(of(report, first))
                .hasSize(COLUMNS - 1)
                .extracting(Observation::state)
                .containsOnly(State.READ);
    }
}
