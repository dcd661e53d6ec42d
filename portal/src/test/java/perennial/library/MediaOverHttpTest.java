package perennial.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.Browser;
import perennial.PortalTest;
import perennial.people.Person;
import perennial.people.PersonId;
import perennial.people.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API and the routes that give out bytes, asked by bearer token as scripts do. */
@Import(LibraryFixture.class)
class MediaOverHttpTest extends PortalTest {
    private static final String VIEW = "shared_screen_with_speaker_view(CC)";

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private JsonMapper json;

    @Test
    void sendsExactlyTheFieldsOfTheContract() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(author, Wish.PUBLISHED, "<b>Planning</b>");

        var item = json.readTree(get("/api/v1/media/" + id, author).body());

        assertThat(item.propertyNames())
                .containsExactly(
                        "id",
                        "title",
                        "description",
                        "author",
                        "status",
                        "access",
                        "grants",
                        "category",
                        "tags",
                        "availableFrom",
                        "availableUntil",
                        "download",
                        "embed",
                        "share",
                        "comments",
                        "recordedAt",
                        "duration",
                        "views",
                        "files",
                        "captions",
                        "chat",
                        "chapters");
        assertThat(item.get("title").asString()).isEqualTo("<b>Planning</b>");
        assertThat(item.get("author").propertyNames()).containsExactly("id", "email", "name");
        assertThat(item.get("status").asString()).isEqualTo("published");
        assertThat(item.get("access").asString()).isEqualTo("portal");
        assertThat(item.get("recordedAt").asString()).isEqualTo("2026-02-27T13:00:00Z");
        assertThat(item.get("duration").asDouble()).isEqualTo(90);
        assertThat(item.at("/views/0/name").asString()).isEqualTo(VIEW);
        assertThat(item.at("/files/0").propertyNames()).containsExactly("id", "name", "type", "size", "sha256", "url");
        assertThat(item.at("/captions/0/language").asString()).isEqualTo("en");
        assertThat(item.at("/chat/0/time").asDouble()).isEqualTo(2.25);
        assertThat(item.at("/chapters/1/start").asDouble()).isEqualTo(40.5);
    }

    @Test
    void givesTheBytesItsAddressesName() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var item = json.readTree(get("/api/v1/media/" + fixture.add(author, Wish.DRAFT, "Planning"), author)
                .body());

        var view = get(url(item, "/views/0/url"), author);
        var file = get(url(item, "/files/0/url"), author);

        assertThat(view.body()).isEqualTo("video hello");
        assertThat(view.headers().firstValue("Content-Type")).contains("video/mp4");
        assertThat(file.body()).isEqualTo("original hello");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .doesNotContain("/")
                .contains("mp4");
    }

    @Test
    void answersAnotherPersonsDraftLikeWhatDoesNotExist() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var item = json.readTree(get("/api/v1/media/" + fixture.add(author, Wish.DRAFT, "Secret"), author)
                .body());
        var id = item.get("id").asString();
        var stranger = fixture.person(Role.CONTRIBUTOR);
        var routes = List.of(
                "/api/v1/media/" + id,
                "/media/" + id + "/poster.jpg",
                "/media/" + id + "/chapters.vtt",
                url(item, "/views/0/url"),
                url(item, "/files/0/url"),
                url(item, "/captions/0/url"));

        for (var route : routes) {
            var refused = get(route, stranger);
            assertThat(refused.statusCode()).as(route).isEqualTo(404);
            assertThat(refused.body()).as(route).doesNotContain("Secret").doesNotContain("hello");
        }
        assertThat(get("/watch/" + id, null).statusCode()).isEqualTo(302); // a guest may sign in first
        assertThat(get("/media/" + id + "/poster.jpg", null).statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/media/" + MediaId.random(), stranger).statusCode())
                .isEqualTo(404);
        assertThat(get("/api/v1/media/nonsense", stranger).statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/media", stranger).body()).doesNotContain(id);
    }

    @Test
    void keepsTheOriginalsAndForbiddenDownloadsFromViewers() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var viewer = fixture.person(Role.VIEWER);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        var mine = json.readTree(get("/api/v1/media/" + id, author).body());
        var theirs = json.readTree(get("/api/v1/media/" + id, viewer).body());

        assertThat(theirs.get("files")).isEmpty();
        assertThat(get(url(mine, "/files/0/url"), viewer).statusCode()).isEqualTo(404);
        assertThat(get(url(mine, "/views/0/url"), viewer).statusCode()).isEqualTo(200);
        assertThat(get(url(mine, "/views/0/url") + "?download", viewer).statusCode())
                .isEqualTo(404);
        assertThat(get(url(mine, "/views/0/url") + "?download", author)
                        .headers()
                        .firstValue("Content-Disposition"))
                .isPresent();
    }

    @Test
    void writesCaptionsAndChaptersInWhichNothingIsMarkup() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var item = new NewMedia(
                "zoom:account/" + MediaId.random(),
                "Planning",
                author.id(),
                LibraryFixture.RECORDED,
                Wish.DRAFT,
                fixture.content("</v><c.x>--> &amp;\n\n00:00:09.000 --> 00:00:10.000\nsecond"));
        var id = library.add(item);

        var captions = get("/media/" + id + "/captions/en.vtt", author);
        var chapters = get("/media/" + id + "/chapters.vtt", author);

        assertThat(captions.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/vtt");
        assertThat(captions.body().lines().filter(line -> line.contains("-->"))).hasSize(1);
        assertThat(captions.body()).startsWith("WEBVTT").doesNotContain("<c.x>").contains("&lt;c.x&gt;");
        assertThat(captions.body()).contains("<v Mara &lt;Host&gt;>");
        assertThat(chapters.body())
                .contains("00:00:00.000 --> 00:00:40.500\nPart 1")
                .contains("00:00:40.500 --> 00:01:30.000\n&lt;b&gt;Part&lt;/b&gt; 2");
    }

    @Test
    void changesWordsPublishesAndDeletesForThoseWhoMay() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var stranger = fixture.person(Role.CONTRIBUTOR);
        var path = "/api/v1/media/" + fixture.add(author, Wish.DRAFT, "Planning");

        var renamed = send("PATCH", path, "{\"title\": \" Plans \"}", author);
        var published = send("POST", path + "/publish", "", author);

        assertThat(json.readTree(renamed.body()).get("title").asString()).isEqualTo("Plans");
        assertThat(json.readTree(published.body()).get("status").asString()).isEqualTo("published");
        assertThat(send("PATCH", path, "{\"title\": \"Mine\"}", stranger).statusCode())
                .isEqualTo(404);
        assertThat(send("PATCH", path, "{\"title\": \" \"}", author).statusCode())
                .isEqualTo(400);
        assertThat(send("PATCH", path, "{\"status\": \"published\"}", author).statusCode())
                .isEqualTo(400);
        assertThat(send("DELETE", path, "", author).statusCode()).isEqualTo(204);
        assertThat(get(path, stranger).statusCode()).isEqualTo(404);
    }

    @Test
    void takesTheBytesAwayWithTheRight() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var viewer = fixture.person(Role.VIEWER);
        var path = "/api/v1/media/" + fixture.add(author, Wish.PUBLISHED, "Planning");
        var bytes = url(json.readTree(get(path, viewer).body()), "/views/0/url");
        assertThat(get(bytes, viewer).statusCode()).isEqualTo(200);

        send("POST", path + "/return-to-draft", "", author);

        assertThat(get(bytes, viewer).statusCode()).isEqualTo(404);
    }

    @Test
    void listsByStatusAndTitlePageByPage() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        fixture.add(author, Wish.DRAFT, "Alpha 1");
        fixture.add(author, Wish.DRAFT, "Beta");

        var found = json.readTree(
                get("/api/v1/media?status=draft&query=alpha", author).body());

        assertThat(found.propertyNames()).containsExactly("items", "next");
        assertThat(found.get("items")).hasSize(1);
        assertThat(found.get("next").isNull()).isTrue();
        assertThat(get("/api/v1/media?status=nonsense", author).statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/media?cursor=nonsense", author).statusCode()).isEqualTo(400);
    }

    @Test
    void changesCategoryTagsAvailabilityAccessAndGrants() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var manager = fixture.person(Role.MANAGER);
        var viewer = fixture.person(Role.VIEWER);
        var path = "/api/v1/media/" + fixture.add(author, Wish.PUBLISHED, "Planning");
        var name = "Company " + MediaId.random();

        assertThat(send("POST", "/api/v1/categories", "{\"name\": \"%s\"}".formatted(name), author)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/api/v1/categories", "{\"name\": \"%s\"}".formatted(name), manager)
                        .statusCode())
                .isEqualTo(201);
        assertThat(get("/api/v1/categories", viewer).body()).contains(name);
        var changed = send("PATCH", path, """
                {"category": "%s", "tags": ["b", "a"], "access": "chosen", "grants": [{"person": "%s"}],
                 "availableFrom": "2026-01-01T00:00:00Z", "availableUntil": null, "download": true}
                """.formatted(name, viewer.email()), author);
        var seen = json.readTree(get(path, viewer).body());

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(json.readTree(changed.body()).at("/grants/0/person").asString())
                .isEqualTo(viewer.id().toString());
        assertThat(seen.get("category").asString()).isEqualTo(name);
        assertThat(seen.at("/tags/0").asString()).isEqualTo("a");
        assertThat(seen.get("availableFrom").asString()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(seen.get("download").asBoolean()).isTrue();
        assertThat(seen.get("grants")).isEmpty(); // whom else it is for is the author's business
        assertThat(get(path, fixture.person(Role.CONTRIBUTOR)).statusCode()).isEqualTo(404);
        for (var wrong : List.of(
                "{\"category\": \"none such\"}",
                "{\"access\": \"all\"}",
                "{\"grants\": [{\"group\": \"none such\"}]}",
                "{\"availableFrom\": \"soon\"}",
                "{\"tags\": \"a\"}")) {
            assertThat(send("PATCH", path, wrong, author).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void listsAndFindsOnlyWhatIsInACategoryAndHasATag() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var manager = fixture.person(Role.MANAGER);
        var name = "Field reports " + MediaId.random();
        var category = json.readTree(send("POST", "/api/v1/categories", "{\"name\": \"%s\"}".formatted(name), manager)
                        .body())
                .get("id")
                .asString();
        var tagged = fixture.add(author, Wish.DRAFT, "Harbour visit");
        var other = fixture.add(author, Wish.DRAFT, "Harbour plans");
        send(
                "PATCH",
                "/api/v1/media/" + tagged,
                "{\"category\": \"%s\", \"tags\": [\"Oslo\"]}".formatted(category),
                author);
        send("PATCH", "/api/v1/media/" + other, "{\"tags\": [\"Bergen\"]}", author);

        for (var narrowed : List.of("category=" + category, "tag=oslo", "tag=OSLO&category=" + category)) {
            assertThat(ids("/api/v1/media?" + narrowed, author)).as(narrowed).containsExactly(tagged.toString());
        }
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(ids("/api/v1/media?query=harbour", author)).hasSize(2));
        assertThat(ids("/api/v1/media?query=harbour&category=" + category, author))
                .containsExactly(tagged.toString());
        assertThat(ids("/api/v1/media?tag=oslo", fixture.person(Role.CONTRIBUTOR)))
                .isEmpty();
        assertThat(get("/api/v1/media?category=none%20such", author).statusCode())
                .isEqualTo(400);
        assertThat(get("/api/v1/media?tag=" + "x".repeat(61), author).statusCode())
                .isEqualTo(400);
    }

    @Test
    void letsManagersRenameAndRemoveCategories() throws Exception {
        var manager = fixture.person(Role.MANAGER);
        var name = "Finance " + MediaId.random();
        var made = json.readTree(send("POST", "/api/v1/categories", "{\"name\": \"%s\"}".formatted(name), manager)
                .body());
        var path = "/api/v1/categories/" + made.get("id").asString();
        var renamed = "{\"name\": \"%s and tax\"}".formatted(name);

        for (var method : List.of("PATCH", "DELETE")) {
            assertThat(send(method, path, renamed, fixture.person(Role.MODERATOR))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(json.readTree(send("PATCH", path, renamed, manager).body())
                        .get("name")
                        .asString())
                .isEqualTo(name + " and tax");
        assertThat(send("PATCH", path, "{}", manager).statusCode()).isEqualTo(400);
        assertThat(send("DELETE", path, "", manager).statusCode()).isEqualTo(204);
        assertThat(send("DELETE", path, "", manager).statusCode()).isEqualTo(404);
        assertThat(send("DELETE", "/api/v1/categories/nonsense", "", manager).statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesTheMomentItWasRecordedButNoneToCome() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var path = "/api/v1/media/" + fixture.add(author, Wish.DRAFT, "Planning");

        var changed = send("PATCH", path, "{\"recordedAt\": \"2024-05-06T07:08:09Z\"}", author);

        assertThat(json.readTree(changed.body()).get("recordedAt").asString()).isEqualTo("2024-05-06T07:08:09Z");
        for (var wrong : List.of("\"2999-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00Z\"", "null", "\"soon\"")) {
            assertThat(send("PATCH", path, "{\"recordedAt\": %s}".formatted(wrong), author)
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    private List<String> ids(String path, Person person) throws Exception {
        return json.readTree(get(path, person).body())
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    @Test
    void answersNothingWhereAVideoWasGivenAway() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var heir = fixture.person(Role.CONTRIBUTOR);
        var path = "/api/v1/media/" + fixture.add(author, Wish.DRAFT, "Planning");

        var given = send("PATCH", path, "{\"author\": \"%s\"}".formatted(heir.id()), author);

        assertThat(given.statusCode()).isEqualTo(204);
        assertThat(get(path, heir).statusCode()).isEqualTo(200);
    }

    @Test
    void takesCaptionsInOneLanguage() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        var path = "/api/v1/media/" + id + "/captions/sv";
        var vtt = "WEBVTT\n\n00:01.000 --> 00:03.000\nHej\n";

        assertThat(put(path, vtt, fixture.person(Role.VIEWER)).statusCode()).isEqualTo(404);
        assertThat(put(path, vtt, author).statusCode()).isEqualTo(200);
        assertThat(put(path, "nothing", author).statusCode()).isEqualTo(400);
        var tooLong = " ".repeat(Captions.LONGEST_FILE + 1);
        assertThat(put(path, tooLong, author).statusCode()).isEqualTo(413);
        assertThat(get("/media/" + id + "/captions/sv.vtt", author).body()).contains("Hej");
        assertThat(send("DELETE", path, "", author).statusCode()).isEqualTo(204);
        assertThat(get("/media/" + id + "/captions/sv.vtt", author).statusCode())
                .isEqualTo(404);
    }

    @Test
    void opensTheSecretLinkWithItsBytesToAnyoneUntilAnotherAccessIsChosen() throws Exception {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        send("PATCH", "/api/v1/media/" + id, "{\"access\": \"link\"}", author);
        var secret = editing.link(id, author).orElseThrow();
        var video = MediaAddresses.view(id, VIEW);

        try (var stranger = new Browser(this::at)) {
            assertThat(stranger.get(video).statusCode()).isEqualTo(404);
            var page = stranger.get(MediaAddresses.link(secret));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Planning");
            assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex");
            assertThat(stranger.get(video).body()).isEqualTo("video hello");
            assertThat(stranger.get("/media/" + id + "/captions/en.vtt").statusCode())
                    .isEqualTo(200);
            assertThat(stranger.get("/library").body()).doesNotContain("/watch/" + id);

            send("PATCH", "/api/v1/media/" + id, "{\"access\": \"portal\"}", author);

            assertThat(stranger.get(video).statusCode()).isEqualTo(404);
            assertThat(stranger.get(MediaAddresses.link(secret)).statusCode()).isEqualTo(404);
        }
    }

    private HttpResponse<String> put(String path, String vtt, Person person) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(path))
                .PUT(HttpRequest.BodyPublishers.ofString(vtt))
                .header("Content-Type", "text/vtt")
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(person.id(), id -> fixture.token(person)));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    @Autowired
    private Library library;

    @Autowired
    private MediaEditing editing;

    private final Map<PersonId, String> tokens = new HashMap<>();

    private static String url(JsonNode item, String pointer) {
        return item.at(pointer).asString();
    }

    private HttpResponse<String> get(String path, @Nullable Person person) throws IOException, InterruptedException {
        return send("GET", path, "", person);
    }

    private HttpResponse<String> send(String method, String path, String body, @Nullable Person person)
            throws IOException, InterruptedException {
        return call(
                method,
                path,
                body,
                person == null ? null : tokens.computeIfAbsent(person.id(), id -> fixture.token(person)));
    }
}
