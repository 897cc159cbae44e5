package gouji;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import gouji.Browser.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies, editions and quarantined inputs on the review page, in a real browser; the dataset is that of SettlementsTest. */
class MatterBrowserTest {
    @TempDir
    static Path once;

    private static Browser browser;

    @TempDir
    Path folder;

    Path out;
    ReviewSession session;

    @BeforeAll
    static void importOnce() throws IOException {
        Optional<String> missing = Browser.missing();
        missing.ifPresent(m -> System.err.println("SKIPPED: browser tests of the review page: " + m));
        Assumptions.assumeTrue(missing.isEmpty(), () -> "SKIPPED: " + missing.orElseThrow());
        Path inputs = Files.createDirectories(once.resolve("inputs"));
        SettlementsTest.write(inputs);
        ReviewSession.importTo(once.resolve("out"), inputs);
        browser = new Browser();
        setDefaultAssertionTimeout(60_000);
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
        ReviewSession.copy(once.resolve("out"), out);
        session = new ReviewSession(out, once.resolve("inputs"));
    }

    @AfterEach
    void end() {
        if (session != null) {
            browser.closePages();
            session.close();
        }
    }

    @Test
    void aBodyIsFoundByNameAndChosen() throws IOException {
        Page page = open("body", Look.PLAIN);
        page.locator("#items button").first().click();
        assertThat(page.locator("#matter-title")).hasText("Whose report is it?");
        assertThat(page.locator("#decide")).isHidden();
        page.locator("#division").fill("宿城区");
        page.locator("#answers input[value='321302']").check();
        page.locator("#matter-reason").fill("the seal says so");
        page.locator("#matter-send").click();

        assertThat(page.locator("#matter-standing")).containsText("321302 江苏省宿迁市宿城区");
        assertThat(page.locator("#kind option[value=body]")).containsText("(0)");
        assertThat(Files.readString(out.resolve("settlements.csv"))).contains(",321302,the seal says so,Li,");
        page.locator("#matter-undo").click();
        assertThat(page.locator("#kind option[value=body]")).containsText("(1)");
        assertThat(page.locator("#matter-log")).containsText("undone");
        assertQuiet();
    }

