package perennial.watch;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.PortalTest;
import perennial.journeys.Accessibility;
import perennial.journeys.Browser;
import perennial.library.DemoMedia;
import perennial.library.LibraryFixture;
import perennial.library.MediaId;
import perennial.library.SideDoor;
import perennial.library.Wish;
import perennial.people.Role;

/** The watch page in Chromium. */
@Import({LibraryFixture.class, DemoMedia.class, SideDoor.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchInBrowserTest extends PortalTest {
    private static final String TITLE = "<b>Q4</b> planning & <script>alert(1)</script>";

    @Autowired
    private DemoMedia media;

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private SideDoor door;

    private Browser browser;
    private MediaId meeting;
    private Page page;

    @BeforeAll
    void fillTheLibrary() {
        var author = fixture.person(Role.CONTRIBUTOR);
        meeting = media.meeting(author, TITLE, Wish.PUBLISHED);
        door.openFor(author);
    }

    @BeforeEach
    void signIn() {
        open(ColorScheme.LIGHT);
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        browser.close();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void showsAHostileTitleAsText() {
        assertThat(page.locator(".card-m h3").first()).hasText(TITLE);

        page.navigate(at("/watch/" + meeting).toString());

        assertThat(page.locator("h1")).hasText(TITLE);
    }

    @Test
    void playsAndFollowsWithCaptionsTranscriptAndChat() {
        page.navigate(at("/watch/" + meeting + "?t=21").toString());
        page.waitForFunction("() => document.querySelector('video').currentTime >= 21");

        page.keyboard().press("k");
        page.waitForFunction("() => document.querySelector('video').currentTime > 21.5");
        assertThat(page.locator(".vjs-text-track-cue").first()).containsText("part three");
        page.locator(".line", new Page.LocatorOptions().setHasText("budget against actuals"))
                .click();

        page.waitForFunction("() => document.querySelector('video').currentTime >= 37");
        assertThat(page.locator(".line.now")).containsText("budget against actuals");
        assertThat(page.locator("[data-nowchap]")).hasText("Part 2 of 3");
        page.locator("#t-ch").click();
        assertThat(page.locator(".msg.now")).containsText("<b>Really</b>");
        assertThat(page.locator(".seg-cut")).hasCount(2);
    }

    @Test
    void changesTheViewWithoutLosingThePlace() {
        page.navigate(at("/watch/" + meeting + "?t=30").toString());
        page.waitForFunction("() => document.querySelector('video').currentTime >= 30");

        page.locator("[data-src*=gallery_view]").click();

        page.waitForFunction("() => document.querySelector('video').currentSrc.includes('gallery_view')"
                + " && document.querySelector('video').currentTime >= 30");
    }

    @Test
    void goesOnWhereTheViewerStopped() {
        page.navigate(at("/watch/" + meeting + "?t=44").toString());
        page.waitForFunction("() => document.querySelector('video').currentTime >= 44");
        page.waitForResponse(
                reply -> reply.url().endsWith("/progress") && reply.ok(),
                () -> page.keyboard().press("k"));

        page.navigate(at("/watch/" + meeting).toString());

        page.waitForFunction("() => document.querySelector('video').currentTime >= 44");
        assertThat(page.locator("[data-restart]")).isVisible();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void hasNoSeriousBarrier(ColorScheme colours) {
        browser.close();
        open(colours);
        for (var address : List.of("/library", "/watch/" + meeting, "/media/" + meeting + "/edit", "/drafts", "/bin")) {
            page.navigate(at(address).toString());
            Accessibility.check(page, "watch-" + address.replaceAll("\\W+", "-") + colours);
        }
    }

    private void open(ColorScheme colours) {
        browser = new Browser();
        page = browser.visitor(colours);
        page.navigate(at("/library/enter").toString());
    }
}
