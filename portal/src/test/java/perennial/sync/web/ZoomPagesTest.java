package perennial.sync.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import perennial.Browser;
import perennial.PortalTest;
import perennial.sync.Auth;
import perennial.sync.ConnectionId;
import perennial.sync.Connections;

/** The settings form, as a Manager meets it (C1, U4, B). No Zoom answers at the addresses used. */
@TestPropertySource(
        properties = {
            "perennial.admin.email=ada@northwind.example",
            "perennial.admin.password=correct horse battery",
            "perennial.admin.token=zoom-pages-token-0123456789abcdef",
            // Whatever needs all of Zoom's lists is answered on a page of its own.
            "perennial.sync.answer-within=0s"
        })
class ZoomPagesTest extends PortalTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Connections connections;

    private Browser manager = new Browser(this::at);

    @BeforeEach
    void signIn() {
        jdbc.sql("delete from zoom_connection").update();
        manager = new Browser(this::at);
        manager.signIn("ada@northwind.example", "correct horse battery");
    }

    @AfterEach
    void leave() {
        manager.close();
    }

    @Test
    void aWrongFieldComesBackWithItsSentenceAndTheTextKept() {
        var reply =
                manager.submit("/zoom/new", "/zoom/new", form("users", "mara@northwind.example\ngrace(at)northwind"));

        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body())
                .contains("grace(at)northwind", "mara@northwind.example", "Not saved", "aria-invalid=\"true\"")
                .doesNotContain("secret-of-ours");
        assertThat(connections()).isZero();
    }

    @Test
    void aConnectionIsRemovedByTypingItsName() {
        manager.submit("/zoom/new", "/zoom/new", form("name", "Clinics & labs"));
        var id = jdbc.sql("select id from zoom_connection").query(String.class).single();
        var page = "/zoom/" + id + "/remove";
        assertThat(manager.get("/zoom/" + id + "/settings").body()).contains("href=\"" + page + "\"");

        var wrong = manager.submit(page, page, Map.of("words", "clinics"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Type Clinics &amp; labs to go on.");
        assertThat(connections()).isEqualTo(1);

        assertThat(manager.submit(page, page, Map.of("words", " Clinics & labs "))
                        .statusCode())
                .isEqualTo(302);
        assertThat(connections()).isZero();
        assertThat(manager.get("/zoom").body()).contains("Clinics &amp; labs is removed");
    }

    /** B: every mistake has its sentence beside its field, and what was typed is still there. */
    @Test
    void namesEachMistakeBesideItsField() {
        var wrong = new LinkedHashMap<String, String>();
        wrong.put("auth", "oauth1");
        wrong.put("oauthUrl", "ftp://zoom.example");
        wrong.put("apiUrl", "api zoom");
        wrong.put("users", "ann@northwind.example\nnot one");
        wrong.put("aliases", "ann@northwind.example = stranger@northwind.example");
        wrong.put("fallbackOwner", "stranger@northwind.example");
        wrong.put("publishAs", "somebody");
        wrong.put("fetchFrom", "yesterday");
        wrong.put("minimumLength", "ten");
        wrong.put("falseStart", "-1");
        wrong.put("views", "speaker & gallery");
        wrong.put("topicInclude", "1:1|(private");
        wrong.put("topicExclude", "[a-");
        wrong.put("publishStatus", "hidden");
        wrong.put("deleteGrace", "soon");
        wrong.put("deletionCap", "0");
        var fields = form("accountId", "");
        fields.putAll(wrong);

        var page = manager.submit("/zoom/new", "/zoom/new", fields);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Not saved. 17 fields need attention");
        for (var field : wrong.keySet()) {
            assertThat(page.body()).containsPattern("id=\"%s-e\"><div class=\"err\">".formatted(field));
            assertThat(page.body()).as("the summary leads to it").containsPattern("id=\"%s\"".formatted(field));
        }
        for (var kept :
                List.of("ftp://zoom.example", "not one", "stranger@northwind.example", "ten", "1:1|(private", "soon")) {
            assertThat(page.body()).contains(kept);
        }
        assertThat(page.body())
                .contains(
                        "Enter a whole number of minutes", "Enter a whole number of days", "A bracket ( is not closed")
                .contains("Line 1: nobody in the portal has the address");
    }

    /** M8, U7, C2: what is chosen is there again, and goes where the API shows it. */
    @Test
    void keepsWhatIsChosenForMeetings() {
        var fields = form("auth", "jwt");
        fields.putAll(Map.of(
                "apiKey",
                "key-1",
                "apiSecret",
                "hush-of-ours",
                "minimumLength",
                "5",
                "falseStart",
                "90",
                "views",
                "gallery_view",
                "topicExclude",
                "1:1|private",
                "privateChat",
                "true",
                "aliases",
                "ann@clinic.example = ada@northwind.example"));
        var saved = manager.submit("/zoom/new", "/zoom/new", fields);
        var id = URI.create(saved.headers().firstValue("Location").orElseThrow())
                .getPath()
                .substring("/zoom/".length());

        var connection = connections.require(ConnectionId.parse(id));
        var settings = manager.get("/zoom/" + id + "/settings").body();

        var choice = connection.settings().choice();
        assertThat(connection.settings().door().auth()).isEqualTo(Auth.JWT);
        assertThat(choice.minimumLength()).isEqualTo(Duration.ofMinutes(5));
        assertThat(choice.falseStart()).isEqualTo(Duration.ofSeconds(90));
        assertThat(choice.views()).containsExactly("gallery_view");
        assertThat(choice.topicExclude()).isEqualTo("1:1|private");
        assertThat(choice.privateChat()).isTrue();
        assertThat(choice.webinars()).as("the box was not ticked").isFalse();
        assertThat(settings)
                .contains("value=\"gallery_view\" checked", "ann@clinic.example = ada@northwind.example")
                .contains("value=\"90\"", "Zoom withdrew it on 8 September 2023")
                .doesNotContain("hush-of-ours", "name=\"allViews\" value=\"true\" checked");
        fields.remove("apiSecret");
        fields.put("allViews", "true");
        manager.submit("/zoom/%s/settings".formatted(id), "/zoom/%s/settings".formatted(id), fields);
        var again = connections.require(ConnectionId.parse(id));
        assertThat(again.settings().choice().views()).isEmpty();
        assertThat(again.secretsSaved()).contains("apiSecret");
    }

    /** S9: the ledger's filter says what is wrong with a day, and keeps what was typed. */
    @Test
    void saysWhatIsWrongWithADayOfTheLedger() {
        manager.submit("/zoom/new", "/zoom/new", form("users", ""));
        var id = jdbc.sql("select id from zoom_connection").query(String.class).single();

        assertThat(manager.get("/zoom/%s?q=budget&from=2026-13-01".formatted(id))
                        .body())
                .contains("value=\"budget\"", "Write a day as 2026-11-30", "None matches");
        assertThat(manager.get("/zoom/%s?from=2026-11-02&until=2026-11-01".formatted(id))
                        .body())
                .contains("The first day is after the last one");
    }

    @Test
    void saysWhyWebhooksAreOffWithoutAnHttpsAddressAndKeepsTheirSecret() {
        var fresh = manager.get("/zoom/new").body();
        var form = form("users", "");
        form.put("webhookSecret", "hush-of-ours");
        var saved = manager.submit("/zoom/new", "/zoom/new", form);
        var address =
                URI.create(saved.headers().firstValue("Location").orElseThrow()).getPath();
        var settings = manager.get(address + "/settings").body();

        assertThat(fresh).contains("Webhooks are off", "perennial.public-url");
        assertThat(settings)
                .contains("Webhooks are off", "/api/v1/zoom/webhooks/" + address.substring("/zoom/".length()))
                .doesNotContain("hush-of-ours");
        assertThat(jdbc.sql("select webhook_secret from zoom_connection")
                        .query(String.class)
                        .single())
                .startsWith("v1.");
    }

    @Test
    void aSavedConnectionIsShownWithItsFourMetricsAndNeverWithItsSecret() {
        var saved = manager.submit("/zoom/new", "/zoom/new", form("users", ""));
        var address =
                URI.create(saved.headers().firstValue("Location").orElseThrow()).getPath();
        var page = manager.get(address);
        var settings = manager.get(address + "/settings");

        assertThat(page.body())
                .contains("Sync Process", "Last Synced Attempt", "Last Recording Fetched Till", "Authorization Status")
                .contains("Never", "Not checked");
        assertThat(settings.body())
                .contains("Saved. Type a new one to replace it")
                .doesNotContain("secret-of-ours");
    }

    /** A secret is not on the page that comes back, so it would be lost unheard. */
    @Test
    void asksForASecretThatWasTypedWhenTheFormComesBack() {
        manager.submit("/zoom/new", "/zoom/new", form("users", ""));
        var id = jdbc.sql("select id from zoom_connection").query(String.class).single();
        var address = "/zoom/%s/settings".formatted(id);
        var again = "Type the client secret and the webhook secret token once more";
        var fields = form("webhookSecret", "hush-of-ours");

        fields.put("users", "nobody");
        var refused = manager.submit(address, address, fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(again, "Type it once more");

        fields.put("users", "");
        fields.put("deleteFromZoom", "true");
        var words = answered(manager.submit(address, address + "/preview", fields));
        assertThat(words).contains(again).doesNotContain("hush-of-ours", "secret-of-ours");

        fields.putAll(Map.of("clientSecret", "", "webhookSecret", ""));
        fields.put("users", "ann@northwind.example");
        assertThat(answered(manager.submit(address, address + "/preview", fields)))
                .doesNotContain("once more");
    }

    /** S9. */
    @Test
    void aRecordingThatIsNamedWronglyComesBackWithItsSentence() {
        manager.submit("/zoom/new", "/zoom/new", form("users", ""));
        jdbc.sql("update zoom_connection set enabled = true").update();
        var id = jdbc.sql("select id from zoom_connection").query(String.class).single();
        var address = "/zoom/%s/import".formatted(id);
        assertThat(manager.get("/zoom/" + id).body()).contains(address, "Stop now", "Pause after these");

        var reply = manager.submit(address, address, Map.of("recording", "<the budget>"));

        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body())
                .contains("&lt;the budget>", "names no recording", "aria-invalid=\"true\"")
                .doesNotContain("<the budget>");
    }

    /** D1, S11: without JavaScript, and when counting takes longer than a request may. */
    @Test
    void deletingAtZoomAsksForTheWordsOnThePage() {
        var fields = new HashMap<>(form("deleteFromZoom", "true"));
        fields.put("users", "ann@northwind.example");
        var asked = answered(manager.submit("/zoom/new", "/zoom/new", fields));

        assertThat(asked)
                .contains("delete 0 recordings", "name=\"confirm\"", "cannot give back", "Zoom could not be asked")
                .contains("ann@northwind.example")
                .doesNotContain("secret-of-ours");
        assertThat(connections()).isZero();
        assertThat(jdbc.sql("select string_agg(fields, ' ') from zoom_inquiry")
                        .query(String.class)
                        .single())
                .startsWith("v1.");

        fields.put("confirm", " Delete 0  recordings ");
        var saved = manager.submit("/zoom/new", "/zoom/new", fields);
        assertThat(saved.headers().firstValue("Location").orElseThrow()).doesNotContain("inquiries");
        var id = jdbc.sql("select id from zoom_connection").query(String.class).single();
        var on = answered(manager.submit("/zoom/" + id, "/zoom/" + id + "/switch", Map.of("enabled", "true")));
        assertThat(on).contains("Switch on and allow deletion", "delete 0 recordings");
        assertThat(manager.get("/zoom/" + id + "/reconciliation").body()).contains("Not compared yet");
    }

    /** S11, S12: a page shows how far a slow answer is, and then the answer. */
    @Test
    void showsHowFarASlowAnswerIs() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var zoom = "http://127.0.0.1:%d".formatted(silent.getLocalPort());
            var fields = form("oauthUrl", zoom);
            fields.put("apiUrl", zoom + "/v2");
            var asked = manager.submit("/zoom/new", "/zoom/new/preview", fields);
            var place = asked.headers().firstValue("Location").orElseThrow();
            var path = URI.create(place).getPath();

            assertThat(manager.get(path).body())
                    .contains("What these settings would do", "http-equiv=\"refresh\"", path + "/progress");
            assertThat(manager.get(path + "/progress").headers().firstValue("HX-Refresh"))
                    .isEmpty();
            var api = manager.send(HttpRequest.newBuilder(at("/api/v1" + path))
                    .header("Authorization", "Bearer zoom-pages-token-0123456789abcdef"));
            assertThat(api.body()).contains("\"kind\":\"preview\"").containsPattern("waiting|running");
            var again = manager.submit("/zoom/new", "/zoom/new/preview", fields);
            assertThat(again.headers().firstValue("Location"))
                    .as("the same question")
                    .contains(place);
        }
    }

    /** The page that a request leads to, once it has its answer. */
    private String answered(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).isEqualTo(302);
        var path =
                URI.create(reply.headers().firstValue("Location").orElseThrow()).getPath();
        assertThat(path).startsWith("/zoom/inquiries/");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> manager.get(path + "/progress")
                        .headers()
                        .firstValue("HX-Refresh")
                        .isPresent());
        return manager.get(path).body();
    }

    @Test
    void aHostileNameStaysText() {
        manager.submit("/zoom/new", "/zoom/new", form("name", "<script>alert(1)</script>"));

        assertThat(manager.get("/zoom").statusCode()).isEqualTo(302);
        var id = jdbc.sql("select id from zoom_connection").query(String.class).single();
        assertThat(manager.get("/zoom/" + id).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void aRecordingOfNoConnectionIsNotFound() {
        manager.submit("/zoom/new", "/zoom/new", form("users", ""));
        var id = jdbc.sql("select id from zoom_connection").query(String.class).single();

        assertThat(manager.get("/zoom/" + id + "/recordings/00000000-0000-0000-0000-000000000000")
                        .statusCode())
                .isEqualTo(404);
        assertThat(manager.get("/zoom/" + id + "/recordings/nonsense").statusCode())
                .isEqualTo(404);
    }

    private long connections() {
        return jdbc.sql("select count(*) from zoom_connection")
                .query(Long.class)
                .single();
    }

    private static Map<String, String> form(String field, String value) {
        var fields = new HashMap<>(Map.of(
                "name", "Northwind",
                "accountId", "account",
                "clientId", "client",
                "clientSecret", "secret-of-ours",
                "oauthUrl", "http://127.0.0.1:1",
                "apiUrl", "http://127.0.0.1:1/v2",
                "users", "",
                "publishAs", "me",
                "publishStatus", "draft",
                "concatenate", "true"));
        fields.put("fetchFrom", "2026-11-01");
        fields.put(field, value);
        return fields;
    }
}
