package perennial.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/** What a Moderator does with parts that came late to approved videos, by the keyboard and on a phone. */
@Import({LibraryFixture.class, DemoMedia.class, SideDoor.class})
class LatePartsJourneyTest extends PortalTest {
    private static final Browser BROWSER = new Browser();

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private SideDoor door;

    @Autowired
    private JdbcClient jdbc;

    @AfterAll
    static void stop() {
        BROWSER.close();
    }

    @BeforeEach
    void twoWait() {
        jdbc.sql("delete from media_version where waits").update();
        waits("Handover at night");
        waits("A <b>porter</b> on lifts");
    }

    private void waits(String title) {
        var item = fixture.add(fixture.person(Role.CONTRIBUTOR), Wish.PUBLISHED, title);
        var now = fixture.content("as it was approved " + title);
        fixture.bring(item, now, now);
        approved(item);
        fixture.bring(item, now, fixture.content("with a late part " + title));
    }

    private void approved(MediaId item) {
        jdbc.sql("""
            update media set moderated = true, status = 'PUBLISHED', published_at = coalesce(published_at, now())
            where id = :id\
            """).param("id", item.value()).update();
    }

    @Test
    void addsOneAndKeepsTheOtherOut() {
        var page = enter(ColorScheme.LIGHT);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Late parts"))
                .first()
                .click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("tbody")).containsText("A <b>porter</b> on lifts");
        Accessibility.check(page, "late-parts");

        page.locator("tbody tr").first().locator("summary").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().type("   ");
        page.keyboard().press("Enter");
        assertThat(page.locator(".err")).hasText("Say why, in a sentence for the author.");
        Accessibility.check(page, "late-parts-refused");
        page.getByLabel("Reason, for the author").first().fill("It shows the corridor.");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Kept out. The video stays as it is.")).isVisible();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add to the video"))
                .click();
        assertThat(page.getByText("Added. The video is shown with its new parts."))
                .isVisible();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Nothing waits")))
                .isVisible();
        assertThat(BROWSER.complaints().stream().filter(complaint -> !complaint.contains("400")))
                .isEmpty();
    }

    @Test
    void looksGoodInTheDarkAndOnAPhone() {
        var page = enter(ColorScheme.DARK);
        page.setViewportSize(390, 844);
        page.navigate(at("/late-parts").toString());
        Accessibility.check(page, "late-parts-phone");
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .isLessThanOrEqualTo(0);
        assertThat(BROWSER.complaints().stream().filter(complaint -> !complaint.contains("400")))
                .isEmpty();
    }

    private Page enter(ColorScheme scheme) {
        door.openFor(fixture.person(Role.MODERATOR));
        var page = BROWSER.visitor(scheme);
        page.navigate(at("/library/enter").toString());
        return page;
    }
}
