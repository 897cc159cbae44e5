package gouji;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import gouji.Browser.Look;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The review page in a real browser. The dataset has the report that prints 358 where its own sums and prose say 367, a web page
 * with a suspect cell, and a file that is quarantined. Skipped, and says so, where the machine has no browser to drive.
 */
class ReviewBrowserTest {
    private static final Path FOLDER = Path.of("fixtures", "cn-disclosure", "format-2021", "lincheng-housing-2024");
    private static final String SUSPECT_CELL = "disclosure.normative_documents.issued_this_year";

    @TempDir
    static Path once;

    private static Browser browser;

    @TempDir
    Path folder;

    Path out;
    Path inputs;
    ReviewSession session;

    @BeforeAll
    static void importOnce() throws IOException {
        Optional<String> missing = Browser.missing();
        missing.ifPresent(m -> System.err.println("SKIPPED: browser tests of the review page: " + m));
        Assumptions.assumeTrue(missing.isEmpty(), () -> "SKIPPED: " + missing.orElseThrow());
        Path inputs = Files.createDirectories(once.resolve("inputs"));
        Files.copy(FOLDER.resolve("report.pdf"), inputs.resolve("report.pdf"));
        String text = Files.readString(FOLDER.resolve("report.txt"));
        Files.writeString(inputs.resolve("doubtful.html"), doubtful(text));
        Files.write(inputs.resolve("<b>broken.pdf"), "%PDF-1.4 nothing".getBytes(StandardCharsets.US_ASCII));
        ReviewSession.importTo(once.resolve("out"), inputs);
        browser = new Browser();
        setDefaultAssertionTimeout(60_000);
    }

