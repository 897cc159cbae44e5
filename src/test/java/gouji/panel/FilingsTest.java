package gouji.panel;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.body.Resolution;
import gouji.check.CheckResult;
import gouji.report.Report;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilingsTest {
    private static final String IN = "requests.carried_in.total";
    private static final String OUT = "requests.carried_out.total";

    @Test
    void carriesOverBetweenYears() {
        Filings filings = filings(Map.of(
                "a", Drafts.of("format-2021", "丹东市人民政府", 2022).with(OUT, "7"),
                "b", Drafts.of("format-2021", "丹东市", 2023).with(IN, "7"),
                "c", Drafts.of("format-2021", "丹东市人民政府", 2024).with(IN, "3")));

        assertThat(filings.checks("a")).isEmpty();
        assertThat(at(filings, "b", "Y-CARRY", "total").result()).isEqualTo(CheckResult.Result.HOLD);
        CheckResult broken = at(filings, "c", "Y-CARRY", "total");
        assertThat(broken.result()).isEqualTo(CheckResult.Result.FAIL);
        assertThat(broken.left().orElseThrow()).isEqualByComparingTo("3");
        assertThat(broken.right().orElseThrow()).isEqualByComparingTo("0");
        assertThat(broken.severity()).isEqualTo("warning");
        assertThat(broken.note()).isEqualTo("against report b");
    }

    @Test
    void holdsDocumentsInForceAgainstLastYear() {
        String made = "disclosure.normative_documents.";
        Filings filings = filings(Map.of(
                "a", Drafts.of("format-2021", "宿迁市人民政府", 2023).with(made + "in_force", "420"),
                "b",
                        Drafts.of("format-2021", "宿迁市人民政府", 2024)
                                .with(made + "issued_this_year", "61")
                                .with(made + "repealed_this_year", "59")
                                .with(made + "in_force", "422")));

        assertThat(row(filings, "b", "Y-FORCE", "normative_documents").result()).isEqualTo(CheckResult.Result.HOLD);
    }

    @Test
    void holdsItemsOf2019AgainstLastYear() {
        Filings filings = filings(Map.of(
                "a",
                        Drafts.of("format-2019", "丹东市人民政府", 2019)
                                .with("disclosure.licenses.items_last_year", "100")
                                .with("disclosure.licenses.items_change", "-8"),
                "b", Drafts.of("format-2019", "丹东市人民政府", 2020).with("disclosure.licenses.items_last_year", "100")));

        CheckResult r = row(filings, "b", "Y-ITEMS", "licenses");
        assertThat(r.result()).isEqualTo(CheckResult.Result.FAIL);
        assertThat(r.right().orElseThrow()).isEqualByComparingTo("92");
    }

    @Test
    void saysWhereTheOtherTemplateLacksTheCell() {
        Filings filings = filings(Map.of(
                "a", Drafts.of("format-2019", "丹东市人民政府", 2020).with(OUT, "2"),
                "b", Drafts.of("format-2021", "丹东市人民政府", 2021).with(IN, "2")));

        assertThat(row(filings, "b", "Y-FORCE", "regulations").result()).isEqualTo(CheckResult.Result.NOT_APPLICABLE);
        assertThat(at(filings, "b", "Y-CARRY", "total").result()).isEqualTo(CheckResult.Result.HOLD);
    }

    @Test
    void takesNoBlankForZeroAndNoDoubtfulReadingForAFailure() {
        Filings filings = filings(Map.of(
                "a", Drafts.of("format-2021", "丹东市人民政府", 2022).blank(OUT),
                "b", Drafts.of("format-2021", "丹东市人民政府", 2023).with(IN, "3"),
                "c", Drafts.of("format-2021", "丹东市人民政府", 2024).with(IN, "9").suspect(IN)));

        assertThat(at(filings, "b", "Y-CARRY", "total").result()).isEqualTo(CheckResult.Result.NOT_ASSESSABLE);
        assertThat(at(filings, "c", "Y-CARRY", "total").result()).isEqualTo(CheckResult.Result.NOT_ASSESSABLE);
    }

    @Test
    void noticesAnImplausibleJumpButNoSmallOne() {
        String received = "requests.received_new.total";
        Filings filings = filings(Map.of(
                "a", Drafts.of("format-2021", "丹东市人民政府", 2022).with(received, "3"),
                "b", Drafts.of("format-2021", "丹东市人民政府", 2023).with(received, "60"),
                "c", Drafts.of("format-2021", "丹东市人民政府", 2024).with(received, "600")));

        assertThat(row(filings, "b", "Y-JUMP", "received_new").result()).isEqualTo(CheckResult.Result.HOLD);
        assertThat(row(filings, "c", "Y-JUMP", "received_new").result()).isEqualTo(CheckResult.Result.FAIL);
    }

    /** 24 to 27 is 12.5 % more: said rounded, cut off, wrongly, and as a fall. */
    @Test
    void holdsAStatedChangeAgainstLastYear() {
        String received = "requests.received_new.total";
        Drafts before = Drafts.of("format-2021", "丹东市人民政府", 2022).with(received, "24");
        Map<String, CheckResult.Result> expected = Map.of(
                "12.5", CheckResult.Result.HOLD,
                "12", CheckResult.Result.HOLD,
                "13", CheckResult.Result.HOLD,
                "15", CheckResult.Result.FAIL);
        expected.forEach((said, result) -> {
            Drafts now = Drafts.of("format-2021", "丹东市人民政府", 2023)
                    .with(received, "27")
                    .stating("narrative.change.received", said);
            CheckResult r = row(filings(Map.of("a", before, "b", now)), "b", "PROSE-CHANGE", "received_new");
            assertThat(r.result()).as(said).isEqualTo(result);
            assertThat(r.right().orElseThrow()).as(said).isEqualByComparingTo("12.5");
        });
        Drafts fall = Drafts.of("format-2021", "丹东市人民政府", 2023)
                .with(received, "27")
                .stating("narrative.change.received_down", "12.5");
        assertThat(row(filings(Map.of("a", before, "b", fall)), "b", "PROSE-CHANGE", "received_new")
                        .result())
                .isEqualTo(CheckResult.Result.FAIL);
        assertThat(row(filings(Map.of("b", fall)), "b", "PROSE-CHANGE", "received_new")
                        .result())
                .as("no report for the year before")
                .isEqualTo(CheckResult.Result.NOT_ASSESSABLE);
    }

    /** Nilka county town 2023: six rules in force in a town. */
    @Test
    void onlyBodiesThatMayMakeRulesHaveRules() {
        String rules = "disclosure.regulations.in_force";
        Filings filings = filings(Map.of(
                "town", Drafts.of("format-2021", "伊犁哈萨克自治州尼勒克县尼勒克镇人民政府", 2023).with(rules, "6"),
                "county", Drafts.of("format-2021", "尼勒克县人民政府", 2023),
                "city", Drafts.of("format-2021", "丹东市人民政府", 2023).with(rules, "57")));

        assertThat(row(filings, "town", "T2-COMP", "regulations").result()).isEqualTo(CheckResult.Result.FAIL);
        assertThat(row(filings, "county", "T2-COMP", "regulations").result()).isEqualTo(CheckResult.Result.HOLD);
        assertThat(filings.checks("city")).isEmpty();
    }

    @Test
    void comparesNeitherAnOfficeWithItsGovernmentNorDistrictsOfOneName() {
        Filings filings = filings(Map.of(
                "a", Drafts.of("format-2021", "丹东市人民政府", 2022).with(OUT, "7"),
                "b", Drafts.of("format-2021", "丹东市人民政府办公室", 2023),
                "c", Drafts.of("format-2021", "鼓楼区人民政府", 2022).with(OUT, "7"),
                "d", Drafts.of("format-2021", "鼓楼区人民政府", 2023)));

        assertThat(filings.checks("b")).isEmpty();
        assertThat(filings.checks("d")).isEmpty();
    }

    /** Two counties have a 龙头镇; each filed one year, in one folder. */
    @Test
    void comparesNoTownsOfDifferentCountiesThatPrintTheTownAlone() {
        Filings filings = filings(Map.of(
                "town/a", Drafts.of("format-2021", "龙头镇人民政府", 2022).with(OUT, "7"),
                "town/b", Drafts.of("format-2021", "龙头镇人民政府", 2023).with(IN, "3"),
                "town/c", Drafts.of("format-2021", "龙头镇人民政府", 2023).with(IN, "7")));

        for (String id : List.of("town/a", "town/b", "town/c")) {
            assertThat(filings.checks(id)).as(id).isEmpty();
            assertThat(filings.edition(id)).as(id).isEqualTo(Edition.FIRST);
            assertThat(filings.get(id).body()).as(id).isEmpty();
            assertThat(filings.get(id).issuer().evidence()).as(id).contains(Resolution.Evidence.OPEN);
        }
    }

    @Test
    void comparesATownThatPrintsItsNameAloneWhereItsSignatureNamesTheCounty() {
        Filings filings = filings(Map.of(
                "a",
                        Drafts.of("format-2021", "城关镇人民政府", 2022)
                                .with(OUT, "7")
                                .saying("丹凤县城关镇人民政府")
                                .saying("2023年1月12日"),
                "b", Drafts.of("format-2021", "丹凤县城关镇人民政府", 2023).with(IN, "3"),
                "c", Drafts.of("format-2021", "城关镇人民政府", 2023).with(IN, "3").saying("沅陵县城关镇人民政府")));

        assertThat(filings.get("a").body()).isEqualTo("611022-城关镇");
        assertThat(at(filings, "b", "Y-CARRY", "total").note()).isEqualTo("against report a");
        assertThat(at(filings, "b", "Y-CARRY", "total").result()).isEqualTo(CheckResult.Result.FAIL);
        assertThat(filings.get("c").body()).isEqualTo("431222-城关镇");
        assertThat(filings.checks("c")).noneMatch(c -> c.check().startsWith("Y-"));
    }

    @Test
    void leavesOpenWhatHasAnotherScope() {
        Filings filings = filings(Map.of(
                "a", Drafts.of("format-2021", "丹东市人民政府", 2022).with(OUT, "7").saying("2022年，全市共收到政府信息公开申请70件。"),
                "b", Drafts.of("format-2021", "丹东市人民政府", 2023).saying("本报告数据仅包括本级。")));

        assertThat(filings.get("a").scope()).isEqualTo("region");
        assertThat(filings.get("b").scope()).isEqualTo("own");
        CheckResult r = at(filings, "b", "Y-CARRY", "total");
        assertThat(r.result()).isEqualTo(CheckResult.Result.NOT_ASSESSABLE);
        assertThat(r.note()).contains("scope");
    }

    @Test
    void tellsCopiesCorrectedAndConflictingEditionsApart() {
        Filings filings = filings(Map.of(
                "1", Drafts.of("format-2021", "丹东市人民政府", 2023).with(OUT, "7").published("2024-01-20"),
                "2", Drafts.of("format-2021", "丹东市人民政府", 2023).with(OUT, "7").published("2024-02-20"),
                "3",
                        Drafts.of("format-2021", "丹东市人民政府", 2023)
                                .with(OUT, "8")
                                .published("2024-01-25")
                                .titled("丹东市人民政府2023年政府信息公开工作年度报告（更正版）"),
                "4", Drafts.of("format-2021", "丹东市人民政府", 2022),
                "5", Drafts.of("format-2021", "丹东市人民政府", 2022).with(OUT, "1"),
                "6", Drafts.of("format-2021", "丹东市人民政府", 2024).with(IN, "8")));

        assertThat(filings.edition("1")).isEqualTo(Edition.FIRST);
        assertThat(filings.edition("2")).isEqualTo(new Edition(1, Edition.Kind.COPY, "1"));
        assertThat(filings.edition("3")).isEqualTo(new Edition(2, Edition.Kind.CORRECTED, "1"));
        assertThat(filings.edition("5")).isEqualTo(new Edition(2, Edition.Kind.CONFLICTING, "4"));
        assertThat(at(filings, "6", "Y-CARRY", "total").note()).isEqualTo("against report 3");
        assertThat(at(filings, "6", "Y-CARRY", "total").result()).isEqualTo(CheckResult.Result.HOLD);
        assertThat(at(filings, "1", "Y-CARRY", "total").result())
                .as("last year's editions conflict")
                .isEqualTo(CheckResult.Result.NOT_ASSESSABLE);
    }

    @Test
    void aPersonsChoiceAmongEditionsCountsUntilAnEditionNobodySawComes() {
        Map<String, Drafts> drafts = Map.of(
                "1", Drafts.of("format-2021", "丹东市人民政府", 2023).with(OUT, "7"),
                "2", Drafts.of("format-2021", "丹东市人民政府", 2023).with(OUT, "8"),
                "3", Drafts.of("format-2021", "丹东市人民政府", 2023).with(OUT, "8"),
                "4", Drafts.of("format-2021", "丹东市人民政府", 2024).with(IN, "8"));
        String question = "2023 cn-disclosure 210600";

        Filings chosen = filings(drafts, Roster.EMPTY, Map.of(question, new Choice("3", Set.of("1", "3"))));
        Filings unseen = filings(drafts, Roster.EMPTY, Map.of(question, new Choice("1", Set.of("1"))));
        Filings gone = filings(drafts, Roster.EMPTY, Map.of(question, new Choice("9", Set.of("1", "9"))));

        assertThat(chosen.get("1").question()).contains(question);
        assertThat(List.of(
                        chosen.edition("1").kind(),
                        chosen.edition("2").kind(),
                        chosen.edition("3").kind()))
                .containsExactly(Edition.Kind.SET_ASIDE, Edition.Kind.COPY, Edition.Kind.STANDING);
        assertThat(at(chosen, "4", "Y-CARRY", "total").result()).isEqualTo(CheckResult.Result.HOLD);
        assertThat(at(chosen, "4", "Y-CARRY", "total").note()).isEqualTo("against report 3");
        assertThat(chosen.unheeded("1")).isEmpty();
        assertThat(unseen.edition("2").kind()).isEqualTo(Edition.Kind.CONFLICTING);
        assertThat(unseen.unheeded("2").orElseThrow()).contains("before an edition with other figures was there");
        assertThat(gone.unheeded("1").orElseThrow()).contains("9, which is not among the inputs");
    }

    @Test
    void holdsARegionAgainstItsMembersAndNamesTheCulprit() {
        String received = "requests.received_new.total";
        Roster roster = new Roster(Map.of("210600", List.of("210600-统计局", "丹东市民政局", "210604")));
        Filings filings = filings(
                Map.of(
                        "a",
                                Drafts.of("format-2021", "丹东市人民政府", 2023)
                                        .with(received, "12")
                                        .with(OUT, "3"),
                        "b",
                                Drafts.of("format-2021", "丹东市统计局", 2023)
                                        .with(received, "5")
                                        .with(OUT, "1"),
                        "c",
                                Drafts.of("format-2021", "丹东市民政局", 2023)
                                        .with(received, "7")
                                        .blank(OUT),
                        "d", Drafts.of("format-2021", "丹东市振安区人民政府", 2023).with(received, "4"),
                        "e", Drafts.of("format-2021", "丹东市人民政府", 2022)),
                roster);

        CheckResult sum = cell(filings, "a", "received_new", "total");
        assertThat(sum.result()).isEqualTo(CheckResult.Result.FAIL);
        assertThat(sum.difference().orElseThrow()).isEqualByComparingTo("-4");
        assertThat(sum.note()).isEqualTo("the difference is the figure of 210604");
        assertThat(cell(filings, "a", "carried_out", "total").note()).contains("丹东市民政局");
        assertThat(cell(filings, "a", "carried_out", "total").result()).isEqualTo(CheckResult.Result.NOT_ASSESSABLE);
        assertThat(cell(filings, "a", "carried_in", "total").result()).isEqualTo(CheckResult.Result.HOLD);
        assertThat(cell(filings, "e", "carried_in", "total").note()).contains("3 members have no report");
        assertThat(filings.checks("b")).isEmpty();
    }

    @Test
    void aMemberIsTheSameBodyWhateverItPrintsLater() {
        String received = "requests.received_new.total";
        Roster roster = new Roster(Map.of("210600", List.of("丹东市统计局")));
        Filings filings = filings(
                Map.of(
                        "a", Drafts.of("format-2021", "丹东市人民政府", 2023).with(received, "12"),
                        "b", Drafts.of("format-2021", "丹东市统计局", 2022).with(received, "5"),
                        "c", Drafts.of("format-2021", "辽宁省丹东市统计局", 2023).with(received, "7")),
                roster);

        CheckResult sum = cell(filings, "a", "received_new", "total");
        assertThat(sum.result()).isEqualTo(CheckResult.Result.FAIL);
        assertThat(sum.difference().orElseThrow()).isEqualByComparingTo("5");
    }

    private static Filings filings(Map<String, Drafts> drafts) {
        return filings(drafts, Roster.EMPTY);
    }

    private static Filings filings(Map<String, Drafts> drafts, Roster roster) {
        return filings(drafts, roster, Map.of());
    }

    private static Filings filings(Map<String, Drafts> drafts, Roster roster, Map<String, Choice> choices) {
        Map<String, Report> reports = new HashMap<>();
        Filings filings = new Filings(List.of(Drafts.PROFILE), roster, reports::get, choices);
        new LinkedHashMap<>(drafts).forEach((id, d) -> {
            var report = d.report();
            reports.put(id, report);
            filings.add(Drafts.FILER.file(id, id + ".pdf", report), report);
        });
        return filings;
    }

    private static CheckResult at(Filings filings, String id, String check, String column) {
        return only(filings, id, check, r -> r.column().equals(column));
    }

    private static CheckResult row(Filings filings, String id, String check, String row) {
        return only(filings, id, check, r -> r.row().equals(row));
    }

    private static CheckResult cell(Filings filings, String id, String row, String column) {
        return only(filings, id, "U-SUM", r -> r.row().equals(row) && r.column().equals(column));
    }

    private static CheckResult only(
            Filings filings, String id, String check, java.util.function.Predicate<CheckResult> where) {
        List<CheckResult> found = filings.checks(id).stream()
                .filter(r -> r.check().equals(check))
                .filter(where)
                .toList();
        assertThat(found).as(check + " of " + id).hasSize(1);
        return found.get(0);
    }
}
