package perennial.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.PortalTest;
import perennial.library.Categories;
import perennial.library.LibraryFixture;
import perennial.library.MediaId;
import perennial.library.Wish;
import perennial.people.Person;
import perennial.people.Role;
import perennial.settings.EmbedSites;
import perennial.web.PublicAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other sites show of videos (P4, P13): frames, oEmbed and feeds; rights first. */
@Import(LibraryFixture.class)
class EmbedTest extends PortalTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private EmbedSites sites;

    @Autowired
    private Categories categories;

    @Autowired
    private PublicAddress address;

    @Autowired
    private JsonMapper json;

    private Person author;
    private MediaId id;

    @AfterAll
    static void close() {
        HTTP.close();
    }

    @BeforeEach
    void oneVideo() throws Exception {
        author = fixture.person(Role.CONTRIBUTOR);
        id = fixture.add(author, Wish.PUBLISHED, "Ward \"board\" <b>");
        change(Map.of("access", "public", "embed", true));
    }

    @Test
    void framesOnlyWhatWhoeverComesMaySeeAndItsSettingsLetOut() throws Exception {
        assertThat(get("/embed/" + id).statusCode()).isEqualTo(200);

        change(Map.of("embed", false));
        var notLetOut = get("/embed/" + id);
        change(Map.of("embed", true, "access", "portal"));
        var notPublic = get("/embed/" + id);
        var unknown = get("/embed/" + MediaId.random());
        var nonsense = get("/embed/nonsense");

        assertThat(List.of(notLetOut, notPublic, unknown, nonsense)).allSatisfy(reply -> {
            assertThat(reply.statusCode()).isEqualTo(404);
            assertThat(reply.body()).contains("not shown here").doesNotContain("Ward");
        });
    }

    @Test
    void letsOnlyTheSitesOfTheSettingsFrameItAndNoOtherPageBeFramed() throws Exception {
        assertThat(policy(get("/embed/" + id))).contains("frame-ancestors *;").contains("script-src 'self';");
        sites.change(List.of("https://intranet.example.org", "https://*.example.com/"), "test");
        try {
            var framed = get("/embed/" + id);
            assertThat(policy(framed))
                    .contains("frame-ancestors 'self' https://intranet.example.org https://*.example.com;");
            assertThat(framed.headers().firstValue("X-Frame-Options")).isEmpty();
            assertThat(framed.headers().firstValue("Set-Cookie")).isEmpty();
        } finally {
            sites.change(List.of(), "test");
        }
        var page = get("/watch/" + id);
        assertThat(policy(page)).contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    void refusesSitesThatWouldChangeThePolicy() throws Exception {
        var manager = fixture.person(Role.MANAGER);
        for (var site : List.of("https://a.example; script-src *", "javascript:alert(1)", "*", "https://a b.example")) {
            var refused = send("PATCH", "/api/v1/settings/sharing", Map.of("embedSites", List.of(site)), manager);
            assertThat(refused.statusCode()).as(site).isEqualTo(400);
        }
        var half = Map.<String, Object>of("largestUpload", 7_000_000, "embedSites", List.of("nonsense"));
        assertThat(send("PATCH", "/api/v1/settings/sharing", half, manager).statusCode())
                .isEqualTo(400);
        assertThat(read(send("GET", "/api/v1/settings/sharing", null, manager))
                        .at("/largestUpload")
                        .asLong())
                .as("neither is saved")
                .isNotEqualTo(7_000_000);
        assertThat(send("PATCH", "/api/v1/settings/sharing", Map.of("largestUpload", 0), manager)
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("GET", "/api/v1/settings/sharing", null, author).statusCode())
                .isEqualTo(403);
        assertThat(sites.all()).isEmpty();
    }

    @Test
    void opensASecretLinksFilesWithoutACookieAndNothingElse() throws Exception {
        change(Map.of("access", "link"));
        var link = read(send("GET", "/api/v1/media/" + id + "/link", null, author))
                .get("url")
                .asString();
        var secret = link.substring(link.lastIndexOf('/') + 1);
        var other = fixture.add(author, Wish.PUBLISHED, "Another");

        var framed = get("/embed/" + secret);

        assertThat(framed.statusCode()).isEqualTo(200);
        assertThat(framed.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(get("/embed/" + id).statusCode()).isEqualTo(404);
        var src = framed.body()
                .replaceFirst("(?s).*<source src=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(src).contains("link=" + secret);
        assertThat(get(src).body()).isEqualTo("video hello");
        assertThat(get(src.replace("link=" + secret, "link=" + "0".repeat(64))).statusCode())
                .isEqualTo(404);
        assertThat(get("/media/" + other + "/poster.jpg?link=" + secret).statusCode())
                .isEqualTo(404);
        send("POST", "/api/v1/media/" + id + "/link", null, author); // revokes it
        assertThat(get("/embed/" + secret).statusCode()).isEqualTo(404);
    }

    @Test
    void answersOembedForWhatIsPublicAndEscapesTheTitle() throws Exception {
        var page = address.of("/watch/" + id).toString();
        var reply = get("/oembed?maxwidth=320&url=" + URLEncoder.encode(page, UTF_8));
        var body = read(reply);

        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        assertThat(body.get("version").asString()).isEqualTo("1.0");
        assertThat(body.get("type").asString()).isEqualTo("video");
        assertThat(body.get("title").asString()).isEqualTo("Ward \"board\" <b>");
        assertThat(body.get("width").asInt()).isEqualTo(320);
        assertThat(body.get("height").asInt()).isEqualTo(180);
        assertThat(body.get("html").asString())
                .startsWith("<iframe src=\"" + address.of("/embed/" + id) + "\"")
                .contains("title=\"Ward &quot;board&quot; &lt;b&gt;\"");
        assertThat(get("/watch/" + id).body()).contains("application/json+oembed");
        for (var wrong : List.of("https://elsewhere.example/watch/" + id, page + "/../../settings", "nonsense")) {
            assertThat(get("/oembed?url=" + URLEncoder.encode(wrong, UTF_8)).statusCode())
                    .as(wrong)
                    .isEqualTo(404);
        }
        assertThat(get("/oembed?format=xml&url=" + URLEncoder.encode(page, UTF_8))
                        .statusCode())
                .isEqualTo(501);
        change(Map.of("access", "portal"));
        assertThat(get("/oembed?url=" + URLEncoder.encode(page, UTF_8)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void feedsWhatIsPublicToAllAndTheRestToATokenOfWhoMaySeeIt() throws Exception {
        var category = categories.add("Wards " + MediaId.random(), fixture.person(Role.MANAGER));
        var hidden = fixture.add(author, Wish.PUBLISHED, "Only here\u0007");
        var elsewhere = fixture.add(author, Wish.PUBLISHED, "Elsewhere", Instant.now());
        var draft = fixture.add(author, Wish.DRAFT, "Unfinished");
        change(Map.of("category", category.name()));
        for (var one : List.of(hidden, draft)) {
            send("PATCH", "/api/v1/media/" + one, Map.of("category", category.name()), author);
        }
        var feed = "/feeds/categories/" + category.id() + ".rss";

        assertThat(guids(get(feed))).containsExactly(id.toString());
        assertThat(guids(send("GET", feed, null, fixture.person(Role.VIEWER))))
                .containsExactlyInAnyOrder(id.toString(), hidden.toString());
        assertThat(guids(get("/feeds/library.rss"))).contains(id.toString()).doesNotContain(hidden.toString());
        assertThat(guids(send("GET", "/feeds/library.rss", null, author)))
                .contains(elsewhere.toString())
                .doesNotContain(draft.toString());
        assertThat(get("/feeds/categories/" + MediaId.random() + ".rss").statusCode())
                .isEqualTo(404);
        assertThat(get("/feeds/categories/nonsense.rss").statusCode()).isEqualTo(404);
    }

    private void change(Map<String, Object> what) throws Exception {
        var reply = send("PATCH", "/api/v1/media/" + id, what, author);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    }

    /** Reads the feed as a program does: it must be sound XML. */
    private static List<String> guids(HttpResponse<String> reply) throws Exception {
        assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/rss+xml");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(reply.body().getBytes(UTF_8)));
        var found = document.getElementsByTagName("guid");
        var guids = new ArrayList<String>();
        for (int i = 0; i < found.getLength(); i++)
            guids.add(String.valueOf(found.item(i).getTextContent()));
        return guids;
    }

    private static String policy(HttpResponse<String> reply) {
        return reply.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private JsonNode read(HttpResponse<String> reply) {
        return json.readTree(reply.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, null, null);
    }

    private HttpResponse<String> send(String method, String path, @Nullable Object body, @Nullable Person person)
            throws IOException, InterruptedException {
        var written = body == null ? null : json.writeValueAsString(body);
        return call(method, path, written, person == null ? null : fixture.token(person));
    }
}
