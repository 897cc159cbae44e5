package gouji.report;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.source.UnreadableException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningTextTest {
    @Test
    void aSentenceThatGoesOnInTheNextLineIsOne() throws UnreadableException {
        assertThat(figures("全年新收政府信息公开申请3550件，上年结转106件，全年共答复3523件，结转下年度", "继续办理133件。行政复议185件，行政诉讼102件。"))
                .containsExactly(
                        "requests.received_new.total=3550",
                        "requests.carried_in.total=106",
                        "requests.result.total.total=3523",
                        "requests.carried_out.total=133",
                        "remedies.values.review.total=185",
                        "narrative.litigation=102");
    }

    @Test
    void aHeadingIsNoBeginningOfTheParagraphBelow() throws UnreadableException {
        assertThat(figures("（二）依申请公开网络平台与线下窗口渠道的建设和运行情况", "收到政府信息公开申请12件。"))
                .containsExactly("requests.received_new.total=12");
    }

    private static List<String> figures(String... paragraphs) throws UnreadableException {
        DrawnReport report = new DrawnReport().prose("某市2023年政府信息公开工作年度报告").prose("一、总体情况");
        List.of(paragraphs).forEach(report::prose);
        return report.exact(DrawnReport.rows("format-2021", "requests")).read().figures().stream()
                .map(f -> f.code() + "=" + f.value())
                .toList();
    }
}
