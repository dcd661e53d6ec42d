package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.people.Person;
import perennial.people.Role;
import zoomsim.Simulator;
import zoomsim.account.Meeting;
import zoomsim.fault.Fault;

/** D5, D6: what is not listed any more. */
class VanishedTest extends DeletingTest {
    @Autowired
    private Deletions deletions;

    @Autowired
    private Reconciliations reconciliations;

    private final List<Meeting> meetings = new ArrayList<>();

    private ConnectionId imported(Simulator zoom, Person manager, int number) {
        for (int i = 1; i <= number; i++) {
            meetings.add(meeting(
                    zoom,
                    new SimulatedMeeting("Number " + i, zoom.account().owner())
                            .startedAgo(Duration.ofHours(4 + i))
                            .view("active_speaker", Duration.ZERO, 1, 1)));
        }
        var id = connect(zoom, manager, Map.of("enabled", true));
        atRest(id);
        return id;
    }

    @Test
    void manyAtOnceStopTheSyncUntilAPersonAnswers() {
        var zoom = zoom();
        var manager = people.person(Role.MANAGER);
        var id = imported(zoom, manager, 7);
        meetings.forEach(meeting -> zoom.account().remove(meeting.uuid()));

        control.sync(id, manager);
        var stopped = atRest(id);

        assertThat(stopped.syncProcess()).isEqualTo(SyncProcess.ERROR);
        assertThat(stopped.message()).contains("7 recordings seem to have vanished");
        assertThat(stopped.count(RecordingState.IMPORTED)).isEqualTo(7);
        assertThat(deletions.vanished(id)).isEqualTo(7);

        control.sync(id, true, manager);
        var finished = atRest(id);

        assertThat(finished.count(RecordingState.GONE_AT_ZOOM))
                .as(finished.toString())
                .isEqualTo(7);
        assertThat(deletions.vanished(id)).isZero();
    }

    @Test
    void aFewAreAskedForOneByOneAndComeBackWhenListedAgain() {
        var zoom = zoom();
        var manager = people.person(Role.MANAGER);
        var id = imported(zoom, manager, 2);
        var gone = meetings.getFirst();
        zoom.account().remove(gone.uuid());

        control.sync(id, manager);
        assertThat(atRest(id).count(RecordingState.GONE_AT_ZOOM)).isEqualTo(1);

        zoom.account().put(gone);
        control.sync(id, manager);
        assertThat(atRest(id).count(RecordingState.IMPORTED)).isEqualTo(2);
    }

    @Test
    void aFailedLookUpSaysNothing() {
        var zoom = zoom();
        var manager = people.person(Role.MANAGER);
        var id = imported(zoom, manager, 2);
        zoom.account().remove(meetings.getFirst().uuid());
        zoom.faults().always("/v2/meetings/", new Fault.ServerError(503));

        control.sync(id, manager);
        var finished = atRest(id);

        assertThat(finished.count(RecordingState.GONE_AT_ZOOM)).isZero();
        assertThat(entries(id))
                .extracting(entry -> deletions.report(entry.recording().id()).atZoom())
                .containsExactlyInAnyOrder("present", "unknown");
    }

    /** S12. */
    @Test
    void aComparisonNamesEachDifference() {
        var zoom = zoom();
        var manager = people.person(Role.MANAGER);
        var id = imported(zoom, manager, 3);
        assertThat(compare(id).differences()).isEmpty();
        zoom.account().remove(meetings.getFirst().uuid());
        meeting(zoom, new SimulatedMeeting("New", zoom.account().owner()).view("active_speaker", Duration.ZERO, 1, 1));
        var grown = meetings.get(1);
        var more = new ArrayList<>(grown.files());
        more.addAll(new SimulatedMeeting("x", grown.host())
                .view("gallery_view", Duration.ZERO, 1, 2)
                .build()
                .files());
        zoom.account().put(grown.withFiles(more));

        var result = compare(id);

        assertThat(result.atZoom()).isEqualTo(3);
        assertThat(result.inPortal()).isEqualTo(2);
        assertThat(result.differences())
                .extracting(Reconciliation.Difference::topic, Reconciliation.Difference::kind)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("Number 1", Reconciliation.Kind.NOT_LISTED),
                        org.assertj.core.api.Assertions.tuple("New", Reconciliation.Kind.MISSING_HERE),
                        org.assertj.core.api.Assertions.tuple("Number 2", Reconciliation.Kind.FILE_MISSING));
        assertThat(reconciliations.latest(id)).contains(result);
    }

    private Reconciliation compare(ConnectionId id) {
        return reconciliations.compare(connections.require(id), "somebody@example.org", () -> {});
    }
}
