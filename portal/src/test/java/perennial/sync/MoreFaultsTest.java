package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import perennial.people.Person;
import perennial.people.Role;
import zoomsim.Simulator;
import zoomsim.account.GeneratedVideo;
import zoomsim.account.Meeting;
import zoomsim.fault.Fault;

/** File servers that say one thing and send another. */
class MoreFaultsTest extends SyncTest {
    private static final String CDN = "/cmr/replay/";

    private Simulator zoom;
    private Person manager;

    @BeforeEach
    void setUp() {
        zoom = zoom();
        manager = people.person(Role.MANAGER);
    }

    private Meeting meeting() {
        return meeting(
                zoom, new SimulatedMeeting("Odd", zoom.account().owner()).view("active_speaker", Duration.ZERO, 4, 3));
    }

    private void assertArrives(Meeting meeting) {
        var id = connect(zoom, manager, Map.of("enabled", true));
        await().atMost(Duration.ofSeconds(60)).until(() -> status.of(id).count(RecordingState.IMPORTED) == 1);
        assertSameBytes(meeting, only(id));
    }

    @Test
    void takesTheRestWhenFewerBytesComeThanWereAnnounced() {
        zoom.faults().next(CDN, new Fault.WrongLength(5_000));
        assertArrives(meeting());
    }

    @Test
    void takesNoShortFileForTheWholeOne() {
        zoom.faults().next(CDN, new Fault.WrongLength(-5_000));
        assertArrives(meeting());
    }

    @Test
    void beginsAgainWhenTheFileIsAnotherOneInTheMiddle() {
        zoom.faults().next(CDN, new Fault.Cut(7_000));
        var meeting = meeting();
        zoom.faults().next(1, CDN, new Fault.ChangedETag());
        assertArrives(meeting);
    }

    @Test
    void importsAFileThatIsStoredNowhere() {
        var length = Duration.ofSeconds(30);
        assertArrives(meeting(
                zoom,
                new SimulatedMeeting("Generated", zoom.account().owner())
                        .add("MP4", "active_speaker", Duration.ZERO, 30, new GeneratedVideo(3, 9_999_999, length))));
    }

    @Test
    void findsAThousandMeetingsOfAnAccountThatHoldsThemNowhere() {
        var large = zoom("--meetings=1000", "--users=20", "--spread=P20D");
        var id = connect(large, manager, Map.of("enabled", true, "topicInclude", "no meeting is called so"));

        assertThat(atRest(id).count(RecordingState.SKIPPED)).isEqualTo(1000);
    }
}
