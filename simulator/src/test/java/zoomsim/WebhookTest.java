package zoomsim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zoomsim.account.User;
import zoomsim.auth.Signatures;
import zoomsim.http.Json;
import zoomsim.http.Reply;
import zoomsim.http.Request;
import zoomsim.http.RequestLog;
import zoomsim.http.WebServer;
import zoomsim.webhook.Attempt;
import zoomsim.webhook.EventSource;
import zoomsim.webhook.Target;

/** What a receiver of webhooks gets to see. */
class WebhookTest {
    private static final String SECRET = "between the two";

    private final List<Request> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(200);
    private WebServer receiver;
    private Simulator simulator;
    private Caller zoom;

    @BeforeEach
    void start() throws IOException {
        receiver = WebServer.bind("receiver", 0, new RequestLog());
        receiver.serve(request -> {
            received.add(request);
            return Reply.empty(answer.get());
        });
        simulator = Simulator.start(Options.forTests());
        simulator
                .webhooks()
                .target(new Target(URI.create("http://127.0.0.1:%d/hook".formatted(receiver.port())), SECRET));
        zoom = new Caller(simulator).signedIn();
    }

    @AfterEach
    void stop() {
        zoom.close();
        simulator.close();
        receiver.close();
    }

    private List<String> events(int count) {
        await().until(() -> received.size() >= count);
        return received.stream()
                .map(request -> body(request).path("event").asString())
                .toList();
    }

    private static JsonNode body(Request request) {
        return Json.MAPPER.readTree(request.body());
    }

