package perennial.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import perennial.PortalTest;
import zoomsim.Options;
import zoomsim.Simulator;
import zoomsim.media.Studio;
import zoomsim.script.FootageSource;
import zoomsim.script.MeetingScript;
import zoomsim.script.Take;

/** What the visitor of the demo does: sign in, switch on, wait, open the three-part meeting, play it. */
class VisitorJourneyTest extends PortalTest {
    private static final String EMAIL = "ada@northwind.example";
    private static final String PASSWORD = "correct horse battery";
    private static final Path FOOTAGE = Path.of("target", "footage");
    private static final String THREE_PARTS = "Q4 planning: the three bets";
    private static final int LINES = 2;
    private static final double LIMIT_MS = 180_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Simulator ZOOM = zoom();
    private static final Browser BROWSER = new Browser();

    @BeforeAll
    static void waitForTheMeetings() {
        ZOOM.meetingsReady().join();
    }

    @AfterAll
    static void stop() {
        BROWSER.close();
        ZOOM.close();
    }

    @DynamicPropertySource
    static void administratorAndConnection(DynamicPropertyRegistry properties) {
        var credentials = Options.forTests().credentials();
        properties.add("perennial.admin.email", () -> EMAIL);
        properties.add("perennial.admin.password", () -> PASSWORD);
        properties.add("perennial.zoom.connection.name", () -> "Northwind");
        properties.add("perennial.zoom.connection.account-id", credentials::accountId);
        properties.add("perennial.zoom.connection.client-id", credentials::clientId);
        properties.add("perennial.zoom.connection.client-secret", credentials::clientSecret);
        properties.add("perennial.zoom.connection.oauth-url", ZOOM::url);
        properties.add("perennial.zoom.connection.api-url", () -> ZOOM.url() + "/v2");
        properties.add("perennial.zoom.connection.publish-status", () -> "published");
    }

    @Test
    void signsInSwitchesOnAndPlaysAMeetingOfThreeParts() {
        var page = BROWSER.visitor(ColorScheme.LIGHT);

        signIn(page);
        switchOnAndWait(page);
        lookAtTheLedger(page);
        page.navigate(at("/library").toString());
        Accessibility.check(page, "library");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(THREE_PARTS))
                .first()
                .click();

