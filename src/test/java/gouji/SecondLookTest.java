package gouji;

import static gouji.report.DrawnReport.cell;
import static org.assertj.core.api.Assertions.assertThat;

import gouji.check.CheckedReport;
import gouji.check.Checker;
import gouji.check.Repair;
import gouji.document.Box;
import gouji.document.Document;
import gouji.document.Page;
import gouji.document.pdf.PdfReader;
import gouji.report.DrawnReport;
import gouji.report.Normalizer;
import gouji.source.Input;
import gouji.table.Cell;
import gouji.table.LayoutBuilder;
import gouji.table.SecondReader;
import gouji.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A fixture that prints 358 where 367 would add up. */
class SecondLookTest {
    private static final String WRONG_TOTAL = "requests.received_new.total";

    private static Document document;
    private static CheckedReport checked;

    @BeforeAll
    static void readTheFixture() throws Exception {
        Path file = Path.of("fixtures", "cn-disclosure", "format-2021", "lincheng-housing-2024", "report.pdf");
        document = new PdfReader().read(new Input("report.pdf", "0".repeat(64), Files.readAllBytes(file)));
        checked = new Checker(DrawnReport.PROFILE)
                .check(new Normalizer(DrawnReport.PROFILE).read(new LayoutBuilder().build(document)));
    }

    @Test
    void leavesAContradictedFigureThatBothReadersSee() {
        CheckedReport looked = new SecondLook(reader("358")).doubt(checked, document);
        assertThat(cell(looked.report(), WRONG_TOTAL)).isEqualTo("358/contradicted");
    }

    @Test
    void doubtsAContradictedFigureThatTheSecondReaderReadsOtherwise() {
        CheckedReport looked = new SecondLook(reader("367")).doubt(checked, document);
        assertThat(cell(looked.report(), WRONG_TOTAL)).isEqualTo("358/suspect");
        assertThat(looked.report().findings()).anyMatch(f -> f.code().equals("READERS_DISAGREE"));
    }

    @Test
    void neverTakesTheSecondReadersFigure() {
        CheckedReport looked = new SecondLook(reader("367")).doubt(checked, document);
        assertThat(looked.report().observations()).noneMatch(o -> o.raw().equals("367"));
    }

    @Test
    void keepsTheProofsOfRepairs() {
        Repair repair = new Repair("remedies", List.of("T4-SUM"), List.of(), 0.1, 5);
        CheckedReport repaired = new CheckedReport(checked.report(), checked.checks(), List.of(repair));
        CheckedReport looked = new SecondLook(reader("367")).doubt(repaired, document);
        assertThat(looked.report().findings()).anyMatch(f -> f.code().equals("READERS_DISAGREE"));
        assertThat(looked.repairs()).containsExactly(repair);
    }

    /** Reads what the first reader reads, but for the wrong total. */
    private static SecondReader reader(String insteadOf358) {
        return new SecondReader() {
            @Override
            public List<Table> ruled(Page page, Box area) {
                return checked.report().tables().stream()
                        .map(t -> withTotal(t, page.number(), insteadOf358))
                        .toList();
            }

            @Override
            public List<Table> aligned(Page page, Box area) {
                return List.of();
            }
        };
    }

    private static Table withTotal(Table t, int page, String total) {
        List<Cell> cells = t.cells().stream()
                .filter(c -> c.place().page() == page)
                .map(c -> new Cell(
                        c.row(),
                        c.column(),
                        c.rowSpan(),
                        c.columnSpan(),
                        c.text().equals("358") ? total : c.text(),
                        c.place(),
                        c.confidence()))
                .toList();
        return new Table(t.rows(), t.columns(), cells, t.exact(), t.regions(), t.rowPages());
    }
}
