package perennial.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.PortalTest;
import perennial.library.DemoMedia;
import perennial.library.LibraryFixture;
import perennial.library.SideDoor;
import perennial.people.Role;
import perennial.video.OddClips;
import perennial.video.TestClips;

/** Two files are brought (P8), the page is left half-way, and both play in the end. */
@Import({LibraryFixture.class, DemoMedia.class, SideDoor.class})
class UploadJourneyTest extends PortalTest {
    private static final Browser BROWSER = new Browser();
    private static final double LONG = 120_000;

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private SideDoor door;

    @AfterAll
    static void stop() {
        BROWSER.close();
    }

    @Test
    void goesOnAfterAReloadAndPlaysWhatWasBrought() {
        var page = enter(ColorScheme.LIGHT);
        var files = new Path[] {TestClips.video(3, 1), OddClips.webm()};
        // Both are begun, then the line is cut.
        page.route("**/upload/files/*", route -> {
            if (route.request().method().equals("PATCH")) route.abort();
            else route.resume();
        });
        page.locator("#fi").setInputFiles(files);
        assertThat(page.locator("#active").getByText("Connection lost").first()).isVisible();
        Accessibility.check(page, "upload-lost");

        page.reload();
        page.unroute("**/upload/files/*");
        assertThat(page.locator("[data-upload]")).hasCount(2);
        assertThat(page.locator("[data-upload]").first()).containsText("Choose the same file again");
        Accessibility.check(page, "upload-interrupted");
        page.locator("#fi").setInputFiles(files);

        var ready = page.locator("[data-upload]").getByText("Ready");
        assertThat(ready).hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(LONG));
        assertThat(page.locator("[data-upload]")).hasCount(2);
        Accessibility.check(page, "upload-ready");
        page.locator("[data-upload]")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("clip.webm"))
                .getByText("Watch")
                .click();
        assertThat(page.locator("h1")).hasText("clip");
        page.waitForFunction("() => document.querySelector('video').readyState >= 2");
        page.evaluate("() => document.querySelector('video').play()");
        page.waitForFunction("() => document.querySelector('video').currentTime > 0.5");
        assertThat(complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void looksGoodInTheDarkAndOnAPhone() {
        var page = enter(ColorScheme.DARK);
        page.locator("#fi")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                        "floor-plan with a rather long name, second version, " + "x".repeat(120) + ".dwg",
                        "",
                        new byte[] {1, 2, 3}));
        assertThat(page.locator("[data-upload]").getByText("Refused"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
        assertThat(page.locator("[data-upload]")).containsText("Nothing was kept");
        Accessibility.check(page, "upload-dark");
        page.setViewportSize(390, 844);
        page.navigate(at("/upload").toString());
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .isLessThanOrEqualTo(0);
        Browser.screenshot(page, "upload-phone");
        page.context().close();
    }

    @Test
    void hasItsSettings() {
        door.openFor(fixture.person(Role.MANAGER));
        var page = BROWSER.visitor(ColorScheme.LIGHT);
        page.navigate(at("/library/enter").toString());
        page.navigate(at("/settings/sharing").toString());
        page.getByLabel("Largest file, in GB").fill("much");
        page.getByText("Save").click();
        assertThat(page.locator(".err")).containsText("such as 50");
        Accessibility.check(page, "sharing-wrong");
        page.getByLabel("Largest file, in GB").fill("50");
        page.getByText("Save").click();
        assertThat(page.getByText("The settings are saved.")).isVisible();
        Accessibility.check(page, "sharing");
        page.context().close();
    }

    /** Chromium tells of lines that this test cuts, and of forms that are refused. */
    private static List<String> complaints() {
        return BROWSER.complaints().stream()
                .filter(one -> !one.contains("net::ERR_FAILED") && !one.contains("status of 422"))
                .toList();
    }

    private Page enter(ColorScheme colours) {
        door.openFor(fixture.person(Role.CONTRIBUTOR));
        var page = BROWSER.visitor(colours);
        page.navigate(at("/library/enter").toString());
        page.navigate(at("/upload").toString());
        return page;
    }
}