    /** A text report as a web page, its tabbed lines as tables, with words where a figure is expected. */
    private static String doubtful(String text) {
        assertThat(text).contains("行政规范性文件\t6\t2");
        StringBuilder html = new StringBuilder("<!doctype html><meta charset=utf-8>");
        boolean table = false;
        for (String line :
                text.replace("行政规范性文件\t6\t2", "行政规范性文件\t六七\t2").lines().toList()) {
            boolean row = line.contains("\t");
            html.append(row == table ? "" : row ? "<table>" : "</table>");
            table = row;
            html.append(row ? "<tr><td>" + line.replace("\t", "<td>") : "<p>" + line);
        }
        return html.toString();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void begin() throws Exception {
        out = folder.resolve("out");
        inputs = folder.resolve("inputs");
        ReviewSession.copy(once.resolve("out"), out);
        ReviewSession.copy(once.resolve("inputs"), inputs);
        Path run = out.resolve("run.json");
        Files.writeString(
                run, Files.readString(run).replace(once.resolve("inputs").toString(), inputs.toString()));
        session = new ReviewSession(out, inputs);
    }

    @AfterEach
    void end() {
        if (session != null) {
            browser.closePages();
            session.close();
        }
    }

    @Test
    void aSuspectCellIsFoundCorrectedAndStaysCorrected() throws Exception {
        Page page = browser.open(session.address(), Look.PLAIN);
        page.locator("#kind").selectOption("suspect");
        item(page, SUSPECT_CELL).click();
        assertThat(page.locator("#cell")).containsText("六七");
        Browser.picture(page, "suspect");

        page.locator("#after").fill("6");
        page.locator("#reason").fill("as the PDF says");
        page.locator("#who").fill("王五");
        page.locator("button[data-do=edit]").click();

        assertThat(page.locator("#grid td.chosen")).hasClass(Pattern.compile("corrected"));
        assertThat(page.locator("#items li")).hasCount(2);
        assertThat(page.locator("#kind option[value=suspect]")).containsText("(2)");
        ReviewSession.importTo(out, inputs);
        assertThat(Files.readString(out.resolve("observations.csv"))).containsPattern(",6,件,.*六七.*,corrected,");
        page.navigate(session.origin() + "/#list?kind=report");
        page.reload();
        item(page, "doubtful.html").click();
        page.locator("#grid td[data-code='" + SUSPECT_CELL + "']").click();
        assertThat(page.locator("#grid td.chosen")).hasText("6");
        assertThat(page.locator("#cell")).containsText("王五");
        assertQuiet();
    }

    @Test
    void aFailedCheckIsSettledWithTheKeyboardAlone() throws IOException {
        Page page = browser.open(session.address(), Look.PLAIN);
        page.locator("#items li").first().waitFor();
        Locator chosen = page.locator("#items button[aria-current=true]");
        for (int i = 0;
                i < 30 && (i == 0 || !chosen.textContent().contains("T3-ROW requests received_new total"));
                i++) {
            page.keyboard().press("j");
            chosen.waitFor();
        }
        assertThat(chosen).containsText("T3-ROW requests received_new total");
        assertThat(page.locator("#cell")).containsText("fails");
        page.keyboard().press("e");
        page.keyboard().type("367");
        page.keyboard().press("Enter");

        assertThat(page.locator("#grid td.chosen")).hasText("367");
        assertThat(page.locator("#cell .fail")).hasCount(0);
        Browser.picture(page, "settled");
        assertThat(Files.readString(out.resolve("corrections.csv"))).contains(",358,367,,Li,");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#grid td.chosen")).hasAttribute("data-code", "requests.carried_in.total");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("u");
        assertThat(page.locator("#cell .fail")).not().hasCount(0);
        assertThat(page.locator("#grid td.chosen")).hasText("358");
        page.keyboard().press("w");
        assertThat(page.locator("#cell")).containsText("report is wrong");
        assertQuiet();
    }

    @Test
    void theSecondOfTwoBrowsersIsToldWhatTheFirstDecided() throws IOException {
        Page one = browser.open(session.address(), Look.PLAIN);
        Page two = browser.open(session.address(), Look.PLAIN);
        for (Page page : List.of(one, two)) {
            page.locator("#kind").selectOption("suspect");
            item(page, SUSPECT_CELL).click();
            assertThat(page.locator("#cell")).containsText("六七");
        }
        one.locator("#who").fill("one");
        one.locator("#after").fill("6");
        one.locator("#after").press("Enter");
        assertThat(one.locator("#grid td.chosen")).hasText("6");
        two.locator("#after").fill("99");
        two.locator("#after").press("Enter");

        assertThat(two.locator("#message")).containsText("somebody else decided");
        assertThat(two.locator("#grid td.chosen")).hasText("6");
        assertThat(two.locator("#cell")).containsText("one");
        two.locator("#who").fill("two");
        two.locator("#after").fill("99");
        two.locator("#after").press("Enter");
        assertThat(two.locator("#grid td.chosen")).hasText("99");
        one.locator("#kind").selectOption("conflict");
        assertThat(item(one, SUSPECT_CELL)).containsText("one 6 ≠ two 99");
        assertThat(Files.readAllLines(out.resolve("corrections.csv"))).hasSize(3);
        assertThat(browser.complaints())
                .as("the browser tells of the refusal")
                .singleElement()
                .asString()
                .contains("409");
    }

    @Test
    void aCellThatChangedMeanwhileIsShownAsItNowStands() throws IOException {
        Page page = browser.open(session.address(), Look.PLAIN);
        page.locator("#kind").selectOption("suspect");
        item(page, SUSPECT_CELL).click();
        assertThat(page.locator("#cell")).containsText("六七");
        Path report = out.resolve("reports")
                .resolve(page.locator("#about").textContent().replaceFirst(".* · ", "") + ".json");
        String json = Files.readString(report);
        String read = json.replaceFirst(
                "(\"row\" : \"normative_documents\",\\s+\"column\" : \"issued_this_year\",\\s+\"value\" : )null",
                "$1" + 5);
        assertThat(read).as("an import that reads it as 5").isNotEqualTo(json);
        Files.writeString(report, read);

        page.locator("#after").fill("6");
        page.locator("#after").press("Enter");

        assertThat(page.locator("#message")).containsText("Now it says 5");
        assertThat(page.locator("#grid td.chosen")).hasText("5");
        assertThat(Files.readAllLines(out.resolve("corrections.csv"))).hasSize(1);
    }

    @Test
    void everyNumberOfTheChartsLeadsToWhatItCounts() {
        Page page = browser.open(session.address(), Look.PLAIN);
        page.locator("#to-dashboard").click();
        page.locator("#charts section").nth(3).waitFor();
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        List<Object> links = (List<Object>)
                page.evaluate(
                        "[...document.querySelectorAll('#charts td:first-of-type a')].map(a => [a.hash, a.textContent, a.closest('[data-chart]').dataset.chart])");
        assertThat(links).hasSizeGreaterThan(5);
        for (Object link : links) {
            List<?> parts = (List<?>) link;
            page.navigate(session.origin() + "/" + parts.get(0));
            page.locator("#items li").first().waitFor();
            String chart = (String) parts.get(2);
            if (chart.equals("c_statuses") || chart.equals("c_failures")) {
                assertThat(page.locator("#count")).containsText(parts.get(1) + " found");
                assertThat(page.locator("#items li")).hasCount(Integer.parseInt((String) parts.get(1)));
            } else {
                assertThat(page.locator("#items .kind").first()).hasText("All reports");
            }
        }
        page.navigate(session.origin() + "/#dashboard");
        Locator reports = page.locator("[data-chart=c_0] details td:nth-last-child(2) a");
        reports.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        String counted = reports.textContent();
        page.navigate(session.origin() + "/" + reports.getAttribute("href"));
        assertThat(page.locator("#group-name")).hasText("Year 2024 cn-disclosure");
        assertThat(page.locator("#count")).containsText(" " + counted + " found");
        assertThat(page.locator("#items li")).hasCount(Integer.parseInt(counted));
        page.locator("#items button").first().click();
        assertThat(page.locator("#title")).containsText("2024年政府信息公开工作年度报告");
        page.locator("#group-off").click();
        assertThat(page.locator("#items li")).hasCount(2);
        assertQuiet();
    }

    @Test
    void filesDroppedOnThePageAreImportedWhileItStaysUsable() throws IOException {
        Page page = browser.open(session.address(), Look.PLAIN);
        page.locator("#to-uploads").click();
        byte[] report =
                Files.readAllBytes(Path.of("fixtures", "cn-disclosure", "format-2021", "shiqiao-2023", "report.txt"));
        page.locator("#files").setInputFiles(new FilePayload("石桥 2023.txt", "text/plain", report));
        assertThat(page.locator("#uploaded li")).containsText("石桥 2023.txt");
        page.evaluate("""
                () => {
                  const transfer = new DataTransfer();
                  transfer.items.add(new File(['nothing'], '<i>odd.bin'));
                  document.getElementById('drop').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
                }""");
        page.locator("#to-list").click();
        page.locator("#items li").first().waitFor();
        page.locator("#to-uploads").click();

        assertThat(page.locator("#uploaded li.imported")).containsText("石桥 2023.txt");
        assertThat(page.locator("#uploaded li.quarantined, #uploaded li.rejected"))
                .containsText("odd");
        Browser.picture(page, "uploads");
        page.locator("#uploaded li.imported a").click();
        item(page, "石桥 2023.txt").click();
        assertThat(page.locator("#title")).containsText("石桥街道办事处2023年");
        assertThat(Files.readString(out.resolve("ledger.csv")))
                .contains("uploaded/石桥 2023.txt", "report.pdf", "doubtful.html");
        assertQuiet();
    }

    @Test
    void markupInNamesIsShownAsText() {
        Page page = browser.open(session.address(), Look.PLAIN);
        page.locator("#kind").selectOption("quarantined");
        item(page, "<b>broken.pdf").click();
        assertThat(page.locator("#hint h2")).hasText("<b>broken.pdf");
        assertThat(page.locator("main b, main i, main script")).hasCount(0);
        assertQuiet();
    }

    @ParameterizedTest
    @CsvSource({
        "en,LIGHT,1280,800,1",
        "zh,DARK,1280,800,1",
        "en,DARK,820,1180,1",
        "zh,LIGHT,1280,800,1.25",
        "zh,LIGHT,600,900,1"
    })
    void everyViewIsAccessibleAndFits(String language, ColorScheme colours, int width, int height, double zoom)
            throws IOException {
        Page page = browser.open(session.address(), new Look(language, colours, width, height, zoom));
        String look = String.join("-", language, colours.name(), "" + width, "" + zoom);
        page.locator("#items li").first().waitFor();
        accessible(page, look + "-list");
        item(page, Pattern.compile("T3-FLOW requests\\s+total.*report\\.pdf")).click();
        assertThat(page.locator("#picture image")).hasCount(1);
        accessible(page, look + "-report");
        page.locator("#to-dashboard").click();
        page.locator("#charts section").nth(3).waitFor();
        accessible(page, look + "-charts");
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        accessible(page, look + "-tables");
        page.locator("#to-uploads").click();
        assertThat(page.locator("#limit")).containsText("256");
        accessible(page, look + "-uploads");
        assertQuiet();
    }

    private static void accessible(Page page, String name) throws IOException {
        Browser.picture(page, name);
        Browser.assertAccessible(page, name);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"))
                .as(name + " is no wider than the window")
                .isTrue();
    }

    /** The first line of the list with a text. */
    private static Locator item(Page page, String text) {
        return page.locator("#items button", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    private static Locator item(Page page, Pattern text) {
        return page.locator("#items button", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    private static void assertQuiet() {
        assertThat(browser.complaints()).as("what the console says").isEmpty();
    }
}
