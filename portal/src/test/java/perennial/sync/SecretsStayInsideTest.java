package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import perennial.people.Role;
import perennial.zoom.Fixtures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** C6: whatever goes well or wrong, no secret is in a row, a log line, a page or an answer of the API. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsStayInsideTest extends SyncTest {
    private static final String CLIENT_SECRET = "client-secret-8d1f7b3a60";
    private static final String WEBHOOK_SECRET = "webhook-secret-c29e5510fa";
    private static final String IN_ADDRESS = "address-token-77aa01b3e4";
    private static final List<String> SECRETS = List.of(CLIENT_SECRET, WEBHOOK_SECRET, IN_ADDRESS, ScriptedZoom.TOKEN);

    @Test
    void noSecretIsInARowALogLineAPageOrAnAnswer(CapturedOutput output) throws Exception {
        var administrator = people.person(Role.ADMINISTRATOR);
        try (var zoom = new ScriptedZoom()) {
            zoom.file("PAGE", "<html><title>Sign in</title></html>".getBytes(StandardCharsets.UTF_8));
            list(zoom, 1, zoom.url() + "/rec/download/MP4?access_token=" + IN_ADDRESS);
            list(zoom, 2, zoom.url() + "/rec/download/PAGE?access_token=" + IN_ADDRESS);
            list(zoom, 3, "http://169.254.169.254/rec/download/MP4?access_token=" + IN_ADDRESS);
            list(zoom, 4, "http://user:" + IN_ADDRESS + "@127.0.0.1/MP4");
            var fields = Map.of(
                    "name",
                    "Guarded",
                    "accountId",
                    "acc-" + UUID.randomUUID(),
                    "clientId",
                    "client",
                    "clientSecret",
                    CLIENT_SECRET,
                    "webhookSecret",
                    WEBHOOK_SECRET,
                    "oauthUrl",
                    zoom.url(),
                    "apiUrl",
                    zoom.url() + "/v2",
                    "enabled",
                    true);
            var id = connections.create(fields, administrator).id();
            madeHere(id);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(status.of(id).count(RecordingState.IMPORTED)
                                    + status.of(id).count(RecordingState.FAILED))
                            .isEqualTo(4));
            assertThat(status.of(id).count(RecordingState.IMPORTED)).isEqualTo(1);

            assertNoneIn("the database", rows());
            assertNoneIn("the API", answers(id, people.token(administrator)));
            assertNoneIn("the log", output.getAll());
            assertThat(connections.require(id).toString()).doesNotContain(SECRETS);
        }
    }

    private static void assertNoneIn(String where, String text) {
        assertThat(text.length()).as(where).isGreaterThan(500);
        for (var secret : SECRETS) {
            int at = text.indexOf(secret);
            assertThat(at < 0 ? "" : text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 60)))
                    .as("%s in %s", secret, where)
                    .isEmpty();
        }
    }

    private static void list(ScriptedZoom zoom, int number, String address) throws Exception {
        var sample = Files.readString(Fixtures.samples().resolve("api").resolve("list-user-recordings-2021.json"));
        JsonNode meeting = ScriptedZoom.JSON.readTree(sample).path("meetings").path(0);
        var dressed = zoom.dressed(meeting, number);
        for (var file : dressed.path("recording_files")) {
            if (file.path("file_type").asString().equals("MP4")) ((ObjectNode) file).put("download_url", address);
        }
        zoom.list(dressed.path("uuid").asString(), dressed, dressed);
    }

    /** Every row of every table, as a dump would hold it. */
    private String rows() {
        var tables = jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
                .query((row, n) -> row.getString(1))
                .list();
        var all = new ArrayList<String>();
        for (var table : tables) {
            all.addAll(jdbc.sql("select t::text from \"%s\" t".formatted(table))
                    .query((row, n) -> row.getString(1))
                    .list());
        }
        return String.join("\n", all);
    }

    private String answers(ConnectionId id, String token) throws Exception {
        var all = new StringBuilder();
        var connection = "/zoom/connections/" + id;
        var paths = new ArrayList<>(List.of(
                "/zoom/connections",
                connection,
                connection + "/status",
                connection + "/recordings",
                "/audit",
                "/mail"));
        for (var entry : entries(id))
            paths.add("/zoom/recordings/" + entry.recording().id());
        try (var http = HttpClient.newHttpClient()) {
            for (var path : paths) {
                var request = HttpRequest.newBuilder(at("/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .build();
                all.append(http.send(request, BodyHandlers.ofString()).body());
            }
        }
        return all.toString();
    }
}
