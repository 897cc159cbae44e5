package blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTest {
    @TempDir
    Path folder;

    @Test
    void bodiesAreRankedByTheFigureThatTheirReportHas() throws IOException {
        Document page = page(new SmallDataset(folder.resolve("d"))
                .of("cn-disclosure")
                .report("a", "甲市", 2024, "", "")
                .report("b", "乙市<b>", 2024, "", "")
                .report("c", "丙市", 2024, "", "")
                .cell("a", "5", "read")
                .cell("b", "20", "read")
                .cell("c", "", "blank")
                .write());

        assertThat(page.select("h2:contains(申请办理结果) + p").text())
                .as("no bar for a year in which no report has a figure")
                .isEqualTo("无");
        assertThat(texts(page, 1)).containsExactly("2024 乙市<b>", "20", "2024 甲市", "5");
        assertThat(widths(page, 1)).containsExactly("500.0", "125.0");
        assertThat(page.text()).contains("有该项数据的报告2份，列前2份；另有1份空白或存疑。");
    }

    @Test
    void outcomesAreAddedUpByYearWithoutPrintedSubtotals() throws IOException {
        Document page = page(new SmallDataset(folder.resolve("d"))
                .of("cn-disclosure")
                .report("a", "甲市", 2023, "", "")
                .report("b", "乙市", 2023, "", "")
                .cell("a", "9", "read")
                .cell("a", "result.granted", "4", "件", "read")
                .cell("a", "result.granted_partly", "1", "件", "read")
                .cell("a", "result.denied", "3", "件", "read")
                .cell("a", "result.denied.state_secret", "1", "件", "read")
                .cell("a", "result.denied.internal", "2", "件", "read")
                .cell("b", "result.granted", "6", "件", "read")
                .cell("b", "result.other.other", "", "件", "blank")
                .write());

        assertThat(page.select("svg").get(1).select("rect title").eachText()).contains("予以公开 10", "部分公开 1", "不予公开 3");
        assertThat(texts(page, 1)).contains("2023年（2家）", "14");
        assertThat(page.text()).contains("空白或存疑的1个单元格未计入");
    }

    @Test
    void thePageOfTheFixturesAsksForNothingFromANetwork() throws IOException {
        Document page = page(Path.of("output/cn-disclosure"));

        assertThat(page.select("h2").eachText()).hasSize(5);
        assertThat(page.select("[src], [href], script, link")).isEmpty();
        assertThat(texts(page, 1)).containsExactly("T3-FLOW", "6", "PROSE", "2", "T3-ROW", "2");
    }

    private Document page(Path dataset) throws IOException {
        Path file = folder.resolve("chart.html");
        Call call = Call.gouji("chart", dataset, "--out", file);
        assertThat(call.status()).as(call.err()).isZero();
        return Jsoup.parse(file.toFile(), "UTF-8");
    }

    private static List<String> texts(Document page, int chart) {
        return page.select("svg").get(chart).select("> text").eachText();
    }

    private static List<String> widths(Document page, int chart) {
        return page.select("svg").get(chart).select("> rect").stream()
                .map((Element r) -> r.attr("width"))
                .toList();
    }
}
