package zoomsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The simulator's replies have the fields that real replies have, no fewer and no others. */
class SampleFieldsTest {
    private Simulator simulator;
    private Caller zoom;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(Options.forTests());
        zoom = new Caller(simulator).signedIn();
    }

    @AfterEach
    void stop() {
        zoom.close();
        simulator.close();
    }

    @Test
    void listOfUserRecordingsAsIn2024() {
        var real = Shared.json("samples/api/list-user-recordings-2024.json");
        Meetings.add(simulator, """
                {"topic": "t", "files": [
                  {"recordingType": "shared_screen_with_speaker_view", "bytes": 9},
                  {"recordingType": "audio_only", "bytes": 9},
                  {"recordingType": "timeline", "bytes": 9}]}""");
        var ours = zoom.json("/v2/users/me/recordings");
        assertThat(names(ours)).isEqualTo(names(real));
        assertThat(names(ours.path("meetings").path(0)))
                .isEqualTo(names(real.path("meetings").path(0)));
        for (var type : new String[] {"MP4", "M4A", "TIMELINE"}) {
            assertThat(names(file(ours.path("meetings").path(0), type)))
                    .as(type)
                    .isEqualTo(names(file(real.path("meetings").path(0), type)));
        }
        assertThat(ours.path("meetings").path(0).path("type").isInt()).isTrue();
    }

    @Test
    void emptyListAsIn2026() {
        var real = Shared.json("samples/api/list-user-recordings-empty-2026.json");
        var ours = zoom.json("/v2/users/me/recordings");
        assertThat(names(ours)).isEqualTo(names(real));
        for (var count : new String[] {"page_count", "page_size", "total_records"}) {
            assertThat(ours.path(count)).as(count).isEqualTo(real.path(count));
        }
    }

    @Test
    void timelineWithoutIdAsIn2020() {
        var real = Shared.json("samples/api/get-meeting-recordings-2020.json");
        var meeting = Meetings.add(simulator, """
                {"topic": "t", "sparseTimeline": true, "files": [{"recordingType": "timeline", "bytes": 9}]}""");
        var ours = zoom.json("/v2/meetings/%s/recordings".formatted(Caller.twice(meeting.uuid())));
        assertThat(names(file(ours, "TIMELINE"))).isEqualTo(names(file(real, "TIMELINE")));
        assertThat(names(ours)).containsAll(names(real));
    }

    @Test
    void usersAsIn2026() {
        var real = Shared.json("samples/api/list-users-2026.json");
        var ours = zoom.json("/v2/users");
        assertThat(names(ours)).isEqualTo(names(real));
        assertThat(names(ours.path("users").path(0)))
                .isEqualTo(names(real.path("users").path(0)));
    }

    @Test
    void refusalsWordForWord() {
        assertThat(Caller.json(zoom.get("/v2/users/nobody@example.com")))
                .isEqualTo(Shared.json("samples/errors/404-1001-no-user.json"));
        assertThat(Caller.json(zoom.get("/v2/meetings/81234567890/recordings")))
                .isEqualTo(Shared.json("samples/errors/404-3301-no-recording.json"));
        simulator.tokens().expireAll();
        assertThat(Caller.json(zoom.get("/v2/users"))).isEqualTo(Shared.json("samples/errors/401-124-expired.json"));
        zoom.with("nonsense");
        assertThat(Caller.json(zoom.get("/v2/users"))).isEqualTo(Shared.json("samples/errors/401-124-invalid.json"));
    }

    @Test
    void missingScopeWordForWord() {
        simulator.tokens().scopes(List.of("user:read:list_users:admin"));
        zoom.signedIn();
        var reply = zoom.get("/v2/users/me/recordings");
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(Caller.json(reply)).isEqualTo(Shared.json("samples/errors/400-4711-missing-scope.json"));
    }

    @Test
    void tokenReply() {
        var reply = Caller.json(zoom.askForToken(zoom.tokenForm()));
        var real = Shared.json("samples/oauth/token-reply.json");
        assertThat(names(reply)).isEqualTo(names(real));
        assertThat(reply.path("token_type")).isEqualTo(real.path("token_type"));
        assertThat(reply.path("expires_in")).isEqualTo(real.path("expires_in"));
    }

    @Test
    void pageInsteadOfAFile() {
        assertThat(Shared.text("samples/downloads/only-host-can-download-200.html")
                        .strip())
                .isEqualTo(
                        zoom.with("").get("/rec/download/nothing.here").body().strip());
    }

    private static JsonNode file(JsonNode meeting, String type) {
        return meeting.path("recording_files")
                .valueStream()
                .filter(file -> file.path("file_type").asString("").equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> names(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }
}
