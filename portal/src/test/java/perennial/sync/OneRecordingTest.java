package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.people.Person;
import perennial.people.Role;
import perennial.web.PortalException;
import zoomsim.Simulator;

/** S9: importing one recording by a link or an id. */
class OneRecordingTest extends SyncTest {
    @Autowired
    private OneRecording one;

    private Person manager;
    private Simulator zoom;

    @BeforeEach
    void setUp() {
        manager = people.person(Role.MANAGER);
        zoom = zoom();
    }

    private SimulatedMeeting described(String topic) {
        return new SimulatedMeeting(topic, zoom.account().owner()).usual(Duration.ZERO, 2, 1);
    }

    private void imported(RecordingId id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ledger.recording(id).recording().state() == RecordingState.IMPORTED);
    }

    @Test
    void takesOneThatIsOlderThanTheFetchFromDate() {
        var old = meeting(zoom, described("Long ago").startedAgo(Duration.ofDays(200)));
        var id = connect(zoom, manager, Map.of("enabled", true));
        assertThat(atRest(id).count(RecordingState.IMPORTED)).isZero();

        var recording = one.importOne(id, old.uuid(), manager);

        imported(recording);
        assertSameBytes(old, ledger.recording(recording));
        assertThat(ledger.events(recording).stream().map(RecordingEvent::kind)).contains("found", "asked-for");
    }

    @Test
    void takesOneThatARuleLeavesOutAndKeepsIt() {
        var skipped = meeting(zoom, described("Private talk"));
        var id = connect(zoom, manager, Map.of("enabled", true, "topicExclude", "private"));
        assertThat(atRest(id).count(RecordingState.SKIPPED)).isEqualTo(1);

        imported(one.importOne(id, String.valueOf(skipped.number()), manager));

        control.sync(id, manager);
        assertThat(atRest(id).count(RecordingState.IMPORTED)).isEqualTo(1);
    }

    @Test
    void takesTheLatestInstanceOfAMeetingId() {
        var first = described("Weekly").startedAgo(Duration.ofDays(9)).build();
        var second = described("Weekly")
                .startedAgo(Duration.ofDays(2))
                .number(first.number())
                .build();
        zoom.account().put(first);
        zoom.account().put(second);
        var id = connect(zoom, manager, Map.of("enabled", true, "topicExclude", "weekly"));
        atRest(id);

        var recording = one.importOne(id, "https://zoom.us/j/" + first.number(), manager);

        assertThat(ledger.recording(recording).recording().uuid()).isEqualTo(second.uuid());
        imported(recording);
    }

    @Test
    void saysWhatIsWrongWithAnIdAndChangesNothing() {
        var id = connect(zoom, manager, Map.of("enabled", true));
        atRest(id);

        assertThatThrownBy(() -> one.importOne(id, "", manager)).hasMessageContaining("Paste a meeting ID");
        assertThatThrownBy(() -> one.importOne(id, "https://zoom.us/rec/share/abc.def", manager))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("names no recording");
        assertThatThrownBy(() -> one.importOne(id, "99999999999", manager))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("has no cloud recording by that name");
        assertThat(entries(id)).isEmpty();
    }

    @Test
    void isRefusedWhileTheConnectionIsOff() {
        var id = connect(zoom, manager, Map.of());

        assertThatThrownBy(() -> one.importOne(id, "84512309921", manager))
                .isInstanceOf(PortalException.class)
                .hasMessageContaining("is off");
    }
}
