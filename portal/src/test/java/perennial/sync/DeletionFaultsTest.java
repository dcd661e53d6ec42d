package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.people.Person;
import perennial.people.Role;
import zoomsim.Simulator;
import zoomsim.fault.Fault;

/** Deleting at Zoom when Zoom, the way to it or the portal fails: nothing is lost, doubled or believed too early (D5, D6). */
class DeletionFaultsTest extends DeletingTest {
    /** D5. */
    @Test
    void deletesNothingInASyncThatCouldNotReadZoomWithoutErrors() {
        var zoom = zoom();
        var manager = people.person(Role.MANAGER);
        var id = threeImported(zoom, manager);
        jdbc.sql("update zoom_recording set kept_at_zoom = 'for now' where zoom_account = :account")
                .param("account", zoom.account().id())
                .update();
        allow(id, on(), manager);
        atRest(id);
        jdbc.sql("update zoom_recording set kept_at_zoom = '' where zoom_account = :account")
                .param("account", zoom.account().id())
                .update();
        zoom.requests().clear();
        zoom.faults().next("/v2/users/.*/recordings|/v2/accounts/.*/recordings", new Fault.ServerError(500));

        control.sync(id, manager);
        var finished = atRest(id);

        assertThat(finished.warnings())
                .anyMatch(warning -> warning.contains("Nothing is deleted at Zoom in this sync"));
        assertThat(deletions(zoom)).isEmpty();
        control.sync(id, manager);
        assertThat(atRest(id).count(RecordingState.DELETED_AT_ZOOM)).isEqualTo(3);
    }

    /** S13: killed between the call and its commit. */
    @Test
    void readsNotFoundAfterItsOwnCallAsDoneWhenTheTrashHasIt() {
        var zoom = zoom();
        var manager = people.person(Role.MANAGER);
        var meeting = meeting(
                zoom,
                new SimulatedMeeting("Called", zoom.account().owner()).view("active_speaker", Duration.ZERO, 1, 1));
        var id = connect(zoom, manager, Map.of("enabled", true));
        imported(id);
        var recording = calledBeforeTheKill(zoom, id, manager);
        zoom.account().change(meeting.uuid(), found -> found.trashed(Instant.now()));

        atRest(id);

        assertThat(state(recording)).isEqualTo(RecordingState.DELETED_AT_ZOOM);
        assertThat(deletions(zoom)).isEmpty();
    }

