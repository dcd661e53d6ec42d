package perennial.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.Browser;
import perennial.PortalTest;
import perennial.people.Person;
import perennial.people.Role;

/** What the forms of the library send and what comes back, also where something changed while they were open. */
@Import({LibraryFixture.class, DemoMedia.class, SideDoor.class})
class LibraryFormsTest extends PortalTest {
    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private SideDoor door;

    @Autowired
    private Library library;

    @Autowired
    private MediaChanges changes;

    @Autowired
    private MediaEditing editing;

    @Autowired
    private TextEdits edits;

    @Autowired
    private Contents contents;

    @Autowired
    private JdbcClient jdbc;

    private final Browser browser = new Browser(this::at);
    private Person author;

    @BeforeEach
    void someAuthor() {
        author = fixture.person(Role.CONTRIBUTOR);
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @Test
    void asksAboutExactlyWhatItPurgesAlsoOfAnotherPageOfTheBin() {
        var manager = enter(Role.MANAGER);
        var behind = binned();
        jdbc.sql("update media set recorded_at = '1999-01-01T00:00:00Z' where id = ?")
                .param(behind.value())
                .update();
        for (var i = 0; i < 50; i++) binned();
        var restored = binned();
        changes.restore(restored, manager);
        var chosen = Map.of("item", behind + "," + restored);

        var asked = browser.submit("/bin", "/bin/purge", chosen);

        assertThat(asked.body()).contains("Purge 1 video?", hidden(behind)).doesNotContain(hidden(restored));
        var purged = browser.submit("/bin", "/bin/purge", Map.of("item", behind.toString(), "words", "purge 1 video"));
        assertThat(purged.statusCode()).isEqualTo(302);
        assertThat(library.find(behind)).isEmpty();
        assertThat(library.find(restored)).isPresent();
    }

    @Test
    void restoresWhatItCanAndTellsWhatItCannot() {
        enter(author);
        var own = List.of(binned(), binned());
        var items = own.getFirst() + "," + MediaId.random() + "," + own.getLast();

        browser.submit("/bin", "/bin/restore", Map.of("item", items));

        assertThat(own).allMatch(id -> library.status(id).orElseThrow() == MediaStatus.PUBLISHED);
        assertThat(browser.get("/bin").body()).contains("2 videos are back. 1 left: ");
    }

    @Test
    void saysThatAVideoIsItsNewAuthorsAndGoesToTheLibrary() {
        enter(author);
        var heir = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(author, Wish.DRAFT, "Planning");

        var saved = save(id, Map.of("author", heir.id().toString()));

        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(saved.headers().firstValue("Location").orElseThrow()).endsWith("/library");
        assertThat(browser.get("/library").body()).contains("its new author");
    }

    @Test
    void leavesWhatNobodyTouchedSoThatTagsSendNothingToReview() {
        enter(author);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        jdbc.sql("""
                        update media set moderated = true, status = 'PUBLISHED', description = E'One\r\nTwo',
                            available_from = '2020-11-25T08:00:30Z' where id = ?""").param(id.value()).update();

        save(id, Map.of("tags", "budget", "availableFrom", shown(id, "availableFrom")));

        var kept = editing.of(library.find(id).orElseThrow());
        assertThat(library.status(id)).contains(MediaStatus.PUBLISHED);
        assertThat(kept.tags()).containsExactly("budget");
        assertThat(kept.availableFrom()).isEqualTo("2020-11-25T08:00:30Z");
        assertThat(kept.description()).isEqualTo("One\r\nTwo");
    }

    @Test
    void keepsGroupsWithACommaAndLooksUpNoMoreThanItKeeps() {
        enter(author);
        var id = fixture.add(author, Wish.DRAFT, "Planning");
        var group = UUID.randomUUID();
        var name = "Sales, North " + group;
        jdbc.sql(
                        "insert into person_group (id, name, name_key, created_at, created_by) values (?, ?, ?, now(), 'test')")
                .params(group, name, name.toLowerCase(Locale.ROOT))
                .update();

        save(id, Map.of("grants", name));
        save(id, Map.of("title", "Plans"));

        var kept = editing.of(library.find(id).orElseThrow());
        assertThat(kept.title()).isEqualTo("Plans");
        assertThat(kept.grants()).extracting(Grant::name).containsExactly(name);
        var many = IntStream.rangeClosed(0, MediaEditing.MOST_GRANTS)
                .mapToObj(number -> "nobody-" + number)
                .collect(Collectors.joining("\r\n"));
        assertThat(save(id, Map.of("grants", many)).body()).contains("Choose at most 500 people and groups");
    }

    @Test
    void takesTheDayItWasRecordedButNoneToCome() {
        enter(author);
        var id = fixture.add(author, Wish.DRAFT, "Planning");

        save(id, Map.of("recordedAt", "2024-05-06T07:08"));
        assertThat(shown(id, "recordedAt")).isEqualTo("2024-05-06T07:08");

        assertThat(save(id, Map.of("recordedAt", "2999-01-01T00:00")).body()).contains("has passed");
        assertThat(save(id, Map.of("recordedAt", "")).body()).contains("Enter the day");
        assertThat(shown(id, "recordedAt")).isEqualTo("2024-05-06T07:08");
    }

    @Test
    void takesChaptersOneALineAndKeepsUntouchedOnesToTheMillisecond() {
        enter(author);
        var id = fixture.add(author, Wish.DRAFT, "Planning");
        edits.chapters(id, author, List.of(new ChapterMark(Duration.ofMillis(400), "Part 1")));
        var page = "/media/" + id + "/edit";

        browser.submit(page, "/media/" + id + "/chapters", Map.of("chapters", "0:00 Part 1\r\n\r\n0:02 The budget"));

        assertThat(chapters(id))
                .containsExactly(
                        new ChapterMark(Duration.ofMillis(400), "Part 1"),
                        new ChapterMark(Duration.ofSeconds(2), "The budget"));
        assertThat(browser.get(page).body()).contains("0:00 Part 1\n0:02 The budget</textarea>");
        for (var wrong : List.of("The budget", "0:02 The budget\n0:01 Before it", "9:00:00 Behind the end")) {
            var again = browser.submit(page, "/media/" + id + "/chapters", Map.of("chapters", wrong));
            assertThat(again.statusCode()).as(wrong).isEqualTo(400);
            assertThat(again.body()).contains(wrong + "</textarea>");
        }
        assertThat(chapters(id)).hasSize(2);
    }

    private List<ChapterMark> chapters(MediaId id) {
        return contents.of(library.find(id).orElseThrow(), author.id()).chapters();
    }

    @Test
    void letsEditorsShareTheSecretLinkNotTheirOwnPage() {
        enter(author);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        save(id, Map.of("access", "link", "share", "on"));
        var link = MediaAddresses.link(editing.link(id, author).orElseThrow());

        assertThat(browser.get("/watch/" + id).body()).contains("data-share=\"start\" data-link=\"" + link + "\"");
        try (var stranger = new Browser(this::at)) {
            assertThat(stranger.get(link).body()).contains("Planning").doesNotContain("data-link=\"/v/");
        }
    }

    /** The form as it comes, but for {@code changed}. */
    private HttpResponse<String> save(MediaId id, Map<String, String> changed) {
        var now = editing.of(library.find(id).orElseThrow());
        var fields = new HashMap<>(Map.of(
                "title", now.title(),
                "description", now.description().replace("\r\n", "\n").replace("\n", "\r\n"),
                "author", now.author().toString(),
                "recordedAt", shown(id, "recordedAt"),
                "tags", String.join(", ", now.tags()),
                "access", now.access().word(),
                "grants", Grantees.names(now.grants()).replace("\n", "\r\n")));
        fields.putAll(changed);
        var page = "/media/" + id + "/edit";
        return browser.submit(page, page, fields);
    }

    /** What a field of the form holds. */
    private String shown(MediaId id, String field) {
        return browser.get("/media/" + id + "/edit")
                .body()
                .replaceAll("(?s).*name=\"" + field + "\"[^>]*value=\"([^\"]+)\".*", "$1");
    }

    private static String hidden(MediaId id) {
        return "<input type=\"hidden\" name=\"item\" value=\"" + id + "\">";
    }

    private MediaId binned() {
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        changes.bin(id, author);
        return id;
    }

    private Person enter(Role role) {
        var person = fixture.person(role);
        enter(person);
        return person;
    }

    private void enter(Person person) {
        door.openFor(person);
        browser.get("/library/enter");
    }
}
