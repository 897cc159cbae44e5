package gouji.check;

import static gouji.report.DrawnReport.cell;
import static gouji.report.DrawnReport.rows;
import static org.assertj.core.api.Assertions.assertThat;

import gouji.report.DrawnReport;
import gouji.report.State;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each test spoils one figure of a consistent report and says what the checks must find. */
class CheckerTest {
    /** Rows in template order: received, carried in, granted, …, total of results, carried out. */
    private static final int GRANTED = 2;

    private static final int RESULT_TOTAL = 23;

    @Test
    void confirmsEveryCellOfATableThatAddsUp() throws UnreadableException {
        CheckedReport checked = check(requests());
        assertThat(checked.failed()).isZero();
        assertThat(checked.checks())
                .filteredOn(c -> c.check().startsWith("T3"))
                .hasSize(7 + 7 + 25)
                .allMatch(c -> c.result() == CheckResult.Result.HOLD);
        assertThat(cell(checked.report(), "requests.received_new.natural_person"))
                .isEqualTo("6/confirmed");
    }

    @Test
    void doesNotTakeASumOfZerosForAConfirmation() throws UnreadableException {
        CheckedReport checked = check(requests());
        assertThat(cell(checked.report(), "requests.result.denied.state_secret.legal_person.other"))
                .isEqualTo("0/read");
    }

    @Test
    void keepsAPrintedSumThatDoesNotAddUpAndNamesItsPlace() throws UnreadableException {
        List<List<String>> rows = requests();
        rows.get(first(rows) + GRANTED).set(7, "9");
        CheckedReport checked = check(rows);
        assertThat(failures(checked))
                .containsExactlyInAnyOrder("T3-ROW result.granted total 9-5=4", "T3-RESULT result.total total 7-11=-4");
        assertThat(cell(checked.report(), "requests.result.granted.total")).isEqualTo("9/contradicted");
        assertThat(cell(checked.report(), "requests.received_new.total")).isEqualTo("8/confirmed");
    }

    @Test
    void findsAFlowThatDoesNotBalance() throws UnreadableException {
        List<List<String>> rows = requests();
        rows.get(first(rows)).set(1, "7");
        rows.get(first(rows)).set(7, "9");
        assertThat(failures(check(rows)))
                .containsExactlyInAnyOrder("T3-FLOW  natural_person 8-7=1", "T3-FLOW  total 10-9=1");
    }

    @Test
    void saysWhereAnIdentityHoldsOnlyIfBlanksAreZero() throws UnreadableException {
        List<List<String>> rows = requests();
        for (int column = 2; column < 7; column++) {
            rows.get(first(rows) + RESULT_TOTAL).set(column, column == 2 ? "2" : "");
        }
        CheckedReport checked = check(rows);
        assertThat(result(checked, "T3-ROW", "result.total")).isEqualTo(CheckResult.Result.HOLD_IF_BLANK_IS_ZERO);
        assertThat(checked.failed()).isZero();
        assertThat(cell(checked.report(), "requests.result.total.legal_person.other"))
                .isEqualTo("/blank");
    }

    @Test
    void doesNotJudgeAnIdentityWithABlankThatIsNotZero() throws UnreadableException {
        List<List<String>> rows = requests();
        rows.get(first(rows) + GRANTED).set(1, "");
        CheckedReport checked = check(rows);
        assertThat(result(checked, "T3-ROW", "result.granted")).isEqualTo(CheckResult.Result.NOT_ASSESSABLE);
        assertThat(checked.failed()).isZero();
    }

    @Test
    void neverChangesAFigure() throws UnreadableException {
        List<List<String>> rows = requests();
        rows.get(first(rows) + GRANTED).set(7, "9");
        CheckedReport checked = check(rows);
        assertThat(checked.report().observations()).noneMatch(o -> o.state() == State.REPAIRED);
        assertThat(checked.report().observations())
                .filteredOn(o -> o.value().isPresent())
                .allMatch(o -> o.value().get().toPlainString().equals(o.raw()));
    }

    @Test
    void sumsEachBlockOfTheRemedies() throws UnreadableException {
        List<List<String>> rows = new ArrayList<>(rows("format-2021", "remedies"));
        rows.set(rows.size() - 1, List.of("1", "2", "3", "4", "10", "1", "0", "0", "0", "2", "0", "0", "0", "0", "0"));
        CheckedReport checked = check(rows);
        assertThat(failures(checked)).containsExactly("T4-SUM values litigation.direct.total 2-1=1");
        assertThat(cell(checked.report(), "remedies.values.review.total")).isEqualTo("10/confirmed");
    }

    @Test
    void takesFewerRulesInForceThanWereMadeForAHintOnly() throws UnreadableException {
        List<List<String>> rows = new ArrayList<>(rows("format-2021", "disclosure"));
        rows.set(2, List.of("规章", "1", "0", "0"));
        CheckedReport checked = check(rows);
        assertThat(failures(checked)).containsExactly("T2-ISSUED regulations in_force 0-1=-1");
        assertThat(cell(checked.report(), "disclosure.regulations.in_force")).isEqualTo("0/read");
    }

