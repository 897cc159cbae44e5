package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.check.CheckResult;
import gouji.check.CheckedReport;
import gouji.panel.Drafts;
import gouji.panel.Filings;
import gouji.real.RealFigures;
import gouji.real.RealReport;
import gouji.report.Observation;
import gouji.report.Report;
import gouji.report.State;
import gouji.run.UsageException;
import gouji.source.Input;
import gouji.source.UnreadableException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures of real published reports, drawn as HTML and as PDF, and read back. */
class RealFiguresTest {
    private final List<RealReport> reports = new ArrayList<>();
    private final Engine engine = engine();

    @BeforeEach
    void needsTheSharedFolder() {
        reports.addAll(RealFigures.reports(RealFiguresTest.class));
    }

    @Test
    void everyCompleteTableComesBackAsItWas() throws Exception {
        int tables = 0;
        for (RealReport real : reports) {
            if (!real.complete().isEmpty() && real.hasForm()) {
                compare(real, read(real, "html", real.html(real.complete())));
                compare(real, read(real, "pdf", real.pdf(real.complete())));
                tables += real.complete().size();
            }
        }
        System.out.println("real figures: " + tables + " complete tables came back from HTML and PDF");
        assertThat(tables).isGreaterThanOrEqualTo(29);
    }

    @Test
    void theThreeYearsOfSuqianFollowEachOther() throws Exception {
        Filings filings = new Filings(List.of(Drafts.PROFILE));
        for (String id : List.of("suqian-2023", "suqian-2024", "suqian-2025")) {
            RealReport real = find(id);
            Report report = read(real, "html", real.html(List.of("disclosure", "requests", "remedies")))
                    .report();
            filings.add(Drafts.FILER.file(id, id, report), report);
        }
        for (String id : List.of("suqian-2024", "suqian-2025")) {
            List<CheckResult> checks = filings.checks(id);
            assertThat(checks).as(id).noneMatch(c -> c.result() == CheckResult.Result.FAIL);
            assertThat(checks.stream().filter(c -> c.check().equals("Y-FORCE")))
                    .as(id)
                    .hasSize(2)
                    .allMatch(c -> c.result() == CheckResult.Result.HOLD);
        }
        assertThat(filings.checks("suqian-2024").stream().filter(c -> c.check().equals("Y-CARRY")))
                .hasSize(7)
                .allMatch(c -> c.result() == CheckResult.Result.HOLD);
    }

    @Test
    void findsTheViolationsTheStudyFound() throws Exception {
        RealReport xilingol = find("xilingol-commerce-2021");
        assertThat(read(xilingol, "html", xilingol.html(xilingol.complete())).checks())
                .as("one issued, none repealed, none in force")
                .anyMatch(c -> c.check().equals("T2-ISSUED") && c.result() == CheckResult.Result.FAIL);
        RealReport shanghai = find("shanghai-go-2019");
        List<CheckResult> flow = read(shanghai, "html", shanghai.html(shanghai.complete())).checks().stream()
                .filter(c -> c.check().equals("T3-FLOW"))
                .toList();
        assertThat(flow).noneMatch(c -> c.result() == CheckResult.Result.FAIL);
        assertThat(flow.stream()
                        .filter(c -> c.result() == CheckResult.Result.HOLD_IF_BLANK_IS_ZERO)
                        .map(CheckResult::column))
                .as("balance if blanks are zeros; columns with no figure at all are not assessable, nor the total")
                .contains("legal_person.commercial_enterprise", "legal_person.legal_service_org", "legal_person.other")
                .doesNotContain("total");
    }

    private void compare(RealReport real, CheckedReport read) {
        Map<String, Observation> cells = new LinkedHashMap<>();
        read.report().observations().forEach(o -> cells.put(o.code(), o));
        real.complete()
                .forEach(table -> real.cells(table).forEach((code, printed) -> {
                    Observation o = cells.get(code);
                    String where = real.id() + " " + code;
                    assertThat(o).as(where).isNotNull();
                    if (printed.isEmpty() || printed.matches("[-—/]+|无")) {
                        assertThat(o.state()).as(where).isEqualTo(State.BLANK);
                    } else if (printed.matches("-?[0-9.]+")) {
                        assertThat(o.value().orElse(BigDecimal.valueOf(-999)))
                                .as(where)
                                .isEqualByComparingTo(printed);
                    } else {
                        assertThat(o.raw()).as(where).isEqualTo(printed);
                        assertThat(o.value()).as(where).isPresent();
                    }
                }));
    }

    private RealReport find(String id) {
        return reports.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }

    private CheckedReport read(RealReport real, String format, byte[] bytes) throws IOException {
        try {
            return engine.extractor()
                    .get()
                    .extract(Input.of(real.id() + "." + format, bytes))
                    .checked();
        } catch (UnreadableException e) {
            throw new AssertionError(real.id() + " as " + format + ": " + e.reason() + " " + e.getMessage(), e);
        }
    }

    private static Engine engine() {
        try {
            return Wiring.engine(Optional.empty(), 500, Recognition.of(Ocr.off));
        } catch (UsageException e) {
            throw new IllegalStateException(e);
        }
    }
}
