package perennial.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
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

/** What viewers write under a video (P4), with scripts and without. */
@Import({LibraryFixture.class, DemoMedia.class, SideDoor.class})
class CommentsJourneyTest extends PortalTest {
    private static final Browser BROWSER = new Browser();
    private static final String TITLE = "Budget review";

    @Autowired
    private DemoMedia media;

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private SideDoor door;

    @Autowired
    private JdbcClient jdbc;

    private Person viewer;
    private String watch;

    @AfterAll
    static void stop() {
        BROWSER.close();
    }

    @BeforeEach
    void oneVideo() {
        jdbc.sql("delete from media where source like 'zoom:demo/%'").update();
        media.old(fixture.person(Role.CONTRIBUTOR), TITLE, 1);
        viewer = fixture.person(Role.VIEWER);
        watch = "/watch/"
                + jdbc.sql("select id::text from media where title = ?")
                        .param(TITLE)
                        .query(String.class)
                        .single();
    }

    @Test
    void writesAtTheMomentThatPlaysOrAtNoneChangesAndDeletesWhileTheVideoStays() {
        var page = enter(BROWSER.visitor(ColorScheme.LIGHT), watch + "?t=21");
        page.waitForFunction("() => document.querySelector('video').currentTime >= 21");

        page.locator("#nc").fill("The numbers <b>here</b>\nare from March.");
        press(page, "Comment");
        var comment = page.locator(".clist > li");
        assertThat(comment.locator("p")).hasText("The numbers <b>here</b>\nare from March.");
        assertThat(comment.locator(".jump")).hasText("0:21");
        page.evaluate("() => videojs('player').seek(3)");
        comment.locator(".jump").click();
        page.waitForFunction("() => document.querySelector('video').currentTime >= 21");

        comment.getByText("Edit").click();
        comment.getByRole(AriaRole.TEXTBOX).fill("The numbers are from April.");
        press(page, "Save");
        assertThat(comment.locator("header")).containsText("edited");
        Accessibility.check(page, "comments");
        comment.getByText("Delete", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
        press(page, "Delete for good");
        assertThat(comment).hasCount(0);

        page.navigate(at(watch + "?t=0").toString());
        var stamp = page.getByLabel("At 0:00");
        assertThat(stamp).not().isChecked();
        page.locator("#nc").fill("About all of it.");
        press(page, "Comment");
        assertThat(comment.locator("p")).hasText("About all of it.");
        assertThat(comment.locator(".jump")).hasCount(0);
        stamp.check();
        page.locator("#nc").fill("Right at the start.");
        press(page, "Comment");
        assertThat(comment.first().locator(".jump")).hasText("0:00");

        comment.first()
                .getByText("Reply", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
        comment.first().getByLabel("Your reply to").fill("And so it goes on.");
        press(page, "Send reply");
        assertThat(page.locator(".clist > li.reply p")).hasText("And so it goes on.");
        Accessibility.check(page, "comments-reply");

        page.locator("#nc").fill("   ");
        press(page, "Comment");
        assertThat(page.locator("#e-nc")).containsText("nothing in this comment");
        assertThat(complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void needsNoScriptsAndLooksGoodInTheDarkAndOnAPhone() {
        var page = enter(BROWSER.withoutScripts(), watch);
        page.getByLabel("At this moment of the video, or empty").fill("0:99");
        page.locator("#nc").fill("Typed by hand.");
        press(page, "Comment");
        assertThat(page.locator("#e-at")).containsText("19:20");
        assertThat(page.locator("#nc")).hasValue("Typed by hand.");
        page.getByLabel("At this moment of the video, or empty").fill("0:42");
        press(page, "Comment");
        assertThat(page.locator(".clist .jump")).hasText("0:42");
        page.context().close();

        page = enter(BROWSER.visitor(ColorScheme.DARK), watch);
        Accessibility.check(page, "comments-dark");
        page.setViewportSize(390, 844);
        page.navigate(at(watch).toString());
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .isLessThanOrEqualTo(0);
        Browser.screenshot(page, "comments-phone");
        page.context().close();
    }

    /** Chromium complains of every refused form, which here is wanted. */
    private static List<String> complaints() {
        return BROWSER.complaints().stream()
                .filter(one -> !one.contains("status of 422"))
                .toList();
    }

    private Page enter(Page page, String path) {
        door.openFor(viewer);
        page.navigate(at("/library/enter").toString());
        page.navigate(at(path).toString());
        return page;
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