    @Test
    void anEditionIsChosenWithTheKeyboardAlone() throws IOException {
        Page page = open("conflict", Look.PLAIN);
        page.keyboard().press("j");
        assertThat(page.locator("#matter-title")).hasText("Which edition stands?");
        assertThat(page.locator("#matter-body table")).containsText("29352");
        page.keyboard().press("s");
        page.keyboard().press("Enter");
        assertThat(page.locator("#matter-message")).containsText("Choose an answer first");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page.locator("#matter-standing")).containsText("Settled as second.txt");
        assertThat(page.locator("#kind option[value=conflict]")).containsText("(0)");
        page.keyboard().press("u");
        assertThat(page.locator("#kind option[value=conflict]")).containsText("(1)");
        assertThat(Files.readAllLines(out.resolve("settlements.csv"))).hasSize(3);
        assertQuiet();
    }

    @Test
    void aQuarantinedInputIsDealtWithWithAReason() throws IOException {
        Page page = open("quarantined", Look.PLAIN);
        page.keyboard().press("j");
        assertThat(page.locator("#matter-title")).hasText("An input that could not be read");
        page.keyboard().press("s");
        page.keyboard().press("Enter");
        assertThat(page.locator("#matter-message")).containsText("a reason is needed");
        page.keyboard().type("asked for a new file");
        page.keyboard().press("Enter");

        assertThat(page.locator("#matter-standing")).containsText("dealt with");
        assertThat(page.locator("#kind option[value=quarantined]")).containsText("(0)");
        page.locator("#settled").check();
        assertThat(page.locator("#items li")).hasCount(1);
        assertThat(page.locator("#items li")).containsText("settled");
        assertQuiet();
    }

    @Test
    void theSecondOfTwoBrowsersIsShownWhatTheFirstSettled() {
        Page one = open("body", Look.PLAIN);
        Page two = open("body", Look.PLAIN);
        for (Page page : List.of(one, two)) {
            page.locator("#items button").first().click();
            page.locator("#division").fill(page == one ? "321302" : "321311");
            page.locator("#answers input:checked").waitFor();
        }
        one.locator("#who").fill("one");
        one.locator("#matter-send").click();
        assertThat(one.locator("#matter-standing")).containsText("321302");
        two.locator("#matter-send").click();

        assertThat(two.locator("#matter-message")).containsText("somebody else decided");
        assertThat(two.locator("#matter-standing")).containsText("321302 江苏省宿迁市宿城区 · one");
        assertThat(browser.complaints())
                .as("the browser tells of the refusal")
                .singleElement()
                .asString()
                .contains("409");
    }

    @Test
    void everyNumberOfTheRegionsLeadsToWhatItCounts() {
        Page page = browser.open(session.address(), Look.PLAIN);
        page.locator("#to-dashboard").click();
        page.locator("#r_0-year").focus();
        page.locator("#r_0-year").selectOption("2024");
        assertThat(page.locator("#r_0-year")).isFocused();
        Locator jiangsu = page.locator("[data-chart=r_0] tr:has(th:text-is('江苏省')) td");
        assertThat(jiangsu.nth(0)).hasText("1");
        assertThat(jiangsu.last()).hasText("3,525");
        assertThat(page.locator("[data-chart=r_0] tr:has(th:text-is('not known')) td")
                        .last())
                .hasText("358");
        page.locator("#r_0-measure").selectOption("failed");
        assertThat(page.locator("[data-chart=r_0] table tr").nth(1)).containsText("not known");
        for (List<?> link : links(page)) {
            page.navigate(session.origin() + "/" + link.get(0));
            page.locator("#items li").first().waitFor();
            if (!((String) link.get(2)).isEmpty()) {
                assertThat(page.locator("#count")).containsText(" " + link.get(1) + " found");
            }
            assertThat(page.locator("#items .kind").first())
                    .hasText(link.get(2).equals("failed") ? "Failed checks" : "All reports");
        }
        assertThat(page.locator("#group-name")).containsText("Region:");
        page.navigate(session.origin() + "/#dashboard");
        page.locator("#r_0-year").selectOption("*");
        assertThat(jiangsu.nth(0)).hasText("2");
        assertQuiet();
    }

    /** Address, text, and {@code reports} or {@code failed} of each number of the table. */
    private static List<List<?>> links(Page page) {
        return (List<List<?>>) page.evaluate("[...document.querySelectorAll('[data-chart=r_0] td a')].map(a => [a.hash,"
                + " a.textContent, ['', 'reports', 'failed'][a.parentElement.cellIndex] ?? ''])");
    }

    @ParameterizedTest
    @CsvSource({"en,LIGHT,1280,800,1", "zh,DARK,820,1180,1", "zh,LIGHT,1280,800,1.25"})
    void everyMatterIsAccessibleAndFits(String language, ColorScheme colours, int width, int height, double zoom)
            throws IOException {
        Look look = new Look(language, colours, width, height, zoom);
        for (String kind : List.of("body", "conflict", "quarantined")) {
            Page page = open(kind, look);
            page.locator("#items button").first().click();
            page.locator("#matter-body > *").first().waitFor();
            if (kind.equals("body")) {
                page.locator("#division").fill("鼓楼");
                page.locator("#answers input").first().waitFor();
            }
            String name = String.join("-", language, colours.name(), "" + width, "" + zoom, "matter", kind);
            Browser.picture(page, name);
            Browser.assertAccessible(page, name);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"))
                    .as(name + " is no wider than the window")
                    .isTrue();
        }
        assertQuiet();
    }

    private Page open(String kind, Look look) {
        Page page = browser.open(session.address(), look);
        page.locator("#items li").first().waitFor();
        page.locator("#kind").selectOption(kind);
        assertThat(page.locator("#items .kind." + kind)).hasCount(1);
        Locator others = page.locator("#items .kind:not(." + kind + ")");
        assertThat(others).hasCount(0);
        page.evaluate("document.activeElement.blur()");
        return page;
    }

    private static void assertQuiet() {
        assertThat(browser.complaints()).as("what the console says").isEmpty();
    }
}