    @Test
    void comparesWhatTheProseSaysWithTheTable() throws UnreadableException {
        DrawnReport report = new DrawnReport()
                .prose("某市2023年政府信息公开工作年度报告")
                .prose("一、总体情况")
                .prose("本年度收到政府信息公开申请15件，已办结7件。")
                .ragged(requests());
        CheckedReport checked = new Checker(DrawnReport.PROFILE).check(report.read());
        assertThat(failures(checked)).containsExactly("PROSE received_new total 15-8=7");
    }

    @Test
    void holdsSuitsInProseAgainstBothKindsInTheTable() throws UnreadableException {
        List<List<String>> rows = new ArrayList<>(rows("format-2021", "remedies"));
        rows.set(rows.size() - 1, List.of("0", "0", "0", "0", "0", "2", "0", "0", "0", "2", "1", "0", "0", "0", "1"));
        DrawnReport report = new DrawnReport()
                .prose("某市2023年政府信息公开工作年度报告")
                .prose("一、总体情况")
                .prose("本年度因政府信息公开被提起行政诉讼4件。")
                .exact(rows);
        CheckedReport checked = new Checker(DrawnReport.PROFILE).check(report.read());
        assertThat(failures(checked)).containsExactly("PROSE values litigation 4-3=1");
        DrawnReport ofOneKind = new DrawnReport()
                .prose("某市2023年政府信息公开工作年度报告")
                .prose("一、总体情况")
                .prose("未经复议直接提起诉讼2件。")
                .exact(rows);
        assertThat(failures(new Checker(DrawnReport.PROFILE).check(ofOneKind.read())))
                .isEmpty();
        DrawnReport denied = new DrawnReport()
                .prose("某市2023年政府信息公开工作年度报告")
                .prose("一、总体情况")
                .prose("本年度未发生行政诉讼。")
                .exact(rows);
        assertThat(failures(new Checker(DrawnReport.PROFILE).check(denied.read())))
                .containsExactly("PROSE values litigation 0-3=-3");
    }

    @Test
    void tellsWhichTimeAFigureOfTheProseIsAbout() throws UnreadableException {
        DrawnReport report = new DrawnReport()
                .prose("某市2023年政府信息公开工作年度报告")
                .prose("一、总体情况")
                .prose("自条例施行以来，累计公开信息500条。去年公开信息20条。与去年相比，公开信息30条。")
                .prose("上年结转申请1件。未发生行政复议。")
                .ragged(requests());
        assertThat(report.read().figures().stream()
                        .map(f -> f.value() + " " + f.period().word() + " " + f.negated()))
                .containsExactly(
                        "500 cumulative false",
                        "20 last-year false",
                        "30 this-year false",
                        "1 this-year false",
                        "0 this-year true");
    }

    private static CheckedReport check(List<List<String>> rows) throws UnreadableException {
        return new Checker(DrawnReport.PROFILE)
                .check(new DrawnReport().exact(rows).read());
    }

    /** 6+2 received, 1 carried in; 4+1 granted, 1+1 refused; 2 carried out. */
    private static List<List<String>> requests() {
        List<List<String>> rows = new ArrayList<>();
        rows("format-2021", "requests").forEach(r -> rows.add(new ArrayList<>(r)));
        int first = first(rows);
        for (int r = first; r < rows.size(); r++) {
            for (int c = 1; c < 8; c++) {
                rows.get(r).set(c, "0");
            }
        }
        set(rows.get(first), 6, 2);
        set(rows.get(first + 1), 1, 0);
        set(rows.get(first + GRANTED), 4, 1);
        set(rows.get(first + 5), 1, 1);
        set(rows.get(first + RESULT_TOTAL), 5, 2);
        set(rows.get(first + RESULT_TOTAL + 1), 2, 0);
        return rows;
    }

    private static void set(List<String> row, int person, int company) {
        row.set(1, String.valueOf(person));
        row.set(2, String.valueOf(company));
        row.set(7, String.valueOf(person + company));
    }

    private static int first(List<List<String>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            if (rows.get(r).get(0).contains("本年新收")) {
                return r;
            }
        }
        throw new IllegalStateException("no first row");
    }

    private static CheckResult.Result result(CheckedReport checked, String check, String row) {
        return checked.checks().stream()
                .filter(c -> c.check().equals(check) && c.row().equals(row))
                .findFirst()
                .orElseThrow()
                .result();
    }

    /** Failed checks as {@code id row column left-right=difference}. */
    private static List<String> failures(CheckedReport checked) {
        return checked.checks().stream()
                .filter(c -> c.result() == CheckResult.Result.FAIL)
                .map(c -> c.check() + " " + c.row() + " " + c.column() + " "
                        + c.left().get() + "-" + c.right().get() + "="
                        + c.difference().get())
                .toList();
    }
}
