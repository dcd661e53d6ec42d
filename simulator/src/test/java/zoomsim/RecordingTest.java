package zoomsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One recording: how it is named, shown, deleted and brought back. */
class RecordingTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"/qYxT2bVRj6mN0pLw8ZcAg==", "b3k//Yw7QmS1eVtR9uHxLw=="})
    void aUuidWithLeadingOrDoubleSlashMustBeEncodedTwice(String uuid) {
        named(uuid);
        assertThat(zoom.get(path(Caller.twice(uuid))).statusCode()).isEqualTo(200);
        for (var wrong : new String[] {Caller.once(uuid), uuid}) {
            var reply = zoom.get(path(wrong));
            assertThat(reply.statusCode()).as(wrong).isEqualTo(404);
            assertThat(Caller.json(reply).path("code").asInt()).as(wrong).isEqualTo(3301);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab/3Yw7QmS1eVtR9uHxLw+==", "+qYxT2bVRj6mN0pLw8ZcAg=="})
    void anyOtherUuidMayBeEncodedOnceOrTwice(String uuid) {
        named(uuid);
        assertThat(zoom.get(path(Caller.once(uuid))).statusCode()).isEqualTo(200);
        assertThat(zoom.get(path(Caller.twice(uuid))).statusCode()).isEqualTo(200);
    }

    @Test
    void aNumberLeadsToTheLatestInstance() {
        for (var ago : new String[] {"PT3H", "PT1H", "PT2H"}) {
            Meetings.add(simulator, """
                    {"topic": "%s", "uuid": "%s", "number": 84512907733, "ago": "%s",
                     "files": [{"recordingType": "audio_only", "bytes": 1}]}""".formatted(ago, ago, ago));
        }
        assertThat(zoom.json(path("84512907733")).path("topic").asString()).isEqualTo("PT1H");
    }

    @Test
    void whatIsInTheTrashCanBeRecovered() {
        var meeting = Meetings.plain(simulator, "kept");
        var path = path(Caller.twice(meeting.uuid()));
        assertThat(zoom.send("DELETE", path + "?action=trash", "").statusCode()).isEqualTo(204);
        assertThat(zoom.get(path).statusCode()).isEqualTo(404);
        assertThat(zoom.send("PUT", path + "/status", "{\"action\":\"recover\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(zoom.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsDeletedForGoodCannot() {
        var meeting = Meetings.plain(simulator, "gone");
        var path = path(Caller.twice(meeting.uuid()));
        assertThat(zoom.send("DELETE", path + "?action=delete", "").statusCode())
                .isEqualTo(204);
        assertThat(zoom.send("PUT", path + "/status", "{\"action\":\"recover\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(zoom.json("/v2/users/me/recordings?trash=true")
                        .path("meetings")
                        .size())
                .isZero();
    }

    @Test
    void aSingleFileGoesAndComesBack() {
        var meeting = Meetings.plain(simulator, "kept");
        var path = path(Caller.twice(meeting.uuid()));
        var id = zoom.json(path).path("recording_files").path(0).path("id").asString();
        assertThat(zoom.send("DELETE", path + "/" + id, "").statusCode()).isEqualTo(204);
        assertThat(zoom.json(path).path("recording_files").size()).isEqualTo(1);
        var trash = zoom.json("/v2/users/me/recordings?trash=true&trash_type=recording_file");
        assertThat(trash.findValuesAsString("id")).contains(id);
        var status = zoom.send("PUT", path + "/" + id + "/status", "{\"action\":\"recover\"}");
        assertThat(status.statusCode()).isEqualTo(204);
        assertThat(zoom.json(path).path("recording_files").size()).isEqualTo(2);
    }

    @Test
    void whatIsStillBeingMadeHasNoTypeAndCannotBeDeleted() {
        var meeting = Meetings.add(simulator, """
                {"topic": "soon", "processingFor": "PT90S", "files": [{"recordingType": "active_speaker", "bytes": 9}]}""");
        var path = path(Caller.twice(meeting.uuid()));
        var file = zoom.json(path).path("recording_files").path(0);
        assertThat(file.path("file_type").asString()).isEmpty();
        assertThat(file.path("status").asString()).isEqualTo("processing");
        assertThat(Caller.json(zoom.send("DELETE", path, "")).path("code").asInt())
                .isEqualTo(3303);
        simulator.clock().advance(Duration.ofSeconds(90));
        assertThat(zoom.json(path)
                        .path("recording_files")
                        .path(0)
                        .path("file_type")
                        .asString())
                .isEqualTo("MP4");
    }

    @Test
    void sizesMayBeZeroOrMissing() {
        for (var size : new String[] {"ZERO", "MISSING"}) {
            var meeting = Meetings.add(simulator, """
                    {"topic": "%s", "shownSize": "%s", "files": [{"recordingType": "audio_only", "bytes": 9}]}""".formatted(size, size));
            var file = zoom.json(path(Caller.twice(meeting.uuid())))
                    .path("recording_files")
                    .path(0);
            assertThat(file.path("file_size").asLong(-1)).isEqualTo(size.equals("ZERO") ? 0 : -1);
        }
    }

    @Test
    void participantsHaveTheirOwnSound() {
        var meeting = Meetings.add(simulator, """
                {"topic": "voices", "participantAudio": true, "takes": [{"sinceMeetingStart": "PT5S",
                  "recordingTypes": ["audio_only"],
                  "lines": [{"speaker": "Ada", "text": "One."}, {"speaker": "Bo", "text": "Two."}]}]}""");
        var audio = zoom.json(path(Caller.twice(meeting.uuid()))).path("participant_audio_files");
        assertThat(audio.findValuesAsString("file_name")).containsExactly("Audio only - Ada", "Audio only - Bo");
        assertThat(zoom.json("/v2/users/me/recordings").toString()).doesNotContain("participant_audio_files");
    }

    private void named(String uuid) {
        Meetings.add(simulator, """
                {"topic": "t", "uuid": "%s", "files": [{"recordingType": "audio_only", "bytes": 1}]}""".formatted(uuid));
    }

    private static String path(String meeting) {
        return "/v2/meetings/%s/recordings".formatted(meeting);
    }
}
