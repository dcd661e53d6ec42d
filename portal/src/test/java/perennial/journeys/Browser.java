package perennial.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The system's Chromium without a window: one program for all tests of a JVM, each visitor in a profile of their own. It notes
 * whatever a page complains about.
 */
public final class Browser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /** What htmx prints when a live page's stream ends, as each does after two minutes; the browser opens it anew. */
    private static final String STREAM_ENDED = "Event";

    private static final boolean FULL = Boolean.getBoolean("perennial.full");

    private final com.microsoft.playwright.Browser chromium = Program.CHROMIUM;
    private final List<BrowserContext> visitors = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** Started by the first test that needs it. */
    private static final class Program {
        private static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private static final com.microsoft.playwright.Browser CHROMIUM = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(path())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--autoplay-policy=no-user-gesture-required")));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
        }

        private static Path path() {
            return Stream.of("chromium", "chromium-browser", "google-chrome")
                    .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "the browser tests need Chromium (Debian: apt-get install chromium)"));
        }
    }

    /** A fresh visitor at a desk. */
    public Page visitor(ColorScheme scheme) {
        return page(1440, 900, scheme);
    }

    /** A fresh visitor with a phone. */
    public Page phone() {
        return page(390, 844, ColorScheme.LIGHT);
    }

    /** A fresh visitor whose browser runs no scripts. */
    Page withoutScripts() {
        return page(chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setJavaScriptEnabled(false)));
    }

    private Page page(int width, int height, ColorScheme scheme) {
        return page(chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)));
    }

    /** Another window of somebody who is signed in already. */
    public Page page(BrowserContext visitor) {
        if (!visitors.contains(visitor)) visitors.add(visitor);
        var page = visitor.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().equals(STREAM_ENDED)) return;
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + " on " + page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script error on " + page.url() + ": " + error));
        return page;
    }

    /** Console errors, warnings, script errors and refusals of the content security policy so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** In a full run, keeps a picture of the whole page under {@code target/screenshots}: each costs half a second. */
    public static void screenshot(Page page, String name) {
        if (FULL) keepScreenshot(page, name);
    }

    /** Keeps a picture in any run. */
    static void keepScreenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** Sends its visitors away; the program stays for the next test. */
    @Override
    public void close() {
        visitors.forEach(BrowserContext::close);
    }
}
