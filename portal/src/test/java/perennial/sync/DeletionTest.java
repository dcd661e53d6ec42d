package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.people.Role;
import perennial.video.TestClips;
import perennial.web.PortalException;
import zoomsim.account.FileBytes;
import zoomsim.account.Meeting;
import zoomsim.account.ParticipantAudio;
import zoomsim.fault.Fault;

/** D1 to D4: from the words that allow it to what lies in Zoom's trash. */
class DeletionTest extends DeletingTest {
    @Test
    void movesToTheTrashWhatIsProvenHere() {
        var zoom = zoom();
        var host = zoom.account().owner();
        // A UUID that has to be encoded twice.
        var meeting =
                new SimulatedMeeting("Proven", host).usual(Duration.ZERO, 2, 1).build("/ab//cd+efghijklmnop==");
        zoom.account().put(meeting);
        var manager = people.person(Role.MANAGER);
        var id = connect(zoom, manager, Map.of("enabled", true));
        imported(id);
        zoom.requests().clear();

        allow(id, Map.of("deleteFromZoom", true, "deleteGrace", "PT0S"), manager);
        var finished = atRest(id);

        assertThat(finished.count(RecordingState.DELETED_AT_ZOOM))
                .as(finished.toString())
                .isEqualTo(1);
        assertThat(finished.syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertThat(deletions(zoom)).hasSize(1);
        assertThat(deletions(zoom).getFirst().query()).isEqualTo("action=trash");
        assertThat(zoom.account().meeting(meeting.uuid()).orElseThrow().trashed())
                .isTrue();
        assertThat(jdbc.sql("select state from deletion_intent where recording_id = :id")
                        .param("id", only(id).recording().id().value())
                        .query(String.class)
                        .list())
                .containsExactly("done");
        assertThat(audit(id)).contains("zoom-connection.deletion-allowed");
        assertThat(ledger.events(only(id).recording().id()))
                .extracting(RecordingEvent::kind)
                .containsSubsequence("imported", "verified", "deletion-intended", "deleted-at-zoom");
    }

    private List<String> audit(ConnectionId id) {
        return jdbc.sql("select action from audit_entry where subject = :id")
                .param("id", connections.require(id).settings().name())
                .query((row, n) -> row.getString("action"))
                .list();
    }

    @Test
    void deletesNoMoreInOneSyncThanTheCapAllows() {
        var zoom = zoom();
        var manager = people.person(Role.MANAGER);
        var id = threeImported(zoom, manager);
        zoom.requests().clear();

        allow(id, Map.of("deleteFromZoom", true, "deleteGrace", "PT0S", "deletionCap", 2), manager);

        assertThat(atRest(id).count(RecordingState.DELETED_AT_ZOOM)).isEqualTo(2);
        control.sync(id, manager);
        assertThat(atRest(id).count(RecordingState.DELETED_AT_ZOOM)).isEqualTo(3);
        assertThat(deletions(zoom)).hasSize(3);
    }

    /** N: a fresh look and a call for each, and the trash once for all of a host. */
    @Test
    void asksZoomTwiceForEachAndReadsTheTrashOnce() {
        var zoom = zoom();
        var manager = people.person(Role.MANAGER);
        var id = threeImported(zoom, manager);
        zoom.requests().clear();

        allow(id, on(), manager);
        atRest(id);

        var recordings = zoom.requests().matching(request -> request.path().startsWith("/v2/meetings/"));
        var trash = zoom.requests().matching(request -> request.query().contains("trash=true"));
        assertThat(recordings).hasSize(6);
        assertThat(trash).hasSize(1);
    }

    /** D7. */
    @Test
    void switchingDeletionOffStopsWhatIsPending() {
        var zoom = zoom();
        var manager = people.person(Role.MANAGER);
        var id = threeImported(zoom, manager);
        zoom.requests().clear();
        zoom.faults()
                .next(
                        3,
                        "/v2/meetings/",
                        new Fault.TooManyRequests(Instant.now().plusSeconds(3)));
        allow(id, on(), manager);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> zoom.requests()
                                .matching(request -> request.path().startsWith("/v2/meetings/"))
                                .size()
                        >= 3);

        connections.change(id, Map.of("deleteFromZoom", false), manager);
        var finished = atRest(id);

        assertThat(finished.count(RecordingState.IMPORTED))
                .as(finished.toString())
                .isEqualTo(3);
        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(10))
                .until(() -> deletions(zoom).isEmpty());
    }

    /** D3, P12. */
    @Test
    void aRecoveredRecordingIsBackAndStaysAtZoom() {
        var zoom = zoom();
        var manager = people.person(Role.MANAGER);
        var meeting = meeting(
                zoom, new SimulatedMeeting("Back", zoom.account().owner()).view("active_speaker", Duration.ZERO, 1, 1));
        var id = connect(zoom, manager, Map.of("enabled", true));
        imported(id);
        allow(id, on(), manager);
        atRest(id);
        var recording = only(id).recording().id();
        assertThat(deletionsOf.report(recording).trashUntil())
                .isAfter(Instant.now().plus(Duration.ofDays(29)));

        recovery.recover(recording, manager);
        control.sync(id, manager);
        atRest(id);

        assertThat(zoom.account().meeting(meeting.uuid()).orElseThrow().trashed())
                .isFalse();
        assertThat(state(recording)).isEqualTo(RecordingState.IMPORTED);
        assertThat(standing(recording).blocks()).containsExactly(DeletionBlock.KEPT);
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where action = 'zoom-recording.recovered' and detail = :uuid")
                        .param("uuid", meeting.uuid())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** D2: participant audio shows only when a recording is asked for by its UUID. */
    @Test
    void aFileThatOnlyTheFreshLookShowsIsFetchedFirst() {
        var zoom = zoom();
        var manager = people.person(Role.MANAGER);
        var made = new SimulatedMeeting("Late", zoom.account().owner()).view("active_speaker", Duration.ZERO, 1, 1);
        var meeting = meeting(zoom, made);
        var id = connect(zoom, manager, Map.of("enabled", true));
        imported(id);
        var sound = made.file("M4A", "audio_only", meeting.start(), 1, new FileBytes(TestClips.sound(1, 7)));
        zoom.account()
                .put(new Meeting(
                        meeting.uuid(),
                        meeting.number(),
                        meeting.type(),
                        meeting.topic(),
                        meeting.host(),
                        meeting.start(),
                        meeting.timezone(),
                        meeting.password(),
                        meeting.files(),
                        List.of(new ParticipantAudio("Mira", sound)),
                        null,
                        false,
                        null));
        zoom.requests().clear();

        allow(id, on(), manager);
        atRest(id);

        assertThat(deletions(zoom)).isEmpty();
        assertThat(only(id).files()).hasSize(2).allMatch(file -> file.state() == FileState.STORED);
        imported(id);
        control.sync(id, manager);
        assertThat(atRest(id).count(RecordingState.DELETED_AT_ZOOM)).isEqualTo(1);
    }

    @Test
    void deletesForGoodOnlyWhereThatIsChosen() {
        var zoom = zoom();
        var manager = people.person(Role.MANAGER);
        var meeting = meeting(
                zoom,
                new SimulatedMeeting("For good", zoom.account().owner()).view("active_speaker", Duration.ZERO, 1, 1));
        var id = connect(zoom, manager, Map.of("enabled", true));
        imported(id);

        allow(id, Map.of("deleteFromZoom", true, "deleteGrace", "PT0S", "deletePermanently", true), manager);
        atRest(id);

        assertThat(zoom.account().meeting(meeting.uuid())).isEmpty();
        var recording = only(id).recording().id();
        assertThat(state(recording)).isEqualTo(RecordingState.DELETED_AT_ZOOM);
        assertThatThrownBy(() -> recovery.recover(recording, manager)).isInstanceOf(PortalException.class);
    }

    @Autowired
    private Recovery recovery;

    @Autowired
    private Deletions deletionsOf;
}
