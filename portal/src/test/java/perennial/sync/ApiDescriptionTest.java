package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import perennial.library.MediaId;
import perennial.library.Wish;
import perennial.people.Person;
import perennial.people.Role;
import perennial.settings.PortalSettings;
import perennial.settings.Settings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API (P13), held against a real reply of every route. */
class ApiDescriptionTest extends SyncTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private PortalSettings settings;

    /** Operations that were answered, and those of them that did what was asked. */
    private final Set<String> asked = new TreeSet<>();

    private final Set<String> served = new TreeSet<>();
    private Person administrator;
    private Person author;

    @BeforeEach
    void somebody() {
        administrator = people.person(Role.ADMINISTRATOR);
        author = people.person(Role.CONTRIBUTOR);
    }

    @Test
    void describesEveryRouteAndNothingElse() throws Exception {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .filter(path -> !path.startsWith("/api/openapi.json"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(method + " " + path))));

        assertThat(contract().operations()).isEqualTo(routes);
    }

    @Test
    void isMadeOfWordsForPeopleAndOfNothingInternal() throws Exception {
        var api = contract().document();
        var tags = api.path("tags").findValuesAsString("name");

        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(api.toString()).doesNotContain("perennial.", "@link", "{@code", "/error");
        assertThat(api.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        var ids = new TreeSet<String>();
        api.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertThat(operation.path("summary").asString())
                            .as(operation.toString())
                            .isNotEmpty();
                    assertThat(tags).contains(operation.path("tags").path(0).asString());
                    assertThat(ids.add(operation.path("operationId").asString()))
                            .isTrue();
                }));
        assertThat(api.at("/components/schemas/Media/properties/status/enum").toString())
                .contains("in-review")
                .doesNotContain("IN_REVIEW");
        assertThat(api.at("/components/schemas/MediaFields/properties/category/type")
                        .toString())
                .isEqualTo("[\"string\",\"null\"]");
    }

    @Test
    void holdsForARealReplyOfEveryRoute() throws Exception {
        videos();
        reviews();
        uploads();
        accounts();
        portal();
        recordings();
        webhooks();
        refusals();

        assertThat(asked)
                .as("routes that nobody has asked")
                .isEqualTo(contract().operations());
        assertThat(contract().operations().stream()
                        .filter(name -> name.startsWith("GET"))
                        .filter(name -> !served.contains(name)))
                .as("routes that nobody has read")
                .isEmpty();
    }

    private void videos() throws Exception {
        var viewer = people.person(Role.VIEWER);
        var category = text(post("/categories", Map.of("name", "Talks " + author.id())), "id");
        get("/categories");
        patch("/categories/" + category, Map.of("name", "Talks and more " + author.id()));
        var media = "/media/" + people.add(author, Wish.PUBLISHED, "Planning");
        patch(
                media,
                Map.of(
                        "category",
                        category,
                        "tags",
                        List.of("budget"),
                        "access",
                        "chosen",
                        "grants",
                        List.of(Map.of("person", viewer.email()))));
        get(media);
        get("/media");
        get("/media?query=hello&status=published");
        get("/media?tag=budget&category=" + category);
        patch(media, Map.of("recordedAt", "2025-06-02T09:30:00Z"));
        ask("PUT", media + "/progress", Map.of("position", 1.5), administrator);
        send(
                "PUT",
                media + "/captions/sv",
                BodyPublishers.ofString("WEBVTT\n\n00:01.000 --> 00:02.000\nHej\n"),
                Map.of("Content-Type", "text/vtt"),
                administrator);
        delete(media + "/captions/sv");
        ask("PUT", media + "/chapters", List.of(Map.of("start", 1.5, "title", "Begin")), administrator);
        patch(media, Map.of("access", "link"));
        get(media + "/link");
        post(media + "/link", null);
        var comment =
                media + "/comments/" + text(post(media + "/comments", Map.of("text", "Well said", "at", 2.5)), "id");
        post(media + "/comments", Map.of("text", "All of it"));
        patch(comment, Map.of("text", "Very well said"));
        post(comment + "/replies", Map.of("text", "Indeed"));
        get(media + "/comments");
        delete(comment);
        post(media + "/return-to-draft", null);
        post(media + "/publish", null);
        assertThat(ask("PATCH", media, Map.of("author", administrator.email(), "access", "author"), author)
                        .statusCode())
                .isEqualTo(204);
        delete(media);
        post(media + "/restore", null);
        delete(media);
        post(media + "/purge", null);
        delete("/categories/" + category);
    }

    private void reviews() throws Exception {
        var now = Settings.initial();
        settings.change(new Settings(now.name(), now.timeZone(), true, 1, false, now.defaultPublish()), "test");
        try {
            var first = people.add(author, Wish.PUBLISHED, "First");
            var second = people.add(author, Wish.PUBLISHED, "Second");
            people.add(author, Wish.PUBLISHED, "Third");
            var waiting = get("/review").path("items");
            post("/media/" + first + "/approve", Map.of("seen", changed(waiting, first)));
            post("/media/" + second + "/reject", Map.of("reason", "Too long"));
            get("/review?show=rejected");
            post("/review/release", null);
            lateParts(first);
        } finally {
            settings.change(Settings.initial(), "test");
        }
    }

    private void lateParts(MediaId approved) throws Exception {
        var content = people.content("as it was approved");
        people.bring(approved, content, people.content("with a late part"));
        var version = get("/late-parts").path("items").path(0).path("version").asInt();
        post("/late-parts/" + approved + "/refuse", Map.of("version", version, "reason", "The corridor"));
        people.bring(approved, content, people.content("with two late parts"));
        version = get("/late-parts").path("items").path(0).path("version").asInt();
        post("/late-parts/" + approved + "/approve", Map.of("version", version));
    }

    private static String changed(JsonNode waiting, MediaId id) {
        return waiting.valueStream()
                .filter(entry -> entry.path("id").asString().equals(id.toString()))
                .map(entry -> entry.path("changedAt").asString())
                .findFirst()
                .orElseThrow();
    }

    private void uploads() throws Exception {
        var tus = Map.of("Tus-Resumable", "1.0.0");
        send("OPTIONS", "/uploads", BodyPublishers.noBody(), tus, author);
        var begun = new HashMap<>(tus);
        begun.put("Upload-Length", "4");
        begun.put("Upload-Metadata", "filename bm90ZXMudHh0");
        var upload = send("POST", "/uploads", BodyPublishers.noBody(), begun, author)
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .substring("/api/v1".length());
        send("HEAD", upload, BodyPublishers.noBody(), tus, author);
        var piece = new HashMap<>(tus);
        piece.put("Upload-Offset", "0");
        piece.put("Content-Type", "application/offset+octet-stream");
        send("PATCH", upload, BodyPublishers.ofString("no"), piece, author);
        ask("GET", "/uploads", null, author);
        ask("GET", upload, null, author);
        send("DELETE", upload, BodyPublishers.noBody(), tus, author);
    }

    private void accounts() throws Exception {
        var invited = text(
                post(
                        "/people",
                        Map.of("email", author.id() + ".new@example.org", "name", "Tomas Okafor", "role", "viewer")),
                "id");
        get("/people");
        get("/people/" + invited);
        patch("/people/" + invited, Map.of("role", "contributor"));
        post("/people/" + administrator.id() + "/tokens", Map.of("name", "script", "scopes", List.of("read")));
        post("/people/" + author.id() + "/hand-over", Map.of("to", administrator.email()));
        var group = "/groups/" + text(post("/groups", Map.of("name", "Group " + author.id())), "id");
        get("/groups");
        get(group);
        patch(group, Map.of("claim", "staff-" + author.id()));
        post(group + "/people", Map.of("person", author.email()));
        get(group + "/people");
        delete(group + "/people/" + author.id());
        delete(group);
        delete("/people/" + invited);
    }

    private void portal() throws Exception {
        get("/settings");
        patch("/settings", Map.of("approvalsNeeded", 1, "defaultPublish", Map.of("share", true)));
        get("/settings/sharing");
        patch("/settings/sharing", Map.of("embedSites", List.of()));
        get("/mail/outbox");
        get("/audit");
    }

    private void recordings() throws Exception {
        var zoom = zoom();
        meeting(zoom, new SimulatedMeeting("Described", zoom.account().owner()).usual(Duration.ZERO, 2, 1));
        var connection = "/zoom/connections/" + text(post("/zoom/connections", access(zoom)), "id");
        madeHere(ConnectionId.parse(connection.substring(connection.lastIndexOf('/') + 1)));
        get("/zoom/connections");
        get(connection);
        post(connection + "/check", null);
        post(connection + "/preview", Map.of("deleteFromZoom", true));
        patch(connection, Map.of("enabled", true));
        post(connection + "/syncs", null);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(connection + "/status")
                        .path("syncProcess")
                        .asString()
                        .equals("finished"));
        var recording = "/zoom/recordings/"
                + text(
                        get(connection + "/recordings?state=imported")
                                .path("items")
                                .path(0),
                        "id");
        get(recording);
        get(recording + "/events");
        get(recording + "/deletion");
        confirmation(connection);
        get(recording + "/deletion");
        post(recording + "/keep", null);
        post(recording + "/let-go", null);
        post(recording + "/recover", null);
        post(recording + "/skip", null);
        post(recording + "/retry", null);
        post(recording + "/import-again", null);
        post(connection + "/recordings", Map.of("recording", text(get(recording), "uuid")));
        post(connection + "/reconciliations", null);
        for (var inquiry : jdbc.sql("select id::text from zoom_inquiry")
                .query(String.class)
                .list()) {
            get("/zoom/inquiries/" + inquiry);
        }
        post(connection + "/pause", null);
        post(connection + "/stop", null);
        patch(connection, Map.of("enabled", false));
        ask("POST", "/zoom/webhooks/" + connection.substring("/zoom/connections/".length()), Map.of(), null);
        delete(connection);
    }

    private void webhooks() throws Exception {
        var wanted = Map.of("address", "http://127.0.0.1:9/hook", "events", List.of("media.published"));
        var webhook = "/webhooks/" + text(post("/webhooks", wanted), "id");
        get("/webhooks");
        get(webhook);
        patch(webhook, Map.of("enabled", false));
        var test = webhook + "/deliveries/" + text(post(webhook + "/test", null), "id");
        await().until(() -> !get(webhook + "/deliveries").at("/items/0/endedAt").isNull());
        post(test + "/again", null);
        delete(webhook);
    }

    /** D1: the refusal says which words allow it. */
    private void confirmation(String connection) throws Exception {
        var refused = patch(connection, Map.of("deleteFromZoom", true));
        assertThat(refused.path("code").asString()).isEqualTo("deletion-not-confirmed");
        patch(
                connection,
                Map.of(
                        "deleteFromZoom",
                        true,
                        "confirm",
                        refused.path("confirm").asString()));
    }

    private void refusals() throws Exception {
        assertThat(ask("GET", "/people", null, null).statusCode()).isEqualTo(401);
        assertThat(ask("GET", "/people", null, author).statusCode()).isEqualTo(403);
        assertThat(ask("GET", "/media/nonsense", null, author).statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/media?cursor=nonsense", null, author).statusCode())
                .isEqualTo(400);
        assertThat(ask("POST", "/zoom/connections", Map.of("deletionCap", 0), administrator)
                        .statusCode())
                .isEqualTo(422);
        assertThat(send(
                                "POST",
                                "/people",
                                BodyPublishers.ofString("{"),
                                Map.of("Content-Type", "application/json"),
                                administrator)
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(
                                "POST",
                                "/people",
                                BodyPublishers.ofString("x"),
                                Map.of("Content-Type", "text/plain"),
                                administrator)
                        .statusCode())
                .isEqualTo(415);
    }

    private JsonNode get(String path) throws Exception {
        return read(ask("GET", path, null, administrator));
    }

    private JsonNode post(String path, @Nullable Object body) throws Exception {
        return read(ask("POST", path, body, administrator));
    }

    private JsonNode patch(String path, Object body) throws Exception {
        return read(ask("PATCH", path, body, administrator));
    }

    private void delete(String path) throws Exception {
        assertThat(ask("DELETE", path, null, administrator).statusCode())
                .as(path)
                .isEqualTo(204);
    }

    private static JsonNode read(HttpResponse<String> reply) {
        return JSON.readTree(reply.body().isEmpty() ? "{}" : reply.body());
    }

    private static String text(JsonNode node, String field) {
        assertThat(node.path(field).asString()).as(node.toString()).isNotEmpty();
        return node.path(field).asString();
    }

    private HttpResponse<String> ask(String method, String path, @Nullable Object body, @Nullable Person by)
            throws Exception {
        var sent = body == null ? "" : JSON.writeValueAsString(body);
        var headers = Map.of("Content-Type", "application/json");
        return send(method, path, body == null ? null : sent, BodyPublishers.ofString(sent), headers, by);
    }

    private HttpResponse<String> send(
            String method, String path, BodyPublisher body, Map<String, String> headers, @Nullable Person by)
            throws Exception {
        return send(method, path, null, body, headers, by);
    }

    private HttpResponse<String> send(
            String method,
            String path,
            @Nullable String json,
            BodyPublisher body,
            Map<String, String> headers,
            @Nullable Person by)
            throws Exception {
        var request = HttpRequest.newBuilder(at("/api/v1" + path)).method(method, body);
        headers.forEach(request::header);
        if (by != null) request.header("Authorization", "Bearer " + people.token(by));
        var reply = described(json, HTTP.send(request.build(), BodyHandlers.ofString()));
        var operation = contract().operation(method, "/api/v1" + path).orElseThrow();
        asked.add(operation);
        if (reply.statusCode() < 300) served.add(operation);
        return reply;
    }
}
