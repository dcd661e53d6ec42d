package perennial.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
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
import perennial.library.Wish;
import perennial.people.Person;
import perennial.people.Role;
import perennial.sync.SimulatedMeeting;
import perennial.web.PublicAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zoomsim.Options;
import zoomsim.Simulator;
import zoomsim.account.TextBytes;

/**
 * Whatever people, and Zoom, write stays text on every page that shows it, in feeds and in exports (B, {@link HostileTexts}). It comes in as in
 * life: a recording from Zoom, the rest over the API.
 */
@Import({LibraryFixture.class, DemoMedia.class, SideDoor.class})
class HostileTextsJourneyTest extends PortalTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SETTINGS = "/api/v1/settings";

    private final Browser browser = new Browser();
    private final List<String> wrong = new ArrayList<>();

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private SideDoor door;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @Autowired
    private PublicAddress address;

    private Simulator zoom;
    private Person administrator;
    private Person author;
    private String token;
    private String portalName;
    private @Nullable String connection;

    @BeforeEach
    void somebody() throws Exception {
        zoom = Simulator.start(Options.parse("--size=empty", "--media=", "--account-id=acc-" + UUID.randomUUID()));
        administrator = fixture.person(Role.ADMINISTRATOR);
        author = fixture.person(Role.CONTRIBUTOR);
        token = fixture.token(administrator);
        portalName = ask("GET", SETTINGS, null).get("name").asString();
    }

    /** What is left would be on the pages of other tests. */
    @AfterEach
    void forgetIt() throws Exception {
        ask("PATCH", SETTINGS, Map.of("name", portalName, "contentModeration", false));
        if (connection != null) ask("DELETE", "/api/v1/zoom/connections/" + connection, null);
        zoom.close();
        browser.close();
        jdbc.sql("delete from media where title like '%xss7%'").update();
        jdbc.sql("delete from category where name like '%xss7%'").update();
        jdbc.sql("delete from person_group where name like '%xss7%'").update();
        jdbc.sql("delete from invitation where person in (select id from person where email like '%@xss7.example')")
                .update();
        jdbc.sql("delete from person where email like '%@xss7.example'").update();
        jdbc.sql("update person set name = 'Somebody' where name like '%xss7%'").update();
        jdbc.sql("delete from outbox_mail where subject like '%xss7%'").update();
    }

    @Test
    void remainTextsOnEveryPage() throws Exception {
        var recording = importRecording();
        var media = recording.at("/mediaIds/0").asString();
        writeEverywhere(media);
        var page = browser.visitor(ColorScheme.LIGHT);
        page.onDialog(this::refuse);
        page.setDefaultTimeout((double) PATIENCE.toMillis());
        page.setExtraHTTPHeaders(Map.of("User-Agent", HostileTexts.some(0, 3)));
        door.openFor(administrator);
        page.navigate(at("/library/enter").toString());

        for (var path : pages(media, recording.get("id").asString())) look(page, path);
        watch(page, "/watch/" + media);
        suggestions(page);
        page.context().close();

        assertThat(wrong).isEmpty();
        assertThat(browser.complaints())
                .filteredOn(one -> !one.contains("status of 404"))
                .isEmpty();
        programsReadThem(media);
    }

    private List<String> pages(String media, String recording) {
        var any = HostileTexts.ALL;
        var query = encoded(any.get(1));
        var group = jdbc.sql("select id::text from person_group where name = ?")
                .param(any.get(1))
                .query(String.class)
                .single();
        return List.of(
                "/library",
                "/library?view=list",
                "/library?q=" + query,
                "/library?category=" + query + "&tag=" + encoded(any.get(2)),
                "/search?q=xss7",
                "/search?q=" + query,
                "/watch/" + media + "?q=" + query + "&view=" + query,
                "/embed/" + media,
                "/media/" + media + "/edit",
                "/drafts",
                "/bin",
                "/upload",
                "/review",
                "/review?show=rejected",
                "/zoom",
                "/zoom/" + connection,
                "/zoom/" + connection + "/settings",
                "/zoom/" + connection + "/recordings/" + recording,
                "/audit",
                "/audit?q=" + query,
                "/mail",
                "/account",
                "/people",
                "/people?q=" + query,
                "/people/" + author.id(),
                "/people/" + author.id() + "/hand-over",
                "/people/groups",
                "/people/groups/" + group,
                "/people/groups/" + group + "/change",
                "/settings",
                "/settings/categories",
                "/settings/branding",
                "/sign-in?to=" + query,
                "/watch/" + query);
    }

    private void look(Page page, String path) {
        page.navigate(at(path).toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        wrong.addAll(HostileTexts.complaints(page));
    }

    /** The panes beside the video, and what is said over it. */
    private void watch(Page page, String path) {
        look(page, path);
        for (var tab : List.of("#t-ch", "#t-cp", "#t-de", "#t-tr"))
            page.locator(tab).click();
        page.waitForFunction("() => window.videojs?.getPlayer('player')?.readyState() >= 2");
        page.evaluate("() => videojs('player').play()");
        page.waitForFunction("() => document.querySelector('.vjs-text-track-cue')?.textContent.includes('xss7')");
        wrong.addAll(HostileTexts.complaints(page));
    }

    private void suggestions(Page page) {
        page.navigate(at("/library").toString());
        page.locator("input[type=search]").first().pressSequentially("xss7");
        page.waitForSelector("mark");
        wrong.addAll(HostileTexts.complaints(page));
    }

    private void refuse(Dialog dialog) {
        wrong.add("dialog: " + dialog.message());
        dialog.dismiss();
    }

    /** Feeds, codes for other sites and exports say the same text, and nothing else. */
    private void programsReadThem(String media) throws Exception {
        var feed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text("/feeds/library.rss").getBytes(UTF_8)));
        var titles = feed.getElementsByTagName("title");
        assertThat(IntStream.range(0, titles.getLength())
                        .mapToObj(i -> String.valueOf(titles.item(i).getTextContent())))
                .contains(HostileTexts.ALL.get(0), HostileTexts.ALL.get(16), HostileTexts.ALL.get(18));
        var code = json.readTree(
                text("/oembed?url=" + encoded(address.of("/watch/" + media).toString())));
        assertThat(code.get("title").asString()).isEqualTo(HostileTexts.some(0, 9));
        assertThat(code.get("html").asString()).doesNotContain("<script", "<img", "<svg", "<b ");
        assertThat(text("/audit/export.csv")).contains(",\"'=HYPERLINK").doesNotContain(",\"=HYPERLINK");
    }

    /** A recording whose topic, talk, chat, summary and kinds of files are hostile. */
    private JsonNode importRecording() throws Exception {
        var talk = new StringBuilder("WEBVTT\n");
        var chat = new StringBuilder();
        for (int i = 0; i < HostileTexts.ALL.size(); i++) {
            var one = HostileTexts.ALL.get(i);
            talk.append("\n%d\n00:00:0%d.%d00 --> 00:00:05.900\n%s: %s\n".formatted(i, i / 10, i % 10, one, one));
            chat.append("00:00:0%d\t%s:\t%s\n".formatted(i % 5, one, one));
        }
        var summary = Map.of(
                "overall_summary",
                HostileTexts.some(0, 9),
                "items",
                HostileTexts.ALL.stream()
                        .map(one -> Map.of("label", one, "summary", one))
                        .toList(),
                "next_steps",
                HostileTexts.ALL);
        var second = Duration.ZERO;
        zoom.account()
                .put(new SimulatedMeeting(
                                HostileTexts.some(0, 9), zoom.account().owner())
                        .view("active_speaker", second, 6, 1)
                        .add("TRANSCRIPT", "audio_transcript", second, 6, new TextBytes(talk.toString()))
                        .add("CHAT", "chat_file", second, 6, new TextBytes(chat.toString()))
                        .add("SUMMARY", "summary", second, 6, new TextBytes(json.writeValueAsString(summary)))
                        .add("OTHER", HostileTexts.ALL.get(2), second, 6, new TextBytes("unknown"))
                        .build());
        var credentials = Options.forTests().credentials();
        var fields = new HashMap<String, Object>(Map.of(
                "name", HostileTexts.some(0, 2),
                "accountId", zoom.account().id(),
                "clientId", credentials.clientId(),
                "clientSecret", credentials.clientSecret(),
                "oauthUrl", zoom.url(),
                "apiUrl", zoom.url() + "/v2",
                "publishStatus", "published",
                "enabled", true));
        connection = ask("POST", "/api/v1/zoom/connections", fields).get("id").asString();
        var recordings = "/api/v1/zoom/connections/" + connection + "/recordings";
        await().atMost(PATIENCE)
                .until(() -> ask("GET", recordings, null)
                        .at("/items/0/state")
                        .asString("")
                        .equals("imported"));
        return ask("GET", recordings, null).at("/items/0");
    }

    private void writeEverywhere(String media) throws Exception {
        ask("PATCH", SETTINGS, Map.of("name", HostileTexts.ALL.get(1)));
        ask("PATCH", "/api/v1/people/" + author.id(), Map.of("name", HostileTexts.some(0, 2)));
        for (var text : HostileTexts.ALL) {
            ask("POST", "/api/v1/media/" + media + "/comments", Map.of("text", text, "at", 1));
            fixture.add(author, Wish.PUBLISHED, text, Instant.now());
        }
        for (int i = 1; i < HostileTexts.ALL.size(); i += 2) { // the pages of these are made alike
            var name = HostileTexts.ALL.get(i);
            ask("POST", "/api/v1/categories", Map.of("name", name));
            ask("POST", "/api/v1/groups", Map.of("name", name));
            var email = UUID.randomUUID() + "@xss7.example";
            ask("POST", "/api/v1/people", Map.of("email", email, "name", name, "role", "viewer"));
        }
        ask(
                "POST",
                "/api/v1/people/" + administrator.id() + "/tokens",
                Map.of("name", HostileTexts.some(0, 2), "scopes", List.of("read")));
        ask(
                "PATCH",
                "/api/v1/media/" + media,
                Map.of(
                        "description",
                        HostileTexts.lines(),
                        "category",
                        HostileTexts.ALL.get(1),
                        "tags",
                        HostileTexts.ALL,
                        "access",
                        "public",
                        "embed",
                        true));
        ask(
                "PUT",
                "/api/v1/media/" + media + "/chapters",
                IntStream.range(0, HostileTexts.ALL.size())
                        .mapToObj(i -> Map.of("start", i / 10.0, "title", HostileTexts.ALL.get(i)))
                        .toList());
        upload(HostileTexts.ALL.get(1));
        ask("PATCH", SETTINGS, Map.of("contentModeration", true));
        fixture.add(author, Wish.PUBLISHED, HostileTexts.some(3, 6));
        var rejected = fixture.add(author, Wish.PUBLISHED, HostileTexts.some(6, 9));
        ask("POST", "/api/v1/media/" + rejected + "/reject", Map.of("reason", HostileTexts.lines()));
        ask("DELETE", "/api/v1/media/" + fixture.add(administrator, Wish.DRAFT, HostileTexts.ALL.get(0)), null);
        fixture.add(administrator, Wish.DRAFT, HostileTexts.ALL.get(1));
    }

    private void upload(String name) throws Exception {
        var encoded = Base64.getEncoder().encodeToString(name.getBytes(UTF_8));
        var begun = send(HttpRequest.newBuilder(at("/api/v1/uploads"))
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "5")
                .header("Upload-Metadata", "filename " + encoded)
                .POST(BodyPublishers.noBody()));
        assertThat(begun.statusCode()).isEqualTo(201);
    }

    /** Asks the API as the Administrator. */
    private JsonNode ask(String method, String path, @Nullable Object body) throws Exception {
        var reply = call(method, path, body == null ? null : json.writeValueAsString(body), token);
        assertThat(reply.statusCode())
                .as("%s %s: %s", method, path, reply.body())
                .isLessThan(300);
        return json.readTree(reply.body().isEmpty() ? "null" : reply.body());
    }

    private String text(String path) throws Exception {
        var reply = path.startsWith("/audit") ? bySession(path) : send(HttpRequest.newBuilder(at(path)));
        assertThat(reply.statusCode()).as(path).isEqualTo(200);
        return reply.body();
    }

    private HttpResponse<String> bySession(String path) {
        try (var visitor = new perennial.Browser(this::at)) {
            visitor.get("/library/enter");
            return visitor.get(path);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
