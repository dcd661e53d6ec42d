package perennial.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
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
import perennial.library.SideDoor;
import perennial.people.Person;
import perennial.people.Role;
import perennial.settings.PortalSettings;
import perennial.settings.Settings;

/** What an author does with a video (P5), and a Manager with categories, defaults and the bin. */
@Import({LibraryFixture.class, DemoMedia.class, SideDoor.class})
class PublishingJourneyTest extends PortalTest {
    private static final Browser BROWSER = new Browser();
    private static final String TITLE = "Ward board <i>prototype</i>";

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

    private final List<Page> pages = new ArrayList<>();
    private Person author;
    private String id;

    @AfterAll
    static void stop() {
        BROWSER.close();
    }

    @BeforeEach
    void oneVideo() {
        jdbc.sql("delete from media where source like 'zoom:demo/%'").update();
        author = fixture.person(Role.CONTRIBUTOR);
        media.old(author, TITLE, 1);
        id = jdbc.sql("select id::text from media where title = ?")
                .param(TITLE)
                .query(String.class)
                .single();
    }

    @AfterEach
    void settingsAsTheyWere() {
        pages.forEach(page -> page.context().close());
        settings.change(Settings.initial(), "test");
    }

    @Test
    void setsAVideosViewersTimesCaptionsAndPictureAndGivesItsLinkAway() {
        var page = enter(author, ColorScheme.LIGHT);
        page.navigate(at("/media/" + id + "/edit").toString());
        page.getByLabel("Tags").fill("ward, prototype");
        page.getByLabel("Anyone with the link").check();
        page.locator("#availableFrom").fill("2026-01-02T08:00");
        page.locator("#availableUntil").fill("2026-01-01T08:00");
        page.getByLabel("Chosen people and groups").last().fill("nobody@example.org");
        save(page);
        assertThat(page.locator("#e-grants")).containsText("nobody@example.org");
        page.locator("#grants").fill("");
        save(page);
        assertThat(page.locator("#e-availableUntil")).containsText("before the start");
        assertThat(page.getByLabel("Tags")).hasValue("ward, prototype");
        Accessibility.check(page, "media-edit-wrong");
        page.locator("#availableUntil").fill("");
        save(page);
        assertThat(page.getByLabel("Tags")).hasValue("prototype, ward");

        page.getByLabel("Language").fill("sv");
        page.locator("#captions-file")
                .setInputFiles(new FilePayload(
                        "sv.vtt", "text/vtt", "WEBVTT\n\n00:01.000 --> 00:03.000\nHej <b>\n".getBytes(UTF_8)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add a file"))
                .click();
        assertThat(page.locator("#captions tbody")).containsText("Svenska");
        Accessibility.check(page, "media-edit");

        var link = page.locator("#link").inputValue();
        var stranger = BROWSER.visitor(ColorScheme.LIGHT);
        stranger.navigate(at(link.substring(link.indexOf("/v/"))).toString());
        assertThat(stranger.locator("h1")).hasText(TITLE);
        stranger.waitForFunction("() => document.querySelector('video').readyState >= 2");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke it and make a new one"))
                .click();
        assertThat(page.getByText("The old link has ended.")).isVisible();
        assertThat(complaints()).isEmpty();
        stranger.close();
    }

    @Test
    void keepsCategoriesAndPurgesTheBinOnlyByTypedWords() {
        var manager = fixture.person(Role.MANAGER);
        var page = enter(manager, ColorScheme.LIGHT);
        page.navigate(at("/settings/categories").toString());
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Research");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Add").setExact(true))
                .click();
        assertThat(page.getByLabel("Name of Research")).hasValue("Research");
        Accessibility.check(page, "categories");
        page.navigate(at("/settings").toString());
        Accessibility.check(page, "settings-publishing");

        page.navigate(at("/media/" + id + "/edit").toString());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move to the bin"))
                .click();
        page.getByLabel("Select " + TITLE).check();
        Accessibility.check(page, "bin");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Purge selected"))
                .click();
        var purge = page.locator("#purge-go");
        assertThat(purge).isDisabled();
        Accessibility.check(page, "bin-purge");
        page.locator("#words").fill("purge 1 video");
        purge.click();
        assertThat(page.getByText("1 video is purged.")).isVisible();
        jdbc.sql("delete from category").update();
    }

    @Test
    void looksGoodInTheDarkAndOnAPhone() {
        var page = enter(fixture.person(Role.MANAGER), ColorScheme.DARK);
        for (var place : new String[] {"/media/" + id + "/edit", "/settings/categories", "/bin", "/settings"}) {
            var name = place.replaceAll(".*/", "");
            page.setViewportSize(1440, 900);
            page.navigate(at(place).toString());
            Accessibility.check(page, "publishing-dark-" + name);
            page.setViewportSize(390, 844);
            page.navigate(at(place).toString());
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                    .as("sideways scrolling of " + place)
                    .isLessThanOrEqualTo(0);
            Browser.screenshot(page, "publishing-phone-" + name);
        }
        assertThat(complaints()).isEmpty();
    }

    /** Chromium complains of every refused form, which here are wanted. */
    private static List<String> complaints() {
        return BROWSER.complaints().stream()
                .filter(one -> !one.contains("status of 400") && !one.contains("status of 409"))
                .toList();
    }

    private static void save(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
    }

    private Page enter(Person person, ColorScheme scheme) {
        door.openFor(person);
        var page = BROWSER.visitor(scheme);
        pages.add(page);
        page.navigate(
                at("/library/enter").toString(),
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        return page;
    }
}
