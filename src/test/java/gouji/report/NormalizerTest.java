package gouji.report;

import static gouji.report.DrawnReport.cell;
import static gouji.report.DrawnReport.rows;
import static gouji.report.DrawnReport.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormalizerTest {
    private static final String NEW = "format-2021";
    private static final String OLD = "format-2019";

    @Test
    void givesEveryCellOfTheMandatedTablesItsCode() throws UnreadableException {
        Report report = new DrawnReport()
                .ragged(rows(NEW, "disclosure"))
                .ragged(rows(NEW, "requests"))
                .ragged(rows(NEW, "remedies"))
                .read();
        assertThat(report.observations()).hasSize(200).allMatch(o -> o.state() == State.READ);
        assertThat(cell(report, "disclosure.normative_documents.in_force")).isEqualTo("6/read");
        assertThat(cell(report, "requests.received_new.natural_person")).isEqualTo("1/read");
        assertThat(cell(report, "requests.carried_out.total")).isEqualTo("175/read");
        assertThat(cell(report, "remedies.values.litigation.after_review.total"))
                .isEqualTo("15/read");
    }

    @Test
    void findsTheFiguresWhereverBlankFieldsStandAroundThem() throws UnreadableException {
        List<List<String>> rows = new ArrayList<>();
        int shape = 0;
        for (List<String> row : rows(NEW, "requests")) {
            List<String> moved = new ArrayList<>(row);
            switch (shape++ % 3) {
                case 0 -> moved.add("");
                case 1 -> moved.addAll(1, List.of("", ""));
                default -> moved.add(0, "");
            }
            rows.add(moved);
        }
        Report report = new DrawnReport().ragged(rows).read();
        assertThat(report.observations())
                .filteredOn(o -> o.table().equals("requests"))
                .hasSize(175)
                .allMatch(o -> o.state() == State.READ);
        assertThat(cell(report, "requests.result.total.total")).isEqualTo("168/read");
    }

    @Test
    void readsPastAGroupLabelThatFloatsInFrontOfAnotherRow() throws UnreadableException {
        List<List<String>> rows = with(rows(NEW, "requests"), "补正后申请内容", r -> {
            r.add(0, "三、本 年度办 理结果");
            r.add(1, "");
            return r;
        });
        assertThat(cell(new DrawnReport().ragged(rows).read(), "requests.result.unavailable.still_unclear.total"))
                .isEqualTo("105/read");
    }

    @Test
    void neverTakesABlankForZero() throws UnreadableException {
        List<List<String>> rows = with(
                rows(NEW, "requests"),
                "重复申请",
                r -> new ArrayList<>(List.of(r.get(0), "0", "", "-", "/", "无", "—", "7")));
        Report report = new DrawnReport().exact(rows).read();
        String row = "requests.result.not_processed.repeat_request.";
        assertThat(cell(report, row + "natural_person")).isEqualTo("0/read");
        assertThat(cell(report, row + "legal_person.commercial_enterprise")).isEqualTo("/blank");
        assertThat(cell(report, row + "legal_person.research_institution")).isEqualTo("/blank");
        assertThat(cell(report, row + "legal_person.social_public_interest_org"))
                .isEqualTo("/blank");
        assertThat(cell(report, row + "legal_person.legal_service_org")).isEqualTo("/blank");
        assertThat(cell(report, row + "legal_person.other")).isEqualTo("/blank");
        assertThat(cell(report, row + "total")).isEqualTo("7/read");
    }

    @Test
    void marksBlanksOfADumpThatCouldStandInSeveralColumns() throws UnreadableException {
        List<List<String>> rows = with(
                rows(NEW, "requests"),
                "重复申请",
                r -> new ArrayList<>(List.of(r.get(0), "", "3", "", "", "", "", "", "")));
        Report report = new DrawnReport().ragged(rows).read();
        assertThat(report.observations())
                .filteredOn(o -> o.row().endsWith("repeat_request"))
                .allMatch(o -> o.state() == State.SUSPECT);
        assertThat(report.findings()).anyMatch(f -> f.code().equals("BLANKS_AMBIGUOUS"));
    }

    @Test
    void refusesADumpWhoseRepeatedCellsWereRemoved() {
        List<List<String>> rows = rows(NEW, "requests").stream()
                .map(r -> r.stream().distinct().limit(4).toList())
                .toList();
        assertThatThrownBy(() -> new DrawnReport().ragged(rows).read())
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INCOMPLETE_TEXT));
    }

    @Test
    void refusesADumpWhoseRowsLostAllFigures() {
        List<List<String>> rows = rows(NEW, "requests").stream()
                .map(r -> r.get(0).contains("属于") ? List.of(r.get(0)) : r)
                .toList();
        assertThatThrownBy(() -> new DrawnReport().ragged(rows).read())
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INCOMPLETE_TEXT));
    }

    @Test
    void decidesTheTemplateByLabelsNotByYear() throws UnreadableException {
        Report late = new DrawnReport()
                .prose("某镇人民政府2023年政府信息公开工作年度报告")
                .ragged(rows(OLD, "disclosure"))
                .ragged(rows(OLD, "requests"))
                .ragged(rows(OLD, "remedies"))
                .read();
        assertThat(late.template()).isEqualTo(OLD);
        assertThat(late.metadata().year()).contains(2023);
        assertThat(late.observations()).hasSize(198).allMatch(o -> o.state() == State.READ);
        assertThat(cell(late, "requests.result.other.total")).isEqualTo("147/read");
    }

    @Test
    void decidesTheTemplateOfEachTableForItself() throws UnreadableException {
        Report mixed = new DrawnReport()
                .ragged(rows(OLD, "disclosure"))
                .ragged(rows(NEW, "requests"))
                .read();
        assertThat(mixed.observations())
                .filteredOn(o -> o.table().equals("disclosure"))
                .allMatch(o -> o.template().equals(OLD));
        assertThat(mixed.observations())
                .filteredOn(o -> o.table().equals("requests"))
                .allMatch(o -> o.template().equals(NEW));
        assertThat(mixed.findings()).anyMatch(f -> f.code().equals("MIXED_TEMPLATES"));
    }

    @Test
    void takesTheTemplateFromTheOtherTablesWhereOneIsCutBeforeItSettlesIt() throws UnreadableException {
        Report report = new DrawnReport()
                .ragged(rows(NEW, "disclosure"))
                .ragged(rows(NEW, "requests").subList(0, 12))
                .read();
        assertThat(report.template()).isEqualTo(NEW);
        assertThat(report.findings()).noneMatch(f -> f.code().equals("MIXED_TEMPLATES"));
        assertThat(report.observations()).hasSize(200);
    }

    @Test
    void keepsARowTheTemplateLacksUnderACodeOfItsOwn() throws UnreadableException {
        List<List<String>> rows = new ArrayList<>(rows(OLD, "disclosure"));
        rows.add(4, List.of("其他主动公开文件", "91", "92", "93"));
        Report report = new DrawnReport().ragged(rows).read();
        assertThat(cell(report, "disclosure.local.其他主动公开文件.newly_disclosed")).isEqualTo("92/read");
        assertThat(cell(report, "disclosure.normative_documents.newly_disclosed"))
                .isEqualTo("5/read");
        assertThat(report.findings()).anyMatch(f -> f.code().equals("UNKNOWN_ROW"));
    }

    @Test
    void keepsAPrintedSubtotalUnderTheGroupsCode() throws UnreadableException {
        List<List<String>> rows = new ArrayList<>(rows(NEW, "requests"));
        int at = rows.indexOf(
                rows.stream().filter(r -> r.get(0).contains("国家秘密")).findFirst().orElseThrow());
        rows.add(at, List.of("（三）不予公开", "81", "82", "83", "84", "85", "86", "87"));
        Report report = new DrawnReport().ragged(rows).read();
        assertThat(cell(report, "requests.result.denied.total")).isEqualTo("87/read");
        assertThat(cell(report, "requests.result.denied.state_secret.natural_person"))
                .isEqualTo("29/read");
    }

    @Test
    void convertsAFeeToTheTemplatesUnit() throws UnreadableException {
        assertThat(fee("251000元")).isEqualTo("25.1/read");
        assertThat(fee("1646.5万元")).isEqualTo("1646.5/read");
        assertThat(fee("75.9260")).isEqualTo("75.9260/read");
        List<List<String>> inYuan = with(rows(NEW, "disclosure"), "本年收费金额", r -> {
            r.set(1, "本年收费金额（单位：元）");
            return r;
        });
        Report report = new DrawnReport()
                .exact(with(inYuan, "行政事业性收费", r -> new ArrayList<>(List.of(r.get(0), "48500"))))
                .read();
        assertThat(cell(report, "disclosure.admin_fees.fee_amount")).isEqualTo("4.85/read");
    }

    private static String fee(String printed) throws UnreadableException {
        Report report = new DrawnReport()
                .exact(with(rows(NEW, "disclosure"), "行政事业性收费", r -> new ArrayList<>(List.of(r.get(0), printed))))
                .read();
        return cell(report, "disclosure.admin_fees.fee_amount");
    }

    @Test
    void readsNumbersAsTheyAreWritten() throws UnreadableException {
        List<List<String>> rows = with(
                rows(OLD, "disclosure"),
                "行政许可",
                r -> new ArrayList<>(List.of(r.get(0), "１，３９８，８８９", "−417", "7,023件")));
        Report report = new DrawnReport().exact(rows).read();
        assertThat(cell(report, "disclosure.licenses.items_last_year")).isEqualTo("1398889/read");
        assertThat(cell(report, "disclosure.licenses.items_change")).isEqualTo("-417/read");
        assertThat(cell(report, "disclosure.licenses.decisions")).isEqualTo("7023/read");
    }

    @Test
    void doesNotTakeWordsForAFigure() throws UnreadableException {
        List<List<String>> rows = with(rows(NEW, "requests"), "重复申请", r -> {
            r.set(3, "见附件");
            return r;
        });
        Report report = new DrawnReport().exact(rows).read();
        assertThat(report.observations())
                .filteredOn(o -> o.row().endsWith("repeat_request"))
                .noneMatch(o -> o.value().isPresent()
                        && o.state() == State.READ
                        && o.raw().equals("见附件"));
    }

    @Test
    void dropsOneOfSixteenFiguresWhenAllAreTheSame() throws UnreadableException {
        List<List<String>> rows = new ArrayList<>(rows(NEW, "remedies"));
        rows.set(rows.size() - 1, java.util.Collections.nCopies(16, "0"));
        Report report = new DrawnReport().ragged(rows).read();
        assertThat(report.observations())
                .filteredOn(o -> o.table().equals("remedies"))
                .hasSize(15)
                .allMatch(o -> cell(report, o.code()).equals("0/read"));
        assertThat(report.findings()).anyMatch(f -> f.code().equals("SURPLUS_VALUE"));
    }

    @Test
    void takesNoFigureOfARowWithOneTooManyThatDiffer() throws UnreadableException {
        List<List<String>> rows = new ArrayList<>(rows(NEW, "remedies"));
        List<String> sixteen = new ArrayList<>(rows.get(rows.size() - 1).subList(1, 16));
        sixteen.add("99");
        rows.set(rows.size() - 1, sixteen);
        Report report = new DrawnReport()
                .ragged(rows("format-2021", "requests"))
                .ragged(rows)
                .read();
        assertThat(report.observations())
                .filteredOn(o -> o.table().equals("remedies"))
                .hasSize(15)
                .allMatch(o -> o.value().isEmpty() && o.state() == State.SUSPECT);
    }

    @Test
    void putsARowTogetherThatAPageBreakCut() throws UnreadableException {
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : rows(NEW, "requests")) {
            if (row.get(0).contains("要求行政机关确认")) {
                rows.add(List.of("5.要求行政机关确认", "", "", "", "", "", "", ""));
                List<String> rest = new ArrayList<>(row);
                rest.set(0, "或重新出具已获取信息");
                rows.add(rest);
            } else {
                rows.add(row);
            }
        }
        Report report = new DrawnReport().exact(rows).read();
        assertThat(cell(report, "requests.result.not_processed.confirm_or_reissue.total"))
                .isEqualTo("140/read");
        assertThat(report.findings()).anyMatch(f -> f.code().equals("ROW_MENDED"));
    }

    @Test
    void followsTheHeadingsWhereColumnsStandInAnotherOrder() throws UnreadableException {
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : rows(NEW, "requests")) {
            List<String> moved = new ArrayList<>(row);
            if (moved.size() == 8) {
                moved.add(1, moved.remove(7));
            }
            rows.add(moved);
        }
        Report report = new DrawnReport().exact(rows).read();
        assertThat(cell(report, "requests.received_new.total")).isEqualTo("7/read");
        assertThat(cell(report, "requests.received_new.natural_person")).isEqualTo("1/read");
        assertThat(report.findings()).anyMatch(f -> f.code().equals("COLUMN_ORDER"));
    }

    @Test
    void saysWhichTableAndRowsTheReportLacks() throws UnreadableException {
        List<List<String>> rows = rows(NEW, "requests").stream()
                .filter(r -> !r.get(0).contains("重复申请"))
                .toList();
        Report report = new DrawnReport().ragged(rows).read();
        assertThat(cell(report, "requests.result.not_processed.repeat_request.total"))
                .isEqualTo("/absent");
        assertThat(cell(report, "remedies.values.review.total")).isEqualTo("/absent");
        assertThat(report.findings()).extracting(f -> f.code()).contains("ROW_ABSENT", "TABLE_ABSENT");
    }

    @Test
    void saysWhenTitleAndPeriodNameDifferentYears() throws UnreadableException {
        Report report = new DrawnReport()
                .prose("某市自然资源局2021年政府信息公开工作年度报告")
                .prose("本报告中所列数据的统计期限自2020年1月1日起，至2020年12月31日止。")
                .ragged(rows(NEW, "requests"))
                .read();
        assertThat(report.metadata().year()).contains(2021);
        assertThat(report.findings()).anyMatch(f -> f.code().equals("YEAR_CONFLICT"));
    }

    @Test
    void leavesTheCatalogueAboveATitleOutOfIt() throws UnreadableException {
        Report report = new DrawnReport()
                .prose("发布机构 某市自然资源局 发布日期 2022-01-05")
                .prose("某市自然资源局2021年政府信息公开工作年度报告")
                .ragged(rows(NEW, "requests"))
                .read();
        assertThat(report.metadata().title()).isEqualTo("某市自然资源局2021年政府信息公开工作年度报告");
        assertThat(report.metadata().issuer()).isEqualTo("某市自然资源局");
    }

    @Test
    void refusesATextThatHoldsNoTable() {
        assertThatThrownBy(() -> new DrawnReport().prose("关于召开会议的通知").read())
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_REPORT_FOUND));
    }

    @Test
    void keepsAReportWithoutReadableTablesForAPersonToLookAt() {
        assertThatThrownBy(() -> new DrawnReport().prose("某局2022年政府信息公开工作年度报告").read())
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TABLE_MISSING));
    }

    @Test
    void cutsTheProseAtTheHeadingsNotAtTheRows() throws UnreadableException {
        Report report = new DrawnReport()
                .prose("一、总体情况")
                .prose("全年公开信息12条。")
                .prose("三、收到和处理政府信息公开申请情况")
                .ragged(rows(NEW, "requests"))
                .prose("五、存在的主要问题及改进情况")
                .prose("仍有不足。")
                .read();
        assertThat(report.sections())
                .extracting(SectionText::code)
                .containsExactly("section.overview", "section.requests", "section.problems");
    }
}
