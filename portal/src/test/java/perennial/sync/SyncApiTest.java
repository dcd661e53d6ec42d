package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import perennial.people.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zoomsim.Simulator;

/** The Zoom app as a script sees it. */
class SyncApiTest extends SyncTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private Simulator zoom;
    private String token;

    @BeforeEach
    void setUp() {
        zoom = zoom();
        token = people.token(people.person(Role.MANAGER));
    }

    private record Reply(int status, JsonNode body) {}

    private Reply call(String method, String path, @Nullable Object body) {
        var publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        var request = HttpRequest.newBuilder(at("/api/v1/zoom" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(), JSON.readTree(response.body().isEmpty() ? "{}" : response.body()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String create() {
        var reply = call("POST", "/connections", access(zoom));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.body().path("id").asString();
    }

    @Test
    void leadsFromTheSwitchToTheFilesHashes() {
        var meeting =
                meeting(zoom, new SimulatedMeeting("Scripted", zoom.account().owner()).usual(Duration.ZERO, 2, 1));
        var path = "/connections/" + create();
        assertThat(call("GET", path + "/status", null)
                        .body()
                        .path("syncProcess")
                        .asString())
                .isEqualTo("off");

        assertThat(call("POST", path + "/check", Map.of()).body().path("status").asString())
                .isEqualTo("authorized");
        assertThat(call("PATCH", path, Map.of("enabled", true)).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> call("GET", path + "/status", null)
                        .body()
                        .path("syncProcess")
                        .asString()
                        .equals("finished"));

        var status = call("GET", path + "/status", null).body();
        assertThat(status.path("counts").path("imported").asInt()).isEqualTo(1);
        assertThat(status.path("authorization").path("status").asString()).isEqualTo("authorized");
        assertThat(status.path("lastRecordingFetchedTill").asString())
                .isEqualTo(meeting.start().toString());
        assertThat(status.path("lastSyncedAttempt").asString()).isNotEmpty();
        var recording = call("GET", path + "/recordings?state=imported", null)
                .body()
                .path("items")
                .get(0);
        assertThat(recording.path("uuid").asString()).isEqualTo(meeting.uuid());
        assertThat(recording.path("mediaIds")).hasSize(1);
        assertThat(recording
                        .path("files")
                        .valueStream()
                        .map(file -> file.path("sha256").asString()))
                .containsExactlyInAnyOrderElementsOf(meeting.files().stream()
                        .map(file -> file.content().sha256())
                        .toList());
        var events = call("GET", "/recordings/" + recording.path("id").asString() + "/events", null)
                .body();
        assertThat(events.path("items")
                        .valueStream()
                        .map(event -> event.path("kind").asString()))
                .startsWith("found")
                .endsWith("imported");
        call("PATCH", path, Map.of("enabled", false));
    }

    @Test
    void showsEverySettingAndNoSecret() {
        var id = create();

        var shown = call("GET", "/connections/" + id, null).body();

        assertThat(shown.propertyNames())
                .contains(
                        "name",
                        "auth",
                        "accountId",
                        "clientId",
                        "apiKey",
                        "oauthUrl",
                        "apiUrl",
                        "users",
                        "stopOnUnknownUser",
                        "publishAs",
                        "aliases",
                        "fallbackOwner",
                        "concatenate",
                        "publishStatus",
                        "deleteFromZoom",
                        "deleteGrace",
                        "deletePermanently",
                        "deleteUnimported",
                        "deletionCap",
                        "fetchFrom",
                        "views",
                        "minimumLength",
                        "falseStart",
                        "topicInclude",
                        "topicExclude",
                        "webinars",
                        "privateChat",
                        "enabled")
                .doesNotContain("clientSecret", "apiSecret", "webhookSecret");
        assertThat(shown.path("deleteGrace").asString()).isEqualTo("P3D");
        assertThat(shown.toString()).doesNotContain(String.valueOf(access(zoom).get("clientSecret")));
        assertThat(call("GET", "/connections", null).body().path("items").toString())
                .contains(id);
        // What was shown may be sent back, and changes nothing.
        assertThat(call("PATCH", "/connections/" + id, shown).status()).isEqualTo(200);
        assertThat(call("DELETE", "/connections/" + id, null).status()).isEqualTo(204);
        assertThat(call("GET", "/connections/" + id, null).status()).isEqualTo(404);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        var reply = call(
                "PATCH", "/connections/" + create(), Map.of("users", List.of("a@example.org", "b"), "deletionCap", 0));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().path("code").asString()).isEqualTo("invalid-settings");
        assertThat(reply.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("users", "deletionCap");
        assertThat(reply.body().toString()).contains("Line 2");
    }

    /** S9. */
    @Test
    void importsTheOneThatIsNamed() {
        var old = meeting(
                zoom,
                new SimulatedMeeting("Asked for", zoom.account().owner())
                        .startedAgo(Duration.ofDays(90))
                        .usual(Duration.ZERO, 2, 1));
        var path = "/connections/" + create();
        call("PATCH", path, Map.of("enabled", true));

        var wrong = call("POST", path + "/recordings", Map.of("recording", "the budget"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("errors").path(0).path("field").asString()).isEqualTo("recording");

        var taken = call("POST", path + "/recordings", Map.of("recording", old.uuid()));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(202);
        var recording = "/recordings/" + taken.body().path("id").asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> call("GET", recording, null)
                        .body()
                        .path("state")
                        .asString()
                        .equals("imported"));
        assertThat(call("POST", path + "/pause", Map.of())
                        .body()
                        .path("syncProcess")
                        .asString())
                .isEqualTo("paused");
        call("PATCH", path, Map.of("enabled", false));
    }

    /** D1, S11. */
    @Test
    void asksForWordsWithTheNumberBeforeMoreCanBeDeleted() {
        meeting(zoom, new SimulatedMeeting("One", zoom.account().owner()).usual(Duration.ZERO, 2, 1));
        var path = "/connections/" + create();
        var preview =
                call("POST", path + "/preview", Map.of("deleteFromZoom", true)).body();
        assertThat(preview.path("deletions").asInt()).isEqualTo(1);
        assertThat(preview.path("recordings").asInt()).isEqualTo(1);
        assertThat(preview.path("bytes").asLong()).isPositive();

        var refused = call("PATCH", path, Map.of("deleteFromZoom", true));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("confirm").asString()).isEqualTo("delete 1 recording");
        assertThat(refused.body().path("preview").path("deletions").asInt()).isEqualTo(1);
        assertThat(call("PATCH", path, Map.of("deleteFromZoom", true, "confirm", "yes"))
                        .status())
                .isEqualTo(409);
        assertThat(call("PATCH", path, Map.of("deleteFromZoom", true, "confirm", "delete 1 recording"))
                        .status())
                .isEqualTo(200);
        assertThat(call("PATCH", path, Map.of("enabled", true)).status()).isEqualTo(409);
        assertThat(call("PATCH", path, Map.of("deleteGrace", "P5D")).status()).isEqualTo(200);
        var reconciled = call("POST", path + "/reconciliations", Map.of()).body();
        assertThat(reconciled.path("atZoom").asInt()).isEqualTo(1);
        assertThat(reconciled.path("differences").get(0).path("what").asString())
                .isEqualTo("missing-here");
    }

    @Test
    void refusesWhatCannotBeDone() {
        var path = "/connections/" + create();

        assertThat(call("POST", path + "/syncs", Map.of()).status()).isEqualTo(409);
        assertThat(call("POST", path + "/pause", Map.of()).status()).isEqualTo(409);
        assertThat(call("POST", path + "/recordings", Map.of("recording", "84512309921"))
                        .status())
                .isEqualTo(409);
        assertThat(call("GET", path + "/recordings?state=lost", null).status()).isEqualTo(400);
        assertThat(call("GET", path + "/recordings?cursor=x", null).status()).isEqualTo(400);
        assertThat(call("GET", "/connections/nonsense/status", null).status()).isEqualTo(404);
        token = people.token(people.person(Role.CONTRIBUTOR));
        assertThat(call("GET", path, null).status()).isEqualTo(403);
    }
}
