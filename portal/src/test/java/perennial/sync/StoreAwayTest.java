package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.people.Role;

/** S3: the disk takes no more bytes for a while. The sync says so, gives nothing up, and goes on by itself. */
class StoreAwayTest extends FaultySyncTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"No space left on device", "Disk quota exceeded", "Input/output error", "Stale file handle"})
    void thePauseIsToldAndEndsByItself(String trouble) {
        var zoom = zoom();
        var meeting = meeting(zoom, new SimulatedMeeting("Waits", zoom.account().owner()).usual(Duration.ZERO, 1, 1));
        faults.storeTrouble(trouble);
        var id = connect(zoom, people.person(Role.MANAGER), Map.of("enabled", true));

        await().atMost(Duration.ofSeconds(30)).until(() -> status.of(id).syncProcess() == SyncProcess.PAUSED);
        assertThat(status.of(id).message()).contains(trouble, "goes on by itself");
        assertThat(only(id).recording().attempts()).isZero();
        assertThat(status.of(id).count(RecordingState.FAILED)).isZero();

        faults.storeTrouble("");
        await().atMost(Duration.ofSeconds(30)).until(() -> status.of(id).count(RecordingState.IMPORTED) == 1);
        assertSameBytes(meeting, only(id));
        assertThat(atRest(id).syncProcess()).isEqualTo(SyncProcess.FINISHED);
    }
}
