package perennial.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.PortalTest;
import perennial.library.LibraryFixture;
import perennial.library.MediaId;
import perennial.library.Wish;
import perennial.people.Person;
import perennial.people.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Comments (P4) over the API, rights first. */
@Import(LibraryFixture.class)
class CommentsTest extends PortalTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private JsonMapper json;

    @Autowired
    private JdbcClient jdbc;

    private Person author;
    private Person viewer;

    @AfterAll
    static void close() {
        HTTP.close();
    }

    @BeforeEach
    void twoPeople() {
        author = fixture.person(Role.CONTRIBUTOR);
        viewer = fixture.person(Role.VIEWER);
    }

    @Test
    void answersWhoMayNotSeeTheVideoAsIfThereWereNone() throws Exception {
        var comments = comments(fixture.add(author, Wish.DRAFT, "Secret"));
        var mine = write(comments, author, "for my eyes", null);

        assertThat(send("GET", comments, null, viewer).statusCode()).isEqualTo(404);
        assertThat(send("POST", comments, Map.of("text", "hello"), viewer).statusCode())
                .isEqualTo(404);
        assertThat(send("PATCH", comments + "/" + mine, Map.of("text", "hello"), viewer)
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("DELETE", comments + "/" + mine, null, viewer).statusCode())
                .isEqualTo(404);
        assertThat(send("GET", comments, null, null).statusCode()).isEqualTo(401);
        assertThat(texts(comments, author)).containsExactly("for my eyes");
    }

    @Test
    void letsOnlyTheWriterChangeAndOnlyTheWriterTheAuthorAndModeratorsDelete() throws Exception {
        var comments = comments(fixture.add(author, Wish.PUBLISHED, "Planning"));
        var other = fixture.person(Role.CONTRIBUTOR);
        var first = comments + "/" + write(comments, viewer, "first", 12.5);
        var second = comments + "/" + write(comments, viewer, "second", null);
        var third = comments + "/" + write(comments, viewer, "third", null);

        for (var somebody : List.of(other, author, fixture.person(Role.MODERATOR))) {
            assertThat(send("PATCH", first, Map.of("text", "forged"), somebody).statusCode())
                    .isEqualTo(403);
        }
        assertThat(send("DELETE", first, null, other).statusCode()).isEqualTo(403);
        var changed = read(send("PATCH", first, Map.of("text", "better"), viewer));
        assertThat(changed.get("text").asString()).isEqualTo("better");
        assertThat(changed.get("at").asDouble()).isEqualTo(12.5);
        assertThat(changed.get("editedAt").isNull()).isFalse();
        assertThat(send("DELETE", first, null, viewer).statusCode()).isEqualTo(204);
        assertThat(send("DELETE", second, null, author).statusCode()).isEqualTo(204);
        assertThat(send("DELETE", third, null, fixture.person(Role.MODERATOR)).statusCode())
                .isEqualTo(204);
        assertThat(send("DELETE", third, null, viewer).statusCode()).isEqualTo(404);
        assertThat(texts(comments, viewer)).isEmpty();
        assertThat(audited(viewer)).contains("watch.comment-written", "watch.comment-changed", "watch.comment-deleted");
    }

    @Test
    void putsRepliesUnderTheirCommentOneLevelDeep() throws Exception {
        var comments = comments(fixture.add(author, Wish.PUBLISHED, "Planning"));
        var first = comments + "/" + write(comments, viewer, "first", 12.5);
        write(comments, viewer, "second", null);

        var reply = read(send("POST", first + "/replies", Map.of("text", "thank you"), author));
        var beside = read(send(
                "POST", comments + "/" + reply.get("id").asString() + "/replies", Map.of("text", "welcome"), viewer));
        var empty = send("POST", first + "/replies", Map.of("text", " "), author);
        var lost = send("POST", comments + "/nonsense/replies", Map.of("text", "where"), author);

        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(first).endsWith(reply.get("answers").asString());
        assertThat(beside.get("answers")).isEqualTo(reply.get("answers"));
        assertThat(beside.get("at").isNull()).isTrue();
        assertThat(texts(comments, viewer)).containsExactly("second", "first");
        var items = read(send("GET", comments, null, viewer)).get("items");
        assertThat(items.get(1)
                        .get("replies")
                        .valueStream()
                        .map(each -> each.get("text").asString()))
                .containsExactly("thank you", "welcome");
        assertThat(send("DELETE", comments + "/" + reply.get("id").asString(), null, viewer)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("DELETE", first, null, viewer).statusCode()).isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from media_comment where text in ('thank you', 'welcome')")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void findsACommentOnlyUnderItsOwnVideo() throws Exception {
        var comments = comments(fixture.add(author, Wish.PUBLISHED, "Planning"));
        var other = fixture.person(Role.CONTRIBUTOR);
        var elsewhere = comments(fixture.add(other, Wish.PUBLISHED, "Mine"));
        var id = write(comments, author, "stays", null);

        assertThat(send("DELETE", elsewhere + "/" + id, null, other).statusCode())
                .isEqualTo(404);
        assertThat(send("DELETE", comments + "/nonsense", null, other).statusCode())
                .isEqualTo(404);
        assertThat(texts(comments, author)).containsExactly("stays");
    }

    @Test
    void keepsCommentsToItselfWhileTheyAreSwitchedOff() throws Exception {
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        var comments = comments(id);
        var one = write(comments, viewer, "before", null);

        send("PATCH", "/api/v1/media/" + id, Map.of("comments", false), author);
        assertThat(texts(comments, viewer)).isEmpty();
        assertThat(send("POST", comments, Map.of("text", "after"), viewer).statusCode())
                .isEqualTo(409);
        assertThat(send("PATCH", comments + "/" + one, Map.of("text", "after"), viewer)
                        .statusCode())
                .isEqualTo(409);
        send("PATCH", "/api/v1/media/" + id, Map.of("comments", true), author);

        assertThat(texts(comments, viewer)).containsExactly("before");
    }

    @Test
    void refusesWhatIsNoComment() throws Exception {
        var comments = comments(fixture.add(author, Wish.PUBLISHED, "Planning"));

        var empty = send("POST", comments, Map.of("text", " \n\u0000 "), viewer);
        var long_ = send("POST", comments, Map.of("text", "x".repeat(4_001)), viewer);
        var late = send("POST", comments, Map.of("text", "later", "at", 90.001), viewer);
        var early = send("POST", comments, Map.of("text", "earlier", "at", -1), viewer);

        assertThat(List.of(empty, long_, late, early))
                .allSatisfy(reply -> assertThat(reply.statusCode()).isEqualTo(400));
        assertThat(empty.body()).contains("invalid-text");
        assertThat(long_.body()).contains("4,001");
        assertThat(late.body()).contains("invalid-at");
        assertThat(texts(comments, viewer)).isEmpty();
    }

    @Test
    void readsPageAfterPageWhileOthersWrite() throws Exception {
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        var comments = comments(id);
        jdbc.sql("""
                        insert into media_comment (id, media, author, text, written_at)
                        select gen_random_uuid(), :media, :author, 'number ' || n,
                            timestamptz '2026-01-01' + (n / 3) * interval '1 minute'
                        from generate_series(1, 70) n""")
                .param("media", id.value())
                .param("author", viewer.id().value())
                .update();

        var first = read(send("GET", comments, null, viewer));
        write(comments, viewer, "the newest", null);
        var second = read(send("GET", comments + "?cursor=" + first.get("next").asString(), null, viewer));
        var third = read(send("GET", comments + "?cursor=" + second.get("next").asString(), null, viewer));

        assertThat(first.get("items")).hasSize(30);
        assertThat(third.get("next").isNull()).isTrue();
        assertThat(itemTexts(first))
                .doesNotContainAnyElementsOf(itemTexts(second))
                .doesNotContainAnyElementsOf(itemTexts(third));
        assertThat(itemTexts(first).size()
                        + itemTexts(second).size()
                        + itemTexts(third).size())
                .isEqualTo(70);
        assertThat(texts(comments, viewer)).first().isEqualTo("the newest");
        assertThat(send("GET", comments + "?cursor=nonsense", null, viewer).statusCode())
                .isEqualTo(400);
    }

    @Test
    void showsGuestsOfAPublicVideoTheCommentsAsTextAndNothingToFillIn() throws Exception {
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        send("PATCH", "/api/v1/media/" + id, Map.of("access", "public"), author);
        write(comments(id), viewer, "<script>alert(1)</script>\n<b>bold</b>", 3.0);

        var page = send("GET", "/watch/" + id, null, null).body();

        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("data-seek=\"3\"")
                .contains("to write a comment")
                .doesNotContain("<script>alert")
                .doesNotContain("<textarea");
    }

    private static String comments(MediaId id) {
        return "/api/v1/media/" + id + "/comments";
    }

    private String write(String comments, Person by, String text, @Nullable Double at) throws Exception {
        var reply = send("POST", comments, at == null ? Map.of("text", text) : Map.of("text", text, "at", at), by);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
        return read(reply).get("id").asString();
    }

    private List<String> texts(String comments, Person reader) throws Exception {
        return itemTexts(read(send("GET", comments, null, reader)));
    }

    private static List<String> itemTexts(JsonNode page) {
        var found = new ArrayList<String>();
        for (var one : page.path("items")) found.add(one.path("text").asString(""));
        return found;
    }

    private JsonNode read(HttpResponse<String> reply) {
        return json.readTree(reply.body());
    }

    private List<String> audited(Person person) {
        return jdbc.sql("select action from audit_entry where actor = :actor")
                .param("actor", person.email())
                .query((row, number) -> row.getString("action"))
                .list();
    }

    private HttpResponse<String> send(String method, String path, @Nullable Object body, @Nullable Person person)
            throws IOException, InterruptedException {
        var written = body == null ? null : json.writeValueAsString(body);
        return call(method, path, written, person == null ? null : fixture.token(person));
    }
}
