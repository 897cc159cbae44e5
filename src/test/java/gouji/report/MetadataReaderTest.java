package gouji.report;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.document.Box;
import gouji.document.Finding;
import gouji.document.Place;
import gouji.table.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Titles as reports print them, and what must be read from each. */
class MetadataReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            阜新市清河门区 2022 年 政府信息公开工作年度报告 | 阜新市清河门区 | 2022
            2021年临沧市云县人民政府政府信息公开工作年度报告 | 临沧市云县人民政府 | 2021
            新余市人民政府关于2023年政府信息公开工作的年度报告 | 新余市人民政府 | 2023
            博乐市人民政府2021年政府信息公开年度报告 | 博乐市人民政府 | 2021
            某镇2024年度政府信息公开工作年度报告 | 某镇 | 2024
            潮州市饶平县⼈⺠政府2023年度政府信息公开⼯作年度报告 | 潮州市饶平县人民政府 | 2023
            某县人民政府办公室2022年政府信息公开工作报告 | 某县人民政府办公室 | 2022
            某局2019年政府信息公开年报 | 某局 | 2019
            某局二〇二三年政府信息公开工作年度报告 | 某局 | 2023
            """)
    void readsIssuerAndYearFromATitle(String title, String issuer, int year) {
        Metadata metadata = read("无关的一行", title, "一、总体情况");
        assertThat(metadata.issuer()).isEqualTo(issuer);
        assertThat(metadata.year()).contains(year);
    }

    @Test
    void joinsATitleOverTwoLines() {
        Metadata metadata = read("某市某区人民政府", "2022年政府信息公开工作年度报告", "2022年，某区认真落实。");
        assertThat(metadata.issuer()).isEqualTo("某市某区人民政府");
        assertThat(metadata.title()).isEqualTo("某市某区人民政府2022年政府信息公开工作年度报告");
    }

    @Test
    void takesTheTitleOfTheStatedPeriodWhereOtherYearsReportsAreLinkedAboveIt() {
        Metadata metadata = read(
                "某局2022年政府信息公开工作年度报告", "某局2021年政府信息公开工作年度报告", "某局2023年政府信息公开工作年度报告", "统计期限自2023年1月1日起至2023年12月31日止。");
        assertThat(metadata.year()).contains(2023);
    }

    @Test
    void joinsANameThatTheTitleBreaks() {
        Metadata metadata = read("沅陵县人", "民政府办公室", "2023年度政府信息", "公开工作年度报告", "沅陵县人民政府办公室");
        assertThat(metadata.issuer()).isEqualTo("沅陵县人民政府办公室");
    }

    @Test
    void takesTheIssuerFromASignatureOverItsDate() {
        assertThat(read("2023年政府信息公开工作年度报告", "某市水利局", "2024年1月20日").issuer()).isEqualTo("某市水利局");
    }

    @Test
    void doesNotTakeAPageHeaderForPartOfTheTitle() {
        assertThat(read("政府信息公开专栏", "某局 2019 年 政府信息公开工作年度报告").title()).isEqualTo("某局 2019 年 政府信息公开工作年度报告");
    }

    @Test
    void readsTheDateOfPublicationFromTheHeadOrTheSignature() {
        assertThat(read("某局2022年政府信息公开工作年度报告", "发布时间：2023-03-27 来源：某局").published())
                .isEqualTo("2023-03-27");
        assertThat(read("某局2022年政府信息公开工作年度报告", "正文。", "某局", "2024年1月5日").published())
                .isEqualTo("2024-01-05");
    }

    @Test
    void saysNothingOfADateThatIsNotThere() {
        assertThat(read("某局2022年政府信息公开工作年度报告", "2022年1月1日至2022年12月31日。").published())
                .isEmpty();
    }

    @Test
    void saysThatTheTitleStandsInAWeaklyRecognisedLine() {
        List<Finding> findings = findings(true, "淮北市潍溪县2025年政府信息公开工作年度报告", "2025年，我县认真落实。");
        assertThat(findings).extracting(Finding::code).contains("METADATA_IN_DOUBT");
        assertThat(findings.get(0).message()).contains("淮北市潍溪县");
    }

    @Test
    void namesAWitnessThatReadsTheIssuerOneCharacterOtherwise() {
        List<Finding> findings = findings(true, "淮北市潍溪县2025年政府信息公开工作年度报告", "正文。", "淮北市濉溪县");
        assertThat(findings).anySatisfy(f -> {
            assertThat(f.code()).isEqualTo("ISSUER_IN_DOUBT");
            assertThat(f.message()).contains("淮北市潍溪县").contains("淮北市濉溪县");
        });
    }

    @Test
    void doubtsNothingThatWasPrintedAsText() {
        assertThat(findings(false, "淮北市潍溪县2025年政府信息公开工作年度报告", "正文。", "淮北市濉溪县"))
                .extracting(Finding::code)
                .doesNotContain("METADATA_IN_DOUBT", "ISSUER_IN_DOUBT");
    }

    /** @param weak whether the first line was recognised with a low score */
    private static List<Finding> findings(boolean weak, String... lines) {
        List<Prose> prose = new ArrayList<>();
        for (String line : lines) {
            double y = 20 * prose.size();
            prose.add(new Prose(line, Place.onPage(1, new Box(50, y, 500, y + 12)), 12));
        }
        List<Finding> known = weak
                ? List.of(Finding.info("LINE_IN_DOUBT", "weak", prose.get(0).place()))
                : List.of();
        List<Finding> findings = new ArrayList<>();
        new MetadataReader(DrawnReport.PROFILE, known, findings).read(prose);
        return findings;
    }

    private static Metadata read(String... lines) {
        List<Prose> prose =
                Stream.of(lines).map(l -> new Prose(l, Place.UNKNOWN, 0)).toList();
        return new MetadataReader(DrawnReport.PROFILE, List.of(), new ArrayList<>()).read(prose);
    }
}