        playsAcrossBothJoins(page);
        switchesTheViewWithoutLosingThePlace(page);
        showsCaptionsAndChat(page);
        Accessibility.check(page, "watch");
        looksGoodInTheDarkAndOnAPhone(page);
        assertThat(BROWSER.complaints()).isEmpty();
    }

    private void signIn(Page page) {
        page.navigate(at("/zoom").toString());
        Accessibility.check(page, "sign-in");
        page.getByLabel("E-mail").fill(EMAIL);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Northwind")))
                .isVisible();
        Accessibility.check(page, "zoom-off");
    }

    private static void switchOnAndWait(Page page) {
        page.locator("label.switch.big").click();
        var process = page.locator(".metric")
                .filter(new Locator.FilterOptions().setHasText("Sync Process"))
                .locator(".v");

        assertThat(process).hasText("Finished", new LocatorAssertions.HasTextOptions().setTimeout(LIMIT_MS));
        assertThat(page.locator(".metric .k")).hasText(new String[] {
            "Sync Process", "Last Synced Attempt", "Last Recording Fetched Till", "Authorization Status"
        });
        assertThat(page.getByText("Authorized", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        Accessibility.check(page, "zoom-finished");
        GuidePictures.window(page, "zoom-page");
        GuidePictures.part(page, "#ledger", "ledger");
    }

    private void lookAtTheLedger(Page page) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(THREE_PARTS).setExact(true))
                .click();
        assertThat(page.getByText("3 parts", new Page.GetByTextOptions().setExact(false))
                        .first())
                .isVisible();
        Accessibility.check(page, "recording");
        page.goBack();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Settings").setExact(true))
                .click();
        Accessibility.check(page, "zoom-settings");
        GuidePictures.window(page, "zoom-settings");
    }

    private static void playsAcrossBothJoins(Page page) {
        var video = page.locator("video");
        // The player takes the picture over from the plain element once its script has come.
        page.waitForFunction("() => window.videojs?.getPlayer('player')?.readyState() >= 2");
        var joins = List.of(video.getAttribute("data-parts").split(",")).stream()
                .mapToDouble(Double::parseDouble)
                .filter(second -> second > 0)
                .toArray();

        assertThat(joins).hasSize(2);
        for (var join : joins) {
            video.evaluate("(v, t) => { v.currentTime = t; v.play().catch(() => {}); }", join - 1);
            Awaitility.await().atMost(PATIENCE).until(() -> number(video, "v => v.currentTime") > join + 0.5);
            assertThat(video.evaluate("v => v.error")).isNull();
        }
        video.evaluate("v => v.pause()");
    }

    private static void switchesTheViewWithoutLosingThePlace(Page page) {
        var video = page.locator("video");
        var before = number(video, "v => v.currentTime");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gallery"))
                .click();

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> video.evaluate("v => v.currentSrc").toString().contains("gallery_view")
                        && number(video, "v => v.readyState") >= 2
                        && Math.abs(number(video, "v => v.currentTime") - before) < 1);
    }

    private static void showsCaptionsAndChat(Page page) {
        var video = page.locator("video");
        var line = page.locator("#p-tr .line").nth(3);
        var words = line.locator("[data-txt]").textContent().strip();
        line.click();
        var wanted = Double.parseDouble(line.getAttribute("data-t"));
        Awaitility.await().atMost(PATIENCE).until(() -> Math.abs(number(video, "v => v.currentTime") - wanted) < 1);
        video.evaluate("v => { v.play().catch(() => {}); }");
        assertThat(page.locator(".vjs-text-track-cue").first()).containsText(words);
        video.evaluate("v => v.pause()");

        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Chat"))
                .click();
        assertThat(page.locator("#p-ch .msg").first()).isVisible();
        Browser.screenshot(page, "watch-chat");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Chapters"))
                .click();
        assertThat(page.locator("#p-cp .chap")).hasCount(3);
    }

    private void looksGoodInTheDarkAndOnAPhone(Page page) {
        var watch = page.url();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.evaluate("() => localStorage.removeItem('theme')");
        for (var place : List.of(watch, at("/library").toString(), at("/zoom").toString())) {
            page.setViewportSize(1440, 900);
            page.navigate(place);
            assertThat(page.locator("html").getAttribute("data-bs-theme")).isEqualTo("dark");
            Accessibility.check(page, "dark-" + place.replaceAll(".*/([a-z]+)[^a-z]?.*", "$1"));
            page.setViewportSize(390, 844);
            page.navigate(place);
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                    .as("sideways scrolling of " + place)
                    .isLessThanOrEqualTo(0);
            Accessibility.check(page, "phone-" + place.replaceAll(".*/([a-z]+)[^a-z]?.*", "$1"));
        }
    }

    private static double number(Locator video, String script) {
        return ((Number) video.evaluate(script)).doubleValue();
    }

    private static Simulator zoom() {
        try {
            return Simulator.start(Options.parse("--size=demo", "--media=" + FOOTAGE), footage());
        } catch (IOException e) {
            throw new IllegalStateException("the simulator did not start", e);
        }
    }

    /** The demo's meetings: whole in a full run and for the guide's pictures, else of each part what is said first. */
    private static FootageSource footage() {
        var studio = new Studio(FOOTAGE);
        if (Boolean.getBoolean("perennial.full") || GuidePictures.wanted()) return studio;
        return script -> studio.record(new MeetingScript(
                script.topic(),
                script.speakers(),
                script.takes().stream().map(VisitorJourneyTest::beginning).toList()));
    }

    private static Take beginning(Take take) {
        var lines = take.lines().subList(0, Math.min(LINES, take.lines().size()));
        return new Take(take.sinceMeetingStart(), lines, take.recordingTypes(), take.chat());
    }
}
