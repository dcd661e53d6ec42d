package perennial.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.Browser;
import perennial.PortalTest;
import perennial.Statements;
import perennial.people.Person;
import perennial.people.Role;

/** The library page as somebody who is signed in gets it. */
@Import({LibraryFixture.class, DemoMedia.class, SideDoor.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryPageTest extends PortalTest {
    private final Browser browser = new Browser(this::at);

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private SideDoor door;

    private Person author;

    @BeforeAll
    void signIn() {
        author = fixture.person(Role.CONTRIBUTOR);
        for (var i = 0; i < 30; i++) fixture.add(author, Wish.PUBLISHED, "Shelf " + i);
        door.openFor(author);
        browser.get("/library/enter");
    }

    @AfterAll
    void leave() {
        browser.close();
    }

    @Test
    void costsNoMoreStatementsHoweverManyVideosItShows() {
        browser.get("/library");

        var first = Statements.during(() -> browser.get("/library"));
        var filtered = Statements.during(() -> browser.get("/library?sort=title&len=0-900&host=" + author.id()));

        assertThat(Statements.ofMedia(first)).as("%s", first).hasSizeBetween(3, 6);
        assertThat(Statements.ofMedia(filtered)).as("%s", filtered).hasSizeBetween(3, 6);
        assertThat(first).hasSizeLessThanOrEqualTo(14);
        assertThat(String.join(" ", first)).doesNotContainIgnoringCase(" offset ");
    }

    @Test
    void keepsFiltersOrderAndViewFromPageToPage() {
        var first = browser.get("/library?sort=title&view=list&len=0-900&host=" + author.id()).body();

        assertThat(first).contains("cards list").contains("30 videos").contains("Shelf 0").contains("Clear filters");
        var more = first.substring(first.indexOf("hx-get=\"/library?") + 8);
        var next = browser.get(more.substring(0, more.indexOf('"')).replace("&amp;", "&")).body();
        assertThat(next).contains("cards list", "Shelf 4", "Shelf 9").doesNotContain("Shelf 29", "30 videos");
    }

    @Test
    void saysWhatToDoWhereNothingFits() {
        assertThat(browser.get("/library?len=2700-&date=7&source=zoom").body())
                .contains("No video fits these filters")
                .contains("Clear filters");
    }

    @Test
    void passesOverFiltersThatMakeNoSense() {
        assertThat(browser.get("/library?len=9-x&date=own&from=2026-99-99&host=%27&sort=size&view=&transcript=1").statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/library?after=nonsense").statusCode()).isEqualTo(400);
    }
}
