package perennial.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.PortalTest;
import perennial.library.DemoMedia;
import perennial.library.LibraryFixture;
import perennial.library.MediaId;
import perennial.library.SideDoor;
import perennial.library.Wish;
import perennial.people.Role;

/** Finding a moment of a meeting in Chromium: as one types, on the search page, and in the video. */
@Import({LibraryFixture.class, DemoMedia.class, SideDoor.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindInBrowserTest extends PortalTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    @Autowired
    private DemoMedia media;

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private SideDoor door;

    @Autowired
    private JdbcClient jdbc;

    private @Nullable Playwright playwright;
    private Browser browser;
    private MediaId meeting;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    void fillTheLibraryAndOpenABrowser() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium here: the browser tests are left out");
        var author = fixture.person(Role.CONTRIBUTOR);
        meeting = media.meeting(author, "Pangolin planning: the three bets", Wish.PUBLISHED);
        media.old(author, "Pangolin stand-up", 3);
        media.old(author, "Pangolin planning, last month", 40);
        await().atMost(30, SECONDS)
                .until(() -> jdbc.sql("select count(*) from search_document where version = 0")
                                .query(Long.class)
                                .single()
                        == 0);
        door.openFor(author);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--autoplay-policy=no-user-gesture-required")));
    }

    @AfterAll
    void closeTheBrowser() {
        if (playwright != null) playwright.close();
    }

    @BeforeEach
    void signIn() {
        open(1440, 900, ColorScheme.LIGHT);
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        page.context().close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void findsAsOneTypesAndGoesToTheSecond() {
        page.keyboard().press("/");
        page.keyboard().type("budget actu");
        assertThat(page.locator(".find-pop .hit").first()).containsText("budget against actuals");
        picture("find-typing");
        page.keyboard().press("Escape");
        assertThat(page.locator(".find-pop .hit")).hasCount(0);

        page.locator("#q").fill("pangolin budget");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("“pangolin budget”");
        picture("find-results");
        accessible();
        page.locator(".pass", new Page.LocatorOptions().setHasText("budget against actuals"))
                .first()
                .click();

        page.waitForFunction("() => document.querySelector('video').currentTime >= 37");
        assertThat(page.locator("[data-lines] mark").first()).hasText("budget");
        assertThat(page.locator(".related .card-m").first()).containsText("Pangolin");
        assertThat(page.locator(".back")).hasText("Results for “pangolin budget”");
        picture("find-watch");
        page.locator("#t-ch").click();
        page.locator("[data-find='[data-chat]']").fill("planning folder");
        assertThat(page.locator("[data-chat] mark")).hasCount(2);
        accessible();
        page.locator(".back").click();
        assertThat(page.locator(".res")).hasCount(1);
    }

    @Test
    void filtersTheLibraryByChoosing() {
        page.locator("[data-pill=host]").click();
        picture("library-host");
        page.locator("#f-host [data-narrow]").fill("Mara");
        page.keyboard().press("Escape");
        page.locator("[data-pill=date]").click();
        page.locator("#f-date label", new Page.LocatorOptions().setHasText("Last 7 days"))
                .click();
        page.keyboard().press("Escape");
        page.waitForURL(Pattern.compile("date=7"));
        assertThat(page.locator(".card-m", new Page.LocatorOptions().setHasText("last month")))
                .hasCount(0);
        page.locator(".seg [aria-label=List]").click();
        assertThat(page.locator(".cards.list").first()).isVisible();
        picture("library-filtered-list");
        accessible();
        page.locator("select[name=sort]").selectOption("title");
        page.waitForURL(Pattern.compile("sort=title"));
        assertThat(page.locator(".sec h2")).hasText("Title A to Z");
    }

    @Test
    void looksRightInTheDarkAndOnAPhone() {
        for (var look : List.of("dark", "phone")) {
            page.context().close();
            var phone = look.equals("phone");
            open(phone ? 390 : 1440, phone ? 844 : 900, phone ? ColorScheme.LIGHT : ColorScheme.DARK);
            picture("library-" + look);
            narrow();
            page.navigate(at("/search?q=pangolin").toString());
            picture("search-" + look);
            narrow();
            accessible();
            page.navigate(at("/search?q=nothinglikethis").toString());
            picture("search-nothing-" + look);
            page.navigate(at("/watch/" + meeting + "?q=budget").toString());
            page.waitForFunction("() => document.querySelector('video').readyState > 0");
            picture("watch-" + look);
            narrow();
        }
    }

    @Test
    void showsSmallPicturesOverTheProgressBar() {
        page.navigate(at("/watch/" + meeting).toString());
        page.waitForFunction("() => document.querySelector('video').readyState > 0");
        page.locator(".vjs-big-play-button").click();
        page.keyboard().press("k");
        for (var i = 0; i < 12 && page.locator(".board:visible").count() == 0; i++) {
            page.locator(".vjs-progress-control").hover();
            page.waitForTimeout(1_000);
            page.mouse().move(600 + i, 300);
        }
        page.locator(".vjs-progress-control").hover();

        assertThat(page.locator(".board")).isVisible();
        picture("watch-storyboard");
    }

    private void open(int width, int height, ColorScheme scheme) {
        var context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
        page = context.newPage();
        complaints.clear();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(page.url() + ": " + message.text());
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.navigate(at("/library/enter").toString());
    }

    /** Nothing sticks out to the right. */
    private void narrow() {
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private void accessible() {
        var found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(problem -> SERIOUS.contains(problem.getImpact()))
                        .map(problem -> problem.getId() + " " + problem.getNodes())
                        .toList();
        assertThat(found).isEmpty();
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
