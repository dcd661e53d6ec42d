package perennial.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.PortalTest;
import perennial.library.DemoMedia;
import perennial.library.LibraryFixture;
import perennial.library.SideDoor;
import perennial.people.Role;

/** The page of uploads (P8) and its settings. */
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
    void looksGoodInTheDarkAndOnAPhone() {
        var page = enter(ColorScheme.DARK);
        page.locator("#fi")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                        "floor-plan with a rather long name, second version.dwg", "", new byte[] {1, 2, 3}));
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

    private Page enter(ColorScheme colours) {
        door.openFor(fixture.person(Role.CONTRIBUTOR));
        var page = BROWSER.visitor(colours);
        page.navigate(at("/library/enter").toString());
        page.navigate(at("/upload").toString());
        return page;
    }
}