    /** R2 for the calls of one deletion: look, call, and the page of the trash; each fails, also behind our back. */
    @ParameterizedTest
    @CsvSource({
        "/v2/meetings/, 1",
        "/v2/meetings/, 2",
        "/v2/meetings/, 3",
        "/v2/users/.*/recordings, 1",
        "/v2/users/.*/recordings, 4"
    })
    void aFailingCallLosesNothingAndIsMadeUpFor(String path, int times) {
        var zoom = zoom();
        var manager = people.person(Role.MANAGER);
        var meeting = meeting(
                zoom,
                new SimulatedMeeting("Fails", zoom.account().owner()).view("active_speaker", Duration.ZERO, 1, 1));
        var id = connect(zoom, manager, Map.of("enabled", true));
        imported(id);
        var recording = only(id).recording().id();
        zoom.faults().next(times, path, new Fault.ServerError(502));

        allow(id, on(), manager);
        atRest(id);
        zoom.faults().clear();
        assertDeletedWithin(2, id, recording, manager);
        assertThat(zoom.account().meeting(meeting.uuid()).orElseThrow().trashed())
                .isTrue();
        assertThat(jdbc.sql("select count(*) from deletion_intent where recording_id = :id")
                        .param("id", recording.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(deletions(zoom).stream().filter(request -> request.status() == 204))
                .hasSize(1);
    }

    /** D6: only Zoom's word about the recording itself makes it absent. */
    @Test
    void aNotFoundAboutSomethingElseProvesNothing() {
        var zoom = zoom();
        var manager = people.person(Role.MANAGER);
        var meeting = meeting(
                zoom,
                new SimulatedMeeting("Still there", zoom.account().owner())
                        .view("active_speaker", Duration.ZERO, 1, 1));
        var id = connect(zoom, manager, Map.of("enabled", true));
        imported(id);
        var recording = calledBeforeTheKill(zoom, id, manager);
        zoom.faults().always("/v2/meetings/", new Fault.UnknownUser());

        var ended = atRest(id);

        assertThat(state(recording)).isEqualTo(RecordingState.IMPORTED);
        assertThat(ended.warnings()).anyMatch(warning -> warning.contains("could not be read back"));

        zoom.faults().clear();
        assertDeletedWithin(3, id, recording, manager);
        assertThat(zoom.account().meeting(meeting.uuid()).orElseThrow().trashed())
                .isTrue();
    }

    /** D6, D7: the call was made, its answer was lost, and deletion was switched off before the retry. */
    @Test
    void aCallWithoutAnAnswerIsUnknownUntilItIsReadBack() {
        var zoom = zoom();
        var manager = people.person(Role.MANAGER);
        var meeting = meeting(
                zoom,
                new SimulatedMeeting("Unanswered", zoom.account().owner()).view("active_speaker", Duration.ZERO, 1, 1));
        var id = connect(zoom, manager, Map.of("enabled", true));
        imported(id);
        var recording = calledBeforeTheKill(zoom, id, manager);
        calling(zoom, recording);
        zoom.account().change(meeting.uuid(), found -> found.trashed(Instant.now()));

        connections.change(id, Map.of("deleteFromZoom", false), manager);
        await().atMost(Duration.ofSeconds(30)).until(() -> kinds(recording).contains("deletion-unknown"));
        control.sync(id, manager);
        atRest(id);

        assertThat(kinds(recording)).doesNotContain("deletion-stopped");
        assertThat(state(recording)).isEqualTo(RecordingState.DELETED_AT_ZOOM);
        assertThat(deletions(zoom)).isEmpty();
    }

    /** The same where the call did nothing. */
    @Test
    void aCallThatDidNothingIsSeenToHaveDoneNothing() {
        var zoom = zoom();
        var manager = people.person(Role.MANAGER);
        meeting(
                zoom,
                new SimulatedMeeting("Nothing", zoom.account().owner()).view("active_speaker", Duration.ZERO, 1, 1));
        var id = connect(zoom, manager, Map.of("enabled", true));
        imported(id);
        var recording = calledBeforeTheKill(zoom, id, manager);
        calling(zoom, recording);

        connections.change(id, Map.of("deleteFromZoom", false), manager);
        await().atMost(Duration.ofSeconds(30)).until(() -> kinds(recording).contains("deletion-unknown"));
        control.sync(id, manager);
        atRest(id);

        assertThat(state(recording)).isEqualTo(RecordingState.IMPORTED);
        assertThat(kinds(recording)).contains("deletion-failed");
        assertThat(standing(recording).blocks()).containsExactly(DeletionBlock.DELETION_OFF);
    }

    private List<String> kinds(RecordingId recording) {
        return ledger.events(recording).stream().map(RecordingEvent::kind).toList();
    }

    /** The sync has asked Zoom about it, and waits to ask again. */
    private void calling(Simulator zoom, RecordingId recording) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> zoom.requests()
                                .matching(request ->
                                        request.path().startsWith("/v2/meetings/") && request.status() == 429)
                                .size()
                        == 1);
        jdbc.sql("update deletion_intent set calling_at = now() where recording_id = :id and state = 'intended'")
                .param("id", recording.value())
                .update();
    }

    private void assertDeletedWithin(int syncs, ConnectionId id, RecordingId recording, Person manager) {
        for (int i = 0; i < syncs && state(recording) != RecordingState.DELETED_AT_ZOOM; i++) {
            control.sync(id, manager);
            atRest(id);
        }
        assertThat(state(recording)).isEqualTo(RecordingState.DELETED_AT_ZOOM);
    }

    /** The only recording, with deletion allowed and Zoom busy for a moment, as a kill right behind the call leaves it. */
    private RecordingId calledBeforeTheKill(Simulator zoom, ConnectionId id, Person manager) {
        zoom.faults()
                .next("/v2/meetings/", new Fault.TooManyRequests(Instant.now().plusSeconds(3)));
        allow(id, on(), manager);
        var recording = only(id).recording().id();
        intendedEarlier(recording);
        return recording;
    }

    /** As if the portal had been killed between the call and its commit. */
    private void intendedEarlier(RecordingId recording) {
        jdbc.sql("""
                        insert into deletion_certificate
                        select gen_random_uuid(), :id, now(), 1, 1, 1, 1, 0, false, 0, 0, 1, '[1]', '{00000000-0000-0000-0000-000000000001}',
                            '{DRAFT}', now(), now(), 0, now(), now(), 1, 0""").param("id", recording.value()).update();
        jdbc.sql("""
                        insert into deletion_intent (id, recording_id, certificate_id, permanently, allowed_by, state, intended_at)
                        select gen_random_uuid(), recording_id, id, false, 'test', 'intended', now()
                        from deletion_certificate where recording_id = :id""").param("id", recording.value()).update();
    }
}
