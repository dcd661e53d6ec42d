package perennial.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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
import perennial.people.Person;
import perennial.people.Role;
import perennial.settings.PortalSettings;
import perennial.settings.Settings;

/** What a Moderator does with what waits, and its author with what comes back: keyboard alone where it can be. */
@Import({LibraryFixture.class, DemoMedia.class, SideDoor.class})
class ReviewJourneyTest extends PortalTest {
    private static final Browser BROWSER = new Browser();

    @Autowired
    private DemoMedia media;

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private SideDoor door;

    @Autowired
    private PortalSettings settings;

    @Autowired
    private JdbcClient jdbc;

    private Person author;

    @AfterAll
    static void stop() {
        BROWSER.close();
    }

    @BeforeEach
    void threeVideosWait() {
        var now = Settings.initial();
        settings.change(new Settings(now.name(), now.timeZone(), true, 1, false, now.defaultPublish()), "test");
        jdbc.sql("delete from media where status = 'IN_REVIEW' or source like 'zoom:demo/%'")
                .update();
        author = fixture.person(Role.CONTRIBUTOR);
        for (var title :
                new String[] {"What 14 nurses told us", "Pump gateway <b>questions</b>", "A porter on lifts"}) {
            media.old(author, title, 2);
        }
    }

    @AfterEach
    void settingsAsTheyWere() {
        settings.change(Settings.initial(), "test");
    }

    @Test
    void approvesRejectsAndReturnsByTheKeyboardAndTheAuthorReadsWhy() {
        var page = enter(fixture.person(Role.MANAGER), ColorScheme.LIGHT);
        page.navigate(at("/review").toString());
        assertThat(page.locator(".qi")).hasCount(3);
        Accessibility.check(page, "review");

        page.keyboard().press("j");
        assertThat(page.locator("#preview h2").first()).hasText("Pump gateway <b>questions</b>");
        page.keyboard().press("r");
        Accessibility.check(page, "review-reject");
        page.keyboard().type("Please cut minutes 12 to 15");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reject and tell them"))
                .click();
        assertThat(page.locator(".qi")).hasCount(2);
        page.keyboard().press("a");
        assertThat(page.getByText("Approved and published.")).isVisible();
        page.getByLabel("Select A porter on lifts").check();
        assertThat(page.locator("[data-sel]")).hasText("1 selected");
        fixture.describe(waitingItem(), author, "A porter on lifts", "Changed while they looked");
        page.locator("#many button[value=approve]").click();
        assertThat(page.getByText("1 left: This video was changed while you looked at it."))
                .isVisible();
        page.getByLabel("Select A porter on lifts").check();
        page.locator("#many button[value=approve]").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Nothing waits")))
                .isVisible();
        page.navigate(at("/review?show=rejected").toString());
        assertThat(page.locator("#preview")).containsText("Please cut minutes 12 to 15");

        var authors = enter(author, ColorScheme.LIGHT);
        authors.navigate(at("/drafts").toString());
        assertThat(authors.locator(".why")).containsText("Please cut minutes 12 to 15");
        Accessibility.check(authors, "drafts-rejected");
        assertThat(BROWSER.complaints()).isEmpty();
    }

    @Test
    void looksGoodInTheDarkAndOnAPhone() {
        var page = enter(fixture.person(Role.MODERATOR), ColorScheme.DARK);
        page.navigate(at("/review").toString());
        Accessibility.check(page, "review-dark");
        page.setViewportSize(390, 844);
        page.navigate(at("/review").toString());
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .isLessThanOrEqualTo(0);
        Accessibility.check(page, "review-phone");
        assertThat(BROWSER.complaints()).isEmpty();
    }

    private MediaId waitingItem() {
        return new MediaId(jdbc.sql("select id from media where status = 'IN_REVIEW'")
                .query(UUID.class)
                .single());
    }

    private Page enter(Person person, ColorScheme scheme) {
        door.openFor(person);
        var page = BROWSER.visitor(scheme);
        page.navigate(at("/library/enter").toString());
        return page;
    }
}
