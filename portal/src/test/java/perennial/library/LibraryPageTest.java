package perennial.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    @Autowired
    private Categories categories;

    @Autowired
    private JdbcClient jdbc;

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
        var first = browser.get("/library?sort=title&view=list&len=0-900&host=" + author.id())
                .body();

        assertThat(first)
                .contains("cards list")
                .contains("30 videos")
                .contains("Shelf 0")
                .contains("Clear filters");
        var more = first.substring(first.indexOf("hx-get=\"/library?") + 8);
        var next = browser.get(more.substring(0, more.indexOf('"')).replace("&amp;", "&"))
                .body();
        assertThat(next).contains("cards list", "Shelf 4", "Shelf 9").doesNotContain("Shelf 29", "30 videos");
    }

    @Test
    void offersCategoriesAndTagsAndTellsNoNameOfWhatOneMayNotSee() {
        var category = categories
                .add("Research " + CategoryId.random(), fixture.person(Role.MANAGER))
                .id();
        var hidden = categories
                .add("Hidden " + CategoryId.random(), fixture.person(Role.MANAGER))
                .id();
        var id = fixture.add(fixture.person(Role.CONTRIBUTOR), Wish.PUBLISHED, "Labelled");
        jdbc.sql("update media set category = ? where id = ?")
                .params(category.value(), id.value())
                .update();
        jdbc.sql("insert into media_tag (media, tag_key, tag) values (?, 'a&b', 'A&B')")
                .params(id.value())
                .update();

        var shown = browser.get("/library?tag=a%26b&category=" + category).body();

        assertThat(shown)
                .contains("Labelled", "1 video", "data-t=\"A&amp;B\"", "data-t=\"Research")
                .doesNotContain("Hidden ");
        assertThat(browser.get("/library?category=" + hidden).body())
                .contains("No video fits")
                .doesNotContain("Hidden ");
        assertThat(browser.get("/search?q=labelled&tag=nothing").body())
                .contains("Clear filters")
                .doesNotContain("/watch/" + id);
    }

    @Test
    void saysWhatToDoWhereNothingFits() {
        assertThat(browser.get("/library?len=2700-&date=7&source=zoom").body())
                .contains("No video fits these filters")
                .contains("Clear filters");
    }

    @Test
    void passesOverFiltersThatMakeNoSense() {
        assertThat(browser.get("/library?len=9-x&date=own&from=2026-99-99&host=%27&sort=size&view=&transcript=1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/library?after=nonsense").statusCode()).isEqualTo(400);
    }
}
