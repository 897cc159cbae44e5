package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine's Chromium, driven through Playwright; what a page complains about on its console is kept. What is missing for
 * it is said by {@link #missing}.
 */
final class Browser implements AutoCloseable {
    private static final Path DRIVER = Path.of("target", "browser").toAbsolutePath();
    private static final Path AXE = DRIVER.resolve("node_modules/axe-core/axe.min.js");
    private static final List<String> CHROMIUMS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    Browser() {
        System.setProperty("playwright.cli.dir", DRIVER.toString());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium().orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** What is not on this machine; empty where all is. */
    static Optional<String> missing() {
        if (chromium().isEmpty()) {
            return Optional.of("no Chromium at " + CHROMIUMS + " or $GOUJI_CHROMIUM");
        }
        return Stream.of(DRIVER.resolve("package/cli.js"), DRIVER.resolve("node"), AXE)
                .filter(p -> !Files.exists(p))
                .findFirst()
                .map(p -> "no " + p + ": run src/test/browser/setup (needs node and npm)");
    }

    private static Optional<Path> chromium() {
        return Stream.concat(Stream.ofNullable(System.getenv("GOUJI_CHROMIUM")), CHROMIUMS.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** How a page is looked at. */
    record Look(String language, ColorScheme colours, int width, int height, double zoom) {
        static final Look PLAIN = new Look("en", ColorScheme.LIGHT, 1280, 800, 1);
    }

    /** A new browser profile with one page. */
    Page open(String address, Look look) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(look.language().equals("zh") ? "zh-CN" : "en-GB")
                .setColorScheme(look.colours())
                .setViewportSize((int) (look.width() / look.zoom()), (int) (look.height() / look.zoom()))
                .setDeviceScaleFactor(look.zoom()));
        context.setDefaultTimeout(60_000);
        Page page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error") || m.type().equals("warning")) {
                complaints.add(m.type() + ": " + m.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(r -> {
            if (!r.url().startsWith("http://127.0.0.1:") && !r.url().startsWith("blob:http://127.0.0.1:")) {
                complaints.add("asked for " + r.url());
            }
        });
        page.navigate(address);
        return page;
    }

    void closePages() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
        complaints.clear();
    }

    /** What the pages complained about since the last call. */
    List<String> complaints() {
        synchronized (complaints) {
            List<String> now = List.copyOf(complaints);
            complaints.clear();
            return now;
        }
    }

    /** Violations axe finds, each with the first element it finds them at. */
    static List<String> violations(Page page) throws IOException {
        page.evaluate(Files.readString(AXE) + "; undefined");
        Object found = page.evaluate(
                "async () => (await axe.run()).violations.map(v => v.id + ': ' + v.help + ' at ' + v.nodes[0].html + ' ' + v.nodes[0].failureSummary)");
        List<String> violations = new ArrayList<>();
        ((List<?>) found).forEach(v -> violations.add((String) v));
        return violations;
    }

    static void assertAccessible(Page page, String what) throws IOException {
        assertThat(violations(page)).as(what).isEmpty();
    }

    /** Keeps a picture where the environment names a folder for them. */
    static void picture(Page page, String name) {
        String folder = System.getenv("GOUJI_SCREENSHOTS");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
