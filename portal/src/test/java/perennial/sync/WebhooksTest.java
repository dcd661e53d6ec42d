package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.people.Person;
import perennial.people.Role;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zoomsim.Simulator;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile;
import zoomsim.account.TextBytes;
import zoomsim.auth.Signatures;
import zoomsim.webhook.Attempt;
import zoomsim.webhook.Mishap;
import zoomsim.webhook.Target;

/** Zoom calls the portal, over HTTP and from a simulator that signs as Zoom does. No sync is due for an hour. */
class WebhooksTest extends SyncTest {
    private static final String SECRET = "kept between the two";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private ConnectionRows rows;

    private Simulator zoom;
    private Person manager;
    private ConnectionId id;

    @BeforeEach
    void connect() {
        zoom = zoom();
        manager = people.person(Role.MANAGER);
        id = connect(zoom, manager, Map.of("enabled", true, "webhookSecret", SECRET, "publishStatus", "published"));
        atRest(id);
        zoom.webhooks().target(new Target(address(), SECRET));
        zoom.requests().clear();
    }

    private URI address() {
        return at("/api/v1/zoom/webhooks/" + id);
    }

    private SimulatedMeeting usual(String topic) {
        return new SimulatedMeeting(topic, zoom.account().owner()).usual(Duration.ZERO, 2, 1);
    }

    private void awaitImported(int count) {
        await().atMost(PATIENCE).until(() -> status.of(id).count(RecordingState.IMPORTED) == count);
    }

    private List<Integer> answers(int count) {
        await().atMost(PATIENCE).until(() -> zoom.webhooks().attempts().size() >= count);
        return zoom.webhooks().attempts().stream().map(Attempt::status).toList();
    }

    private long lists() {
        return zoom.requests()
                .matching(request -> request.path().matches("/v2/(users|accounts)/.+/recordings"))
                .size();
    }

    private double counted(String result) {
        return meters.counter("perennial.webhooks", "result", result).count();
    }

