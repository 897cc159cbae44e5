package gouji.report;

import static gouji.report.DrawnReport.cell;
import static gouji.report.DrawnReport.rows;
import static gouji.report.DrawnReport.with;
import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Place;
import gouji.source.UnreadableException;
import gouji.table.Cell;
import gouji.table.Element;
import gouji.table.Layout;
import gouji.table.Prose;
import gouji.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Born-digital reports as people make them: what is read must be right, or in doubt. */
class MessyReportTest {
    private static final String NEW = "format-2021";
    private static final String REPEAT = "requests.result.not_processed.repeat_request.";

    @ParameterizedTest
    @ValueSource(strings = {"3①", "3②", "3¹", "3 ²", "3[1]", "3❶", "3⑴"})
    void keepsTheMarkOfAFootnoteOutOfAFigure(String printed) throws UnreadableException {
        assertThat(repeatedRequests(printed, "0", "0", "0", "0", "0", "3")).startsWith("3/read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 5", "12 34", "3\n5"})
    void doesNotMakeOneFigureOfTwo(String printed) throws UnreadableException {
        assertThat(repeatedRequests(printed, "0", "0", "0", "0", "0", "3")).endsWith("/suspect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 234", "123 4"})
    void readsAFigureGroupedOrBrokenByBlanks(String printed) throws UnreadableException {
        assertThat(repeatedRequests(printed, "0", "0", "0", "0", "0", "3")).isEqualTo("1234/read");
    }

    @Test
    void doubtsOneCellOfWordsNotItsRow() throws UnreadableException {
        List<List<String>> rows = with(
                rows(NEW, "requests"),
                "重复申请",
                r -> new ArrayList<>(List.of(r.get(0), "4", "零", "5", "约6", "7", "8", "9")));
        Report report = new DrawnReport().exact(rows).read();
        assertThat(cell(report, REPEAT + "natural_person")).isEqualTo("4/read");
        assertThat(cell(report, REPEAT + "legal_person.commercial_enterprise")).isEqualTo("/suspect");
        assertThat(cell(report, REPEAT + "legal_person.research_institution")).isEqualTo("5/read");
        assertThat(cell(report, REPEAT + "legal_person.social_public_interest_org"))
                .isEqualTo("/suspect");
        assertThat(cell(report, REPEAT + "total")).isEqualTo("9/read");
    }

    @Test
    void doesNotMoveFiguresIntoTheEmptyColumnsOfASheet() throws UnreadableException {
        List<List<String>> rows = with(
                rows(NEW, "requests"),
                "重复申请",
                r -> new ArrayList<>(
                        List.of(r.get(0), "4", "见附件", "5", "6", "7", "8", "9", "", "", "", "", "", "", "")));
        Report report = new DrawnReport().exact(rows).read();
        assertThat(cell(report, REPEAT + "natural_person")).isEqualTo("4/read");
        assertThat(cell(report, REPEAT + "legal_person.commercial_enterprise")).isEqualTo("/suspect");
        assertThat(cell(report, REPEAT + "total")).isEqualTo("9/read");
    }

    @Test
    void readsRowsInAnotherOrderUnderNoOthersName() throws UnreadableException {
        List<List<String>> rows = rows(NEW, "requests");
        int at = 0;
        while (!rows.get(at).get(0).contains("本年新收")) {
            at++;
        }
        Collections.swap(rows, at, at + 1);
        Report report = new DrawnReport().exact(rows).read();
        assertThat(cell(report, "requests.received_new.natural_person")).isIn("1/read", "/absent");
        assertThat(cell(report, "requests.carried_in.natural_person")).isIn("8/read", "/absent");
    }

    @Test
    void doubtsARowWhoseNameStandsThereTwice() throws UnreadableException {
        List<List<String>> rows = rows(NEW, "disclosure");
        int at = 0;
        while (!rows.get(at).get(0).equals("行政规范性文件")) {
            at++;
        }
        rows.add(at, List.of("行政规范性文件（含已废止）", "97", "98", "99"));
        Report report = new DrawnReport().exact(rows).read();
        assertThat(cell(report, "disclosure.normative_documents.in_force")).endsWith("/suspect");
        assertThat(report.findings()).anyMatch(f -> f.code().equals("ROW_TWICE"));
    }

