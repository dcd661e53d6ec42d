package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zoomsim.auth.Signatures;
import zoomsim.webhook.Mishap;
import zoomsim.webhook.Target;

/** Which calls are believed, and how much: signature, time, size, body (S2, B). */
class WebhookTrustTest extends WebhookTest {
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