    private int post(BodyPublisher body, String... headers) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address()).POST(body);
            if (headers.length > 0) request.headers(headers);
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Test
    void bringsAMeetingInAsSoonAsZoomSaysThatItIsThere() {
        var meeting = meeting(zoom, usual("Just over"));

        awaitImported(1);

        assertThat(answers(1)).containsExactly(200);
        assertSameBytes(meeting, only(id));
        assertThat(only(id).recording().mediaIds()).hasSize(1);
        assertThat(lists()).isZero();
    }

    @Test
    void makesNothingTwiceOutOfRepeatedCalls() {
        double repeated = counted("repeated");
        zoom.webhooks().mishaps().next(1, "recording.completed", new Mishap.Doubled());
        var meeting = meeting(zoom, usual("Doubled"));
        awaitImported(1);
        assertThat(answers(2)).containsExactly(200, 200);

        zoom.events().say("recording.completed", meeting);

        assertThat(answers(3)).containsExactly(200, 200, 200);
        assertThat(counted("repeated")).isEqualTo(repeated + 1);
        await().atMost(PATIENCE).until(() -> looksLeft() == 0);
        assertThat(only(id).recording().mediaIds()).hasSize(1);
        assertSameBytes(meeting, only(id));
    }

    private int looksLeft() {
        return jdbc.sql("select count(*) from zoom_look").query(Integer.class).single();
    }

    @Test
    void findsByItselfWhatWasLost() {
        zoom.webhooks().mishaps().next(1, "recording.completed", new Mishap.Lost());
        var meeting = meeting(zoom, usual("Lost"));
        assertThat(zoom.webhooks().attempts()).isEmpty();

        connections.sync(id, manager);

        awaitImported(1);
        assertSameBytes(meeting, only(id));
    }

    @Test
    void takesEventsInAnyOrderAndHoursLater() {
        zoom.webhooks().mishaps().next(1, "recording.completed", new Mishap.Overtaken());
        zoom.webhooks().mishaps().next(1, "recording.completed", new Mishap.Late(Duration.ofMinutes(4)));
        var first = meeting(zoom, usual("Overtaken"));
        meeting(zoom, usual("Late"));
        meeting(zoom, usual("In time"));
        awaitImported(2);

        zoom.clock().advance(Duration.ofMinutes(4));

        awaitImported(3);
        assertThat(answers(3)).containsOnly(200);
        assertThat(entries(id)).extracting(each -> each.recording().uuid()).contains(first.uuid());
    }

    @Test
    void refusesWhatZoomHasNotSignedOrNotOfLate() {
        double refused = counted("refused");
        var mishaps = List.of(
                new Mishap.Forged(),
                new Mishap.Altered(),
                new Mishap.Stale(Duration.ofMinutes(121)),
                new Mishap.Stale(Duration.ofMinutes(-6)));
        mishaps.forEach(mishap -> zoom.webhooks().mishaps().next(1, "recording.completed", mishap));
        for (int i = 0; i < mishaps.size(); i++) meeting(zoom, usual("Not for us " + i));

        assertThat(answers(4)).containsExactly(401, 401, 401, 401);

        assertThat(post(BodyPublishers.ofString("{}"))).isEqualTo(401);
        assertThat(post(BodyPublishers.ofString("{}"), "x-zm-request-timestamp", "soon", "x-zm-signature", "v0="))
                .isEqualTo(401);
        assertThat(counted("refused")).isEqualTo(refused + 6);
        assertThat(looksLeft()).isZero();
        assertThat(entries(id)).isEmpty();
        assertThat(zoom.requests().all()).isEmpty();
    }

    @Test
    void takesWhatIsNearlyTooOldAndALittleAhead() {
        zoom.webhooks().mishaps().next(1, ".*", new Mishap.Stale(Duration.ofMinutes(119)));
        zoom.webhooks().mishaps().next(1, ".*", new Mishap.Stale(Duration.ofMinutes(-4)));
        meeting(zoom, usual("Old"));
        meeting(zoom, usual("Ahead"));

        awaitImported(2);
        assertThat(answers(2)).containsExactly(200, 200);
    }

    @Test
    void answersAnUnknownConnectionLikeAWrongSignature() {
        zoom.webhooks().target(new Target(at("/api/v1/zoom/webhooks/" + ConnectionId.random()), SECRET));
        zoom.events().say("user.created", zoom.account().owner());
        assertThat(answers(1)).containsExactly(401);
        zoom.webhooks().target(new Target(at("/api/v1/zoom/webhooks/none"), SECRET));
        zoom.events().say("user.created", zoom.account().owner());
        assertThat(answers(2)).containsExactly(401, 401);
    }

    @Test
    void readsNoBodyThatIsTooLong() {
        var tooLong = new byte[Webhooks.LONGEST_BODY + 1];
        assertThat(post(BodyPublishers.ofByteArray(tooLong))).isEqualTo(413);
        // This one does not say how long it is.
        assertThat(post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong))))
                .isEqualTo(413);
        assertThat(looksLeft()).isZero();
    }

    @Test
    void countsABurstOfWrongSignaturesAndStaysAwake() {
        zoom.webhooks().mishaps().next(200, ".*", new Mishap.Forged());
        var meeting = usual("Burst").build();
        for (int i = 0; i < 200; i++) zoom.events().say("recording.completed", meeting);

        assertThat(answers(200)).containsOnly(401);

        meeting(zoom, usual("After the burst"));
        awaitImported(1);
        await().atMost(PATIENCE).until(() -> {
            zoom.webhooks().mishaps().next(1, ".*", new Mishap.Forged());
            zoom.events().say("recording.completed", meeting);
            return refusedNow() > 200;
        });
    }

    private long refusedNow() {
        return jdbc.sql("select refused from webhook_count where connection_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    @Test
    void provesThatItKnowsTheSecret() {
        assertThat(zoom.events().validate()).isTrue();
        assertThat(zoom.events().validate()).isTrue();

        zoom.webhooks().target(new Target(address(), "another"));
        assertThat(zoom.events().validate()).isFalse();
    }

    @Test
    void believesNothingThatABodySays() {
        var meeting = usual("As it is at Zoom").build();
        zoom.account().load(meeting);
        zoom.events().send(body("recording.completed", """
                {"uuid": "%s", "topic": "Made up", "host_email": "else@example.org", "id": 1, "duration": 7,
                 "recording_files": [{"id": "x", "file_type": "MP4", "download_url": "http://169.254.169.254/"}]}""".formatted(meeting.uuid())));

        awaitImported(1);

        assertThat(only(id).recording().topic()).isEqualTo("As it is at Zoom");
        assertThat(only(id).recording().meetingNumber()).isEqualTo(meeting.number());
        assertSameBytes(meeting, only(id));
    }

    @Test
    void storesNothingAboutWhatZoomDoesNotKnow() {
        zoom.events().send(body("recording.completed", "{\"uuid\": \"bm90aGluZyBvZiB0aGlzIQ==\"}"));
        zoom.events().send(body("recording.completed", "{\"uuid\": \"a\\u0000b\"}"));
        zoom.events().send(body("recording.completed", "{\"uuid\": 7}"));
        zoom.events().send(body("recording.completed", "[]"));
        zoom.events().send(body("recording.danced", "null"));
        zoom.events().send(body("recording.trashed", "{\"uuid\": \"bm90aGluZyBvZiB0aGlzIQ==\"}"));

        assertThat(answers(6)).containsOnly(200);
        await().atMost(PATIENCE).until(() -> looksLeft() == 0);
        assertThat(entries(id)).isEmpty();
    }

    private static ObjectNode body(String event, String object) {
        return (ObjectNode) new JsonMapper()
                .readTree("{\"event\": \"%s\", \"payload\": {\"object\": %s}}".formatted(event, object));
    }

    @Test
    void saysSoWhenASignedBodyIsNoEvent() {
        for (var text : List.of("", "[]", "{", "{\"event\": \"\"}", "\u0000")) {
            long now = Instant.now().getEpochSecond();
            var signature = "v0=" + Signatures.hexHmacSha256(SECRET, "v0:%d:%s".formatted(now, text));
            assertThat(post(
                            BodyPublishers.ofString(text),
                            "x-zm-request-timestamp",
                            Long.toString(now),
                            "x-zm-signature",
                            signature))
                    .as(text)
                    .isEqualTo(400);
        }
    }

    @Test
    void joinsATranscriptThatComesHoursLaterToTheSameItem() {
        var described = new SimulatedMeeting("Spoken", zoom.account().owner());
        var meeting = meeting(zoom, described.view("active_speaker", Duration.ZERO, 2, 1));
        awaitImported(1);
        var item = only(id).recording().mediaIds();

        var transcript = described.file(
                "TRANSCRIPT",
                "audio_transcript",
                meeting.start(),
                2,
                new TextBytes("WEBVTT\n\n1\n00:00:00.500 --> 00:00:01.500\nMira Valdez: At last.\n"));
        zoom.account().change(meeting.uuid(), found -> with(found, transcript));

        await().atMost(PATIENCE)
                .until(() -> only(id).files().size() == 2 && status.of(id).count(RecordingState.IMPORTED) == 1);
        assertThat(only(id).recording().mediaIds()).isEqualTo(item);
        assertThat(zoom.webhooks().attempts())
                .extracting(Attempt::event)
                .containsExactly("recording.completed", "recording.transcript_completed");
        assertThat(lists()).isZero();
    }

    private static Meeting with(Meeting meeting, RecordingFile file) {
        var files = new ArrayList<>(meeting.files());
        files.add(file);
        return meeting.withFiles(files);
    }

    @Test
    void showsThatTheAppWasTakenAwayUntilTheNextCheck() {
        zoom.events().deauthorize(zoom.tokens());

        await().atMost(PATIENCE).until(() -> status.of(id).authorization().status() == Authorization.Status.REFUSED);

        connections.sync(id, manager);
        await().atMost(PATIENCE).until(() -> status.of(id).authorization().status() == Authorization.Status.AUTHORIZED);
    }

    @Test
    void queuesNothingWhileItIsOff() {
        connections.switchTo(id, false, manager);

        meeting(zoom, usual("Off"));

        assertThat(answers(1)).containsExactly(200);
        assertThat(looksLeft()).isZero();
        assertThat(rows.find(id).orElseThrow().wanted())
                .isEqualTo(connections.require(id).wanted());
    }

    @Test
    void leavesOthersMeetingsAlone() {
        connections.change(id, Map.of("users", List.of("priya.raman@northwind.example")), manager);
        atRest(id);

        meeting(zoom, usual("Of somebody else"));

        assertThat(answers(1)).containsExactly(200);
        await().atMost(PATIENCE).until(() -> looksLeft() == 0);
        assertThat(entries(id)).isEmpty();
    }

    @Test
    void neverTellsTheSecret() {
        var said = connections.require(id) + " " + status.of(id);
        assertThat(said).doesNotContain(SECRET);
        assertThat(jdbc.sql("select webhook_secret from zoom_connection where id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .startsWith("v1.");
    }
}
