package gouji.check;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.profile.Node;
import gouji.report.DrawnReport;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 130 requests received and answered: 45 + 14 given, 32 refused, 26 not to be had, 1 not processed, 12 ended otherwise. */
class ProseCheckTest {
    private static final Map<String, Integer> TOTALS = Map.of(
            "received_new", 130,
            "result.granted", 45,
            "result.granted_partly", 14,
            "result.denied.internal_affairs", 32,
            "result.unavailable.not_held", 26,
            "result.not_processed.repeat_request", 1,
            "result.other.other", 12,
            "result.total", 130);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            其中公开及部分公开59件，占45.3％。 | PROSE-SHARE result.granted_or_partly total 45.3 45.385 HOLD
            其中公开及部分公开59件，占45.4％。 | PROSE-SHARE result.granted_or_partly total 45.4 45.385 HOLD
            其中公开及部分公开59件，占45.5％。 | PROSE-SHARE result.granted_or_partly total 45.5 45.385 FAIL
            不予处理1件，占0.7%。 | PROSE-SHARE result.not_processed total 0.7 0.769 HOLD
            无法提供占20%。 | PROSE-SHARE result.unavailable total 20 20.00 HOLD
            无法提供占21%。 | PROSE-SHARE result.unavailable total 21 20.00 FAIL
            政府信息公开申请答复率100%。 | PROSE-SHARE result.total total 100 100.00 HOLD
            """)
    void recomputesPercentagesRoundedOrCutOff(String prose, String expected) throws UnreadableException {
        assertThat(check(prose, "PROSE-SHARE")).containsExactly(expected);
    }

    @Test
    void holdsGroupsOfResultsAgainstTheirRows() throws UnreadableException {
        assertThat(check("不予公开32件，无法提供27件，其他处理12件。", "PROSE"))
                .containsExactlyInAnyOrder(
                        "PROSE result.denied total 32 32 HOLD",
                        "PROSE result.unavailable total 27 26 FAIL",
                        "PROSE result.other total 12 12 HOLD");
    }

    @Test
    void addsUpWhatTheTextSaysItself() throws UnreadableException {
        String said = "收到政府信息公开申请130件，办结130件。其中公开及部分公开59件，不予公开32件，无法提供26件，不予处理1件，其他处理";
        assertThat(check(said + "12件。", "PROSE-SUM")).containsExactly("PROSE-SUM result.total total 130 130 HOLD");
        assertThat(check(said + "2件。", "PROSE-SUM")).containsExactly("PROSE-SUM result.total total 130 120 FAIL");
        assertThat(check("办结130件，不予公开32件。", "PROSE-SUM")).isEmpty();
    }

    @Test
    void addsUpTheFeesOfTheUnits() throws UnreadableException {
        String units = "其中市公安局1件420元，市自然资源和规划局2件290元，市住房城乡建设局15件1500元，市城管局140元，市民政局6件600元。";
        assertThat(check("全年收取信息处理费2950元，" + units, "PROSE-PARTS"))
                .containsExactly("PROSE-PARTS processing_fee  2950 2950 HOLD");
        assertThat(check("全年收取信息处理费2905元，" + units, "PROSE-PARTS"))
                .containsExactly("PROSE-PARTS processing_fee  2905 2950 FAIL");
        assertThat(check("全年收取信息处理费420元，其中市公安局420元。", "PROSE-PARTS")).isEmpty();
    }

    @Test
    void tenThousandsAreRounded() throws UnreadableException {
        assertThat(check("全年共收到政府信息公开申请0.01万件。", "PROSE")).containsExactly("PROSE received_new total 100 130 HOLD");
    }

    @Test
    void percentagesOfAnotherYearAreLeftAlone() throws UnreadableException {
        assertThat(check("上年予以公开占90%。", "PROSE-SHARE")).isEmpty();
    }

    private static List<String> check(String prose, String id) throws UnreadableException {
        DrawnReport report = new DrawnReport()
                .prose("某市2022年政府信息公开工作年度报告")
                .prose("一、总体情况")
                .prose(prose)
                .ragged(rows());
        return new Checker(DrawnReport.PROFILE)
                .check(report.read()).checks().stream()
                        .filter(c -> c.check().equals(id))
                        .map(c -> c.check() + " " + c.row() + " " + c.column() + " "
                                + c.left().orElseThrow().toPlainString() + " "
                                + c.right().orElseThrow().toPlainString() + " " + c.result())
                        .toList();
    }

    /** Every figure in the column of natural persons and again in that of totals. */
    private static List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>(DrawnReport.rows("format-2021", "requests"));
        List<String> codes = leaves();
        int first = rows.size() - codes.size();
        for (int i = 0; i < codes.size(); i++) {
            String figure = Integer.toString(TOTALS.getOrDefault(codes.get(i), 0));
            List<String> row = new ArrayList<>(rows.get(first + i));
            for (int column = 1; column <= 7; column++) {
                row.set(column, column == 1 || column == 7 ? figure : "0");
            }
            rows.set(first + i, row);
        }
        return rows;
    }

    private static List<String> leaves() {
        return DrawnReport.PROFILE
                .template("format-2021")
                .findTable("requests")
                .orElseThrow()
                .blocks()
                .get(0)
                .leafRows()
                .stream()
                .map(Node::code)
                .toList();
    }
}
