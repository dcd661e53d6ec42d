package zoomsim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile;

/** Orders that come over HTTP, as when the simulator is a process of its own. */
class ControlTest {
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
    void addsAMeetingAndTellsItsHashes() throws Exception {
        var reply = zoom.post("/_simulator/meetings", """
                {"topic": "New", "host": "priya.raman@northwind.example",
                 "files": [{"recordingType": "active_speaker", "bytes": 3000000, "seed": 5},
                           {"recordingType": "chat_file", "text": "00:00:01\\tAda:\\tHello"}]}""");
        assertThat(reply.statusCode()).isEqualTo(201);
        assertThat(Caller.json(reply).findValuesAsString("sha256")).allMatch(hash -> hash.length() == 64);
        var listed = zoom.json("/v2/users/priya.raman@northwind.example/recordings");
        assertThat(listed.path("meetings").path(0).path("topic").asString()).isEqualTo("New");
    }

    @Test
    void theSameDescriptionTwiceMakesTwoMeetings() {
        for (int i = 0; i < 2; i++) {
            zoom.post("/_simulator/meetings", """
                    {"topic": "Twin", "files": [{"recordingType": "audio_only", "bytes": 5}]}""");
        }
        assertThat(simulator.account().meetings()).hasSize(2);
        assertThat(simulator.account().meetings().stream()
                        .flatMap(Meeting::allFiles)
                        .map(RecordingFile::key))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void letsTimePassAndTokensExpire() {
        assertThat(zoom.post("/_simulator/clock", "{\"advance\": \"PT61M\"}").statusCode())
                .isEqualTo(204);
        assertThat(zoom.get("/v2/users").statusCode()).isEqualTo(401);
        zoom.signedIn();
        zoom.post("/_simulator/expire-tokens", "");
        assertThat(zoom.get("/v2/users").statusCode()).isEqualTo(401);
    }

    @Test
    void ordersFaultsAndForgetsThem() {
        zoom.post(
                "/_simulator/faults", "{\"kind\": \"error\", \"path\": \"/v2/users\", \"times\": 9, \"status\": 502}");
        assertThat(zoom.get("/v2/users").statusCode()).isEqualTo(502);
        zoom.send("DELETE", "/_simulator/faults", "");
        assertThat(zoom.get("/v2/users").statusCode()).isEqualTo(200);
    }

    @Test
    void finishesWhatIsBeingMade() {
        var meeting = Meetings.add(simulator, """
                {"topic": "soon", "processingUntilTold": true, "files": [{"recordingType": "audio_only", "bytes": 9}]}""");
        zoom.post("/_simulator/finish-processing", "{\"uuid\": \"%s\"}".formatted(meeting.uuid()));
        assertThat(zoom.json("/v2/users/me/recordings").findValuesAsString("file_type"))
                .containsExactly("M4A");
        zoom.post("/_simulator/conditions", "{\"uuid\": \"%s\", \"size\": \"ZERO\"}".formatted(meeting.uuid()));
        assertThat(zoom.json("/v2/users/me/recordings").findValuesAsString("file_size"))
                .containsExactly("0");
    }

    @Test
    void tellsWhatItHoldsAndWhatWasAsked() {
        Meetings.plain(simulator, "Seen");
        var state = zoom.json("/_simulator/state");
        assertThat(state.path("users").size()).isEqualTo(12);
        assertThat(state.path("meetings").path(0).path("topic").asString()).isEqualTo("Seen");
        assertThat(zoom.json("/_simulator/requests").findValuesAsString("path")).contains("/_simulator/state");
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        for (var body : new String[] {"{\"kind\": \"flood\"}", "{\"kind\": \"error\", \"path\": \"(\"}", "{"}) {
            assertThat(zoom.post("/_simulator/faults", body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(zoom.post("/_simulator/clock", "{\"advance\": \"soon\"}").statusCode())
                .isEqualTo(400);
        assertThat(zoom.post("/_simulator/meetings", "{\"topik\": \"x\"}").statusCode())
                .isEqualTo(400);
        assertThat(zoom.post("/_simulator/party", "").statusCode()).isEqualTo(404);
    }
}
