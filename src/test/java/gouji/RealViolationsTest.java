package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.check.CheckResult;
import gouji.check.CheckedReport;
import gouji.document.Finding;
import gouji.panel.Drafts;
import gouji.panel.Filings;
import gouji.real.RealFigures;
import gouji.real.RealReport;
import gouji.source.Input;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Faults that real published reports have: each is found where it stands, with both figures, and nothing else fails. The
 * figures are the published ones; the sentences that say them are written here.
 */
class RealViolationsTest {
    private static final List<String> TABLES = List.of("disclosure", "requests", "remedies");

    private List<RealReport> reports;
    private Engine engine;

    @BeforeEach
    void needsTheSharedFolder() throws Exception {
        reports = RealFigures.reports(RealViolationsTest.class);
        engine = Wiring.engine(Optional.empty(), 500, Recognition.of(Ocr.off));
    }

    @Test
    void sixRulesInForceInATown() throws Exception {
        assertThat(failing(read("nilka-town-2023", List.of("disclosure"))))
                .containsExactly("T2-COMP disclosure regulations in_force: 6, not 0");
    }

    @Test
    void oneRuleMadeByATownOnTheFormOf2019() throws Exception {
        assertThat(failing(read("yanglin-2023", List.of("disclosure"))))
                .containsExactly("T2-COMP disclosure regulations total_disclosed: 3, not 0");
    }

    @Test
    void moreIssuedThanInForce() throws Exception {
        assertThat(failing(read("xilingol-commerce-2021", List.of("disclosure"))))
                .containsExactly("T2-ISSUED disclosure normative_documents in_force: 0, not 1");
    }

    @Test
    void lastYearsSentenceBesideThisYearsTable() throws Exception {
        RealReport r = find("xiliu-2023");
        String sentence = "%s年，本镇制发行政规范性文件%s件，废止行政规范性文件%s件，现行有效行政规范性文件%s件。"
                .formatted(
                        r.said("year_said"),
                        r.said("normative_made"),
                        r.said("normative_repealed"),
                        r.said("normative_in_force"));

        assertThat(failing(read("xiliu-2023", List.of("disclosure"), sentence)))
                .containsExactly(
                        "PROSE disclosure normative_documents issued_this_year: 0, not 4",
                        "PROSE disclosure normative_documents in_force: 0, not 32");
    }

    /** Single rows were taken for the totals of groups. */
    @Test
    void resultsInTheProseThatAreNotTheRequestsAnswered() throws Exception {
        RealReport r = find("shanghai-go-2019");
        String sentence = ("2019年共收到政府信息公开申请%s件，上年结转%s件，共答复%s件，结转下年度%s件。"
                        + "其中，公开及部分公开%s件，不予公开%s件，无法提供%s件，不予处理%s件，其他处理%s件。")
                .formatted(
                        r.said("received"),
                        r.said("carried_in"),
                        r.said("answered"),
                        r.said("carried_out"),
                        r.said("granted_or_partly"),
                        r.said("denied"),
                        r.said("unavailable"),
                        r.said("not_processed"),
                        r.said("other"));

        assertThat(failing(read("shanghai-go-2019", TABLES, sentence)))
                .containsExactly("PROSE-SUM requests result.total total: 805, not 716");
    }

    /** The prose counts cases filed with the city for the record: both figures are shown, a person sees why. */
    @Test
    void casesOfTheCityBesideThoseOfTheRegion() throws Exception {
        RealReport r = find("suqian-2024");
        String sentence =
                "政府信息公开行政复议案件%s件，行政诉讼案件%s件。".formatted(r.said("review_cases_said"), r.said("litigation_cases_said"));

        assertThat(failing(read("suqian-2024", TABLES, sentence)))
                .containsExactly(
                        "PROSE remedies values review.total: 134, not 170",
                        "PROSE remedies values litigation: 57, not 77");
    }

    /** None of its tables was seen: an unfilled form stands behind the prose. */
    @Test
    void aStatedPeriodOfTheYearBefore() throws Exception {
        RealReport r = find("huaian-nr-2021");
        String sentence = "2021年共收到政府信息公开申请%s件，上年结转%s件，结转下年度%s件。"
                .formatted(r.said("received"), r.said("carried_in"), r.said("carried_out"));
        CheckedReport read = read("huaian-nr-2021", List.of("disclosure"), "统计期限自2020年1月1日至2020年12月31日。", sentence);

        assertThat(read.report().findings().stream().filter(f -> f.code().equals("YEAR_CONFLICT")))
                .extracting(Finding::message)
                .containsExactly("The title says 2021, the stated period says 2020; the title's year was taken.");
        assertThat(failing(read)).isEmpty();
    }

    /** Within the report and between reports, in the order of the checks. */
    private static List<String> failing(CheckedReport read) {
        Filings filings = new Filings(List.of(Drafts.PROFILE));
        filings.add(Drafts.FILER.file("r", "r", read.report()), read.report());
        List<CheckResult> all = new ArrayList<>(read.checks());
        all.addAll(filings.checks("r"));
        return all.stream()
                .filter(c -> c.result() == CheckResult.Result.FAIL)
                .map(c -> "%s %s %s %s: %s, not %s"
                        .formatted(c.check(), c.table(), c.row(), c.column(), plain(c.left()), plain(c.right())))
                .toList();
    }

    private static String plain(Optional<BigDecimal> figure) {
        return figure.orElseThrow().stripTrailingZeros().toPlainString();
    }

    private CheckedReport read(String id, List<String> tables, String... prose) throws Exception {
        byte[] html = find(id).html(tables, List.of(prose));
        return engine.extractor().get().extract(Input.of(id + ".html", html)).checked();
    }

    private RealReport find(String id) {
        return reports.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }
}
