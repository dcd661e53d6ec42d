package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import perennial.people.Person;
import perennial.people.Role;
import perennial.web.PortalException;
import zoomsim.Simulator;
import zoomsim.account.GeneratedBytes;
import zoomsim.account.Meeting;
import zoomsim.fault.Fault;

/** S1, S9: pausing after the files in flight, stopping at once, going on. */
class HoldTest extends SyncTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SIZE = 24 << 20;

    private Person manager;
    private Simulator zoom;

    @BeforeEach
    void setUp() {
        manager = people.person(Role.MANAGER);
        zoom = zoom();
    }

    /** With one big file that takes half a second for each MiB, unless somebody stops it. */
    private Meeting slow(int size) {
        zoom.faults().always("/cmr/replay/", new Fault.Throttle(2 << 20));
        return meeting(
                zoom,
                new SimulatedMeeting("Slow", zoom.account().owner())
                        .add("NEWKIND", "something_new", Duration.ZERO, 2, new GeneratedBytes(7, size))
                        .usual(Duration.ZERO, 2, 1));
    }

    private void inFlight(ConnectionId id) {
        await().atMost(PATIENCE).until(() -> status.of(id).downloads().stream().anyMatch(file -> file.bytes() > 0));
    }

    @Test
    void stopsNowAndGoesOnFromThere() {
        var meeting = slow(SIZE);
        var id = connect(zoom, manager, Map.of("enabled", true));
        inFlight(id);

        control.stopNow(id, manager);

        await().atMost(PATIENCE).until(() -> status.of(id).syncProcess() == SyncProcess.PAUSED);
        assertThat(status.of(id).message()).contains("Paused by", manager.email());
        assertThat(only(id).recording().state()).isEqualTo(RecordingState.FOUND);
        assertThat(only(id).recording().attempts()).isZero();
        assertThat(only(id).files().stream().filter(file -> file.part() != null))
                .hasSize(1);
        zoom.requests().clear();
        zoom.faults().clear();

        control.sync(id, manager);

        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertSameBytes(meeting, only(id));
        assertThat(zoom.requests().matching(request -> request.path().contains("/replay/")))
                .as("what was fetched is not fetched again")
                .anyMatch(request -> request.range() != null);
    }

    @Test
    void pausesAfterTheFilesInFlightAndStartsNothingNew() {
        int size = 8 << 20;
        var meeting = slow(size);
        var id = connect(zoom, manager, Map.of("enabled", true));
        inFlight(id);

        control.pause(id, manager);

        assertThat(status.of(id).syncProcess()).isEqualTo(SyncProcess.RUNNING);
        assertThat(status.of(id).message()).contains("then it pauses");
        await().atMost(PATIENCE).until(() -> status.of(id).syncProcess() == SyncProcess.PAUSED);
        assertThat(only(id).recording().mediaIds()).isEmpty();
        assertThat(only(id).files())
                .as("the file in flight came to its end")
                .anyMatch(file -> file.state() == FileState.STORED && file.size() == size);

        connections.change(id, Map.of("name", "Renamed while paused"), manager);
        actions.importAgain(only(id).recording().id(), manager);
        assertThat(status.of(id).syncProcess()).isEqualTo(SyncProcess.PAUSED);

        control.sync(id, manager);
        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertSameBytes(meeting, only(id));
    }

    @Test
    void cutsWhatIsLeftInFlightAfterASwitchOff() {
        slow(SIZE);
        var id = connect(zoom, manager, Map.of("enabled", true));
        inFlight(id);
        connections.switchTo(id, false, manager);
        assertThat(status.of(id).downloads()).as("still shown").isNotEmpty();

        control.stopNow(id, manager);

        await().atMost(PATIENCE).until(() -> status.of(id).count(RecordingState.IMPORTING) == 0);
        assertThat(status.of(id).syncProcess()).isEqualTo(SyncProcess.OFF);
        assertThat(only(id).files().stream().filter(file -> file.state() == FileState.STORED))
                .noneMatch(file -> file.size() == SIZE);
    }

    @Test
    void isForgottenWhenItIsSwitchedOffAndOn() {
        var id = connect(zoom, manager, Map.of("enabled", true));
        atRest(id);
        control.pause(id, manager);
        assertThat(status.of(id).syncProcess()).isEqualTo(SyncProcess.PAUSED);

        connections.switchTo(id, false, manager);
        connections.switchTo(id, true, manager);

        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
    }

    @Test
    void isRefusedWhileItIsOff() {
        var id = connect(zoom, manager, Map.of());
        assertThatThrownBy(() -> control.pause(id, manager))
                .isInstanceOf(PortalException.class)
                .hasMessageContaining("is off");
    }
}