    @Test
    void readsPastAColumnOfRowNumbers() throws UnreadableException {
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : rows(NEW, "requests")) {
            List<String> numbered = new ArrayList<>(row);
            if (numbered.size() == 8) {
                numbered.add(1, numbered.get(7).matches("[0-9]+") ? String.valueOf(rows.size()) : "行次");
            }
            rows.add(numbered);
        }
        Report report = new DrawnReport().exact(rows).read();
        assertThat(cell(report, "requests.received_new.natural_person")).isEqualTo("1/read");
        assertThat(cell(report, "requests.carried_out.total")).isEqualTo("175/read");
    }

    @Test
    void doesNotReadBlanksBehindALabelThatReachesIntoTheFirstColumn() throws UnreadableException {
        List<List<String>> rows = with(
                rows(NEW, "requests"),
                "重复申请",
                r -> new ArrayList<>(List.of("（五）不予处理", r.get(0), "", "", "", "", "", "")));
        Report report = new DrawnReport().exact(rows).read();
        assertThat(report.observations())
                .filteredOn(o -> o.code().startsWith(REPEAT))
                .allMatch(o -> o.state() == State.SUSPECT);
    }

    @Test
    void passesOverTheNumbersOfTheColumns() throws UnreadableException {
        Report report = read(remedies(List.of(numbers(1), numbers(31))));
        assertThat(cell(report, "remedies.values.review.upheld")).isEqualTo("31/read");
    }

    @Test
    void passesOverABlankRowAboveTheFigures() throws UnreadableException {
        Report report = read(remedies(List.of(Collections.nCopies(15, ""), numbers(31))));
        assertThat(cell(report, "remedies.values.review.upheld")).isEqualTo("31/read");
    }

    @Test
    void followsTheHeadingsWhereBlocksOfTheSameHeadingsChangePlaces() throws UnreadableException {
        List<Cell> cells = List.copyOf(remedies(List.of(numbers(31))).cells()).stream()
                .map(c -> at(c, c.row(), c.column() >= 5 ? c.column() - 5 : c.column() + 10))
                .toList();
        Report report = read(table(cells, 4, 15));
        assertThat(cell(report, "remedies.values.review.upheld")).isEqualTo("31/read");
        assertThat(cell(report, "remedies.values.litigation.direct.upheld")).isEqualTo("36/read");
        assertThat(report.findings()).anyMatch(f -> f.code().equals("COLUMN_ORDER"));
    }

    @Test
    void doubtsADumpWhoseHeadingsStandInAnotherOrder() throws UnreadableException {
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : rows(NEW, "requests")) {
            List<String> moved = new ArrayList<>(row);
            if (moved.size() == 8) {
                moved.add(1, moved.remove(7));
            }
            rows.add(moved);
        }
        Report report = new DrawnReport().ragged(rows).read();
        assertThat(report.observations())
                .filteredOn(o -> o.table().equals("requests"))
                .allMatch(o -> o.state() == State.SUSPECT);
    }

    @Test
    void takesThisYearsTableOfTwo() throws UnreadableException {
        List<List<String>> last = rows(NEW, "requests").stream()
                .map(r -> r.stream().map(f -> f.matches("[0-9]+") ? "9" + f : f).toList())
                .toList();
        Report report = new DrawnReport()
                .prose("某市水利局2023年政府信息公开工作年度报告")
                .prose("三、收到和处理政府信息公开申请情况")
                .prose("2022年情况：")
                .exact(last)
                .prose("2023年情况：")
                .exact(rows(NEW, "requests"))
                .read();
        assertThat(cell(report, "requests.received_new.natural_person")).isEqualTo("1/read");
        assertThat(report.findings()).anyMatch(f -> f.code().equals("TABLE_TWICE"));
    }

    @Test
    void doubtsTwoTablesThatNothingTellsApart() throws UnreadableException {
        Report report = new DrawnReport()
                .exact(rows(NEW, "requests"))
                .prose("另一张表：")
                .exact(rows(NEW, "requests"))
                .read();
        assertThat(report.observations())
                .filteredOn(o -> o.table().equals("requests"))
                .allMatch(o -> o.state() == State.SUSPECT);
    }

    @Test
    void takesTheOldFormWhereOtherTreatmentIsOneRow() throws UnreadableException {
        Report report = new DrawnReport()
                .exact(rows(NEW, "disclosure"))
                .exact(rows("format-2019", "requests"))
                .read();
        assertThat(report.template()).isEqualTo("format-2019");
    }

    private static String repeatedRequests(String... figures) throws UnreadableException {
        List<List<String>> rows = with(rows(NEW, "requests"), "重复申请", r -> {
            List<String> row = new ArrayList<>(List.of(r.get(0)));
            row.addAll(List.of(figures));
            return row;
        });
        return cell(new DrawnReport().exact(rows).read(), REPEAT + "natural_person");
    }

    private static List<String> numbers(int first) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            numbers.add(String.valueOf(first + i));
        }
        return numbers;
    }

    /** Table 4 with its headings over three rows and these rows of fifteen cells. */
    private static Table remedies(List<List<String>> rows) {
        List<String> five = List.of("结果维持", "结果纠正", "其他结果", "尚未审结", "总计");
        List<Cell> cells = new ArrayList<>();
        cells.add(box(0, 0, 1, 5, "行政复议"));
        cells.add(box(0, 5, 1, 10, "行政诉讼"));
        cells.add(box(1, 5, 1, 5, "未经复议直接起诉"));
        cells.add(box(1, 10, 1, 5, "复议后起诉"));
        for (int i = 0; i < 5; i++) {
            cells.add(box(1, i, 2, 1, five.get(i)));
            cells.add(box(2, 5 + i, 1, 1, five.get(i)));
            cells.add(box(2, 10 + i, 1, 1, five.get(i)));
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < 15; c++) {
                cells.add(box(3 + r, c, 1, 1, rows.get(r).get(c)));
            }
        }
        return table(cells, 3 + rows.size(), 15);
    }

    private static Cell box(int row, int column, int rowSpan, int columnSpan, String text) {
        return new Cell(row, column, rowSpan, columnSpan, text, Place.at("row " + row), 1);
    }

    private static Cell at(Cell c, int row, int column) {
        return new Cell(row, column, c.rowSpan(), c.columnSpan(), c.text(), c.place(), 1);
    }

    private static Table table(List<Cell> cells, int rows, int columns) {
        return new Table(rows, columns, cells, true, List.of(), Collections.nCopies(rows, 0));
    }

    private static Report read(Table table) throws UnreadableException {
        List<Element> elements = new ArrayList<>();
        elements.add(new Prose("某市水利局2023年政府信息公开工作年度报告", Place.UNKNOWN, 0));
        elements.add(table);
        return new Normalizer(DrawnReport.PROFILE).read(new Layout(elements, 0, List.of()));
    }
}