    @Test
    void signsCompactJsonAndSendsZoomsHeaders() {
        var meeting = Meetings.plain(simulator, "Done / 計画");
        assertThat(events(1)).containsExactly("recording.completed");

        var request = received.getFirst();
        var timestamp = request.header("x-zm-request-timestamp").orElseThrow();
        assertThat(request.header("x-zm-signature"))
                .contains("v0=" + Signatures.hexHmacSha256(SECRET, "v0:" + timestamp + ":" + request.body()));
        assertThat(request.header("User-Agent")).contains("Zoom Marketplace/1.0a");
        assertThat(request.header("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(request.header("x-zm-request-id")).isPresent();
        assertThat(request.header("x-zm-trackingid")).isPresent();
        assertThat(request.body()).isEqualTo(body(request).toString());
        assertThat(body(request).path("payload").path("object").path("uuid").asString())
                .isEqualTo(meeting.uuid());
        assertThat(body(request).path("event_ts").asLong()).isGreaterThan(1_000_000_000_000L);
    }

    @Test
    void repeatsAfterFiveTwentyAndSixtyMinutesWhatNobodyTook() {
        answer.set(503);
        Meetings.plain(simulator, "Nobody home");
        var pauses = List.of(5, 20, 60);
        for (int i = 0; i < pauses.size(); i++) {
            int tries = i + 1;
            await().until(() -> simulator.webhooks().attempts().size() == tries);
            simulator.clock().advance(Duration.ofMinutes(pauses.get(i)).minusSeconds(30));
            assertThat(received).hasSize(tries);
            simulator.clock().advance(Duration.ofSeconds(31));
        }
        await().until(() -> simulator.webhooks().attempts().size() == 4);
        simulator.clock().advance(Duration.ofHours(5));

        assertThat(simulator.webhooks().attempts()).extracting(Attempt::number).containsExactly(1, 2, 3, 4);
        assertThat(received.stream().map(Request::body))
                .hasSize(4)
                .containsOnly(received.getFirst().body());
        assertThat(received.stream()
                        .map(request -> request.header("x-zm-signature"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void givesUpOnARefusalAtOnce() {
        answer.set(401);
        Meetings.plain(simulator, "Refused");
        await().until(() -> simulator.webhooks().attempts().size() == 1);

        simulator.clock().advance(Duration.ofHours(2));

        assertThat(simulator.webhooks().attempts()).extracting(Attempt::status).containsExactly(401);
    }

    @Test
    void tellsOfAMeetingFromItsBeginningToItsTranscript() {
        zoom.post("/_simulator/live/start", "{\"topic\": \"Live\"}");
        var uuid = simulator.account().meetings().getFirst().uuid();
        var body = "{\"uuid\": \"%s\"}".formatted(uuid);
        events(1);
        assertThat(zoom.json("/v2/users/me/recordings").findValuesAsString("status"))
                .containsExactly("processing");
        for (var step : List.of("pause", "resume", "stop")) {
            zoom.post("/_simulator/clock", "{\"advance\": \"PT10M\"}");
            int before = received.size();
            zoom.post("/_simulator/live/" + step, body);
            events(before + 1);
        }
        zoom.post("/_simulator/live/start", body);
        events(5);
        zoom.post("/_simulator/clock", "{\"advance\": \"PT5M\"}");
        zoom.post("/_simulator/live/stop", body);
        events(6);
        zoom.post("/_simulator/live/end", "{\"uuid\": \"%s\", \"transcriptAfter\": \"PT3H\"}".formatted(uuid));
        zoom.post("/_simulator/clock", "{\"advance\": \"PT69M\"}");
        assertThat(received).hasSize(6);
        zoom.post("/_simulator/clock", "{\"advance\": \"PT2M\"}");
        events(7);
        zoom.post("/_simulator/clock", "{\"advance\": \"PT3H\"}");

        assertThat(events(8))
                .containsExactly(
                        "recording.started",
                        "recording.paused",
                        "recording.resumed",
                        "recording.stopped",
                        "recording.started",
                        "recording.stopped",
                        "recording.completed",
                        "recording.transcript_completed");
        var files = zoom.signedIn().json("/v2/meetings/%s/recordings".formatted(Caller.twice(uuid)));
        assertThat(files.findValuesAsString("file_type")).containsExactlyInAnyOrder("MP4", "MP4", "TRANSCRIPT");
    }

    @Test
    void addsASegmentTheNextDay() {
        var meeting = Meetings.plain(simulator, "Two days");
        zoom.post("/_simulator/files", """
                {"uuid": "%s", "after": "P1D", "files": [
                  {"recordingType": "active_speaker", "sinceMeetingStart": "P1D", "bytes": 200000}]}""".formatted(meeting.uuid()));
        events(1);

        zoom.post("/_simulator/clock", "{\"advance\": \"P1D\"}");

        assertThat(events(2)).containsExactly("recording.completed", "recording.completed");
        assertThat(simulator.account().meeting(meeting.uuid()).orElseThrow().files())
                .hasSize(3);
    }

    @Test
    void tellsOfTrashRecoveryAndTheEnd() {
        var meeting = Meetings.plain(simulator, "Gone");
        var path = "/v2/meetings/%s/recordings".formatted(Caller.twice(meeting.uuid()));
        events(1);
        zoom.send("DELETE", path, "");
        events(2);
        zoom.send("PUT", path + "/status", "{\"action\": \"recover\"}");
        events(3);
        zoom.send("DELETE", path + "?action=delete", "");

        assertThat(events(4))
                .containsExactly(
                        "recording.completed", "recording.trashed", "recording.recovered", "recording.deleted");
        assertThat(body(received.get(3)).has("download_token")).isFalse();
    }

    @Test
    void itsBodiesFollowTheOfficialSchemas() {
        var owner = simulator.account().owner();
        var meeting = Meetings.add(simulator, """
                {"topic": "Schema", "participantAudio": true,
                 "takes": [{"sinceMeetingStart": "PT1M", "lines": [{"speaker": "Ada", "text": "Hello all"}],
                            "recordingTypes": ["active_speaker", "audio_transcript"]}]}""");
        EventSource.names().forEach(name -> simulator.events().say(name, meeting));
        for (var name : List.of("user.created", "user.updated", "user.deactivated", "user.deleted")) {
            simulator.events().say(name, owner);
        }
        simulator.events().deauthorize(simulator.tokens());
        int sent = 1 + EventSource.names().size() + 5;
        events(sent);

        var mistakes = new ArrayList<String>();
        for (var request : received) {
            var body = body(request);
            var event = body.path("event").asString();
            var file = event.startsWith("user.")
                    ? "webhooks-user"
                    : event.startsWith("app_") ? "webhooks-app" : "webhooks-recording";
            OfficialSchema.ofWebhook(file + ".openapi.json", event)
                    .withExampleDomains()
                    .withTranscripts()
                    .mistakes(body)
                    .forEach(mistake -> mistakes.add(event + ": " + mistake));
        }
        assertThat(mistakes).isEmpty();
    }

    @Test
    void refusesOrdersItDoesNotKnow() {
        assertThat(zoom.post("/_simulator/webhooks", "{\"event\": \"recording.danced\", \"uuid\": \"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(zoom.post("/_simulator/webhook-mishaps", "{\"kind\": \"eaten\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(zoom.post("/_simulator/live/stop", "{\"uuid\": \"none\"}").statusCode())
                .isEqualTo(400);
        User owner = simulator.account().owner();
        assertThat(zoom.post(
                                "/_simulator/webhooks",
                                "{\"event\": \"user.updated\", \"user\": \"%s\"}".formatted(owner.email()))
                        .statusCode())
                .isEqualTo(204);
        assertThat(events(1)).containsExactly("user.updated");
        assertThat(zoom.send("PUT", "/_simulator/webhook", "{}").statusCode()).isEqualTo(204);
        assertThat(simulator.webhooks().target()).isNull();
    }
}
