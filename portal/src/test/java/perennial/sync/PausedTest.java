package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import perennial.people.Role;

@TestPropertySource(properties = {"perennial.sync.keep-free=1000000GB", "perennial.sync.paused=PT0.2S"})
class PausedTest extends SyncTest {
    @Autowired
    Runs runs;

    @Test
    void saysThatTheDiskIsFullAndKeepsTrying() {
        var zoom = zoom();
        meeting(zoom, new SimulatedMeeting("No room", zoom.account().owner()).usual(Duration.ZERO, 2, 1));
        var id = connect(zoom, people.person(Role.MANAGER), Map.of("enabled", true));

        await().atMost(Duration.ofSeconds(30)).until(() -> status.of(id).syncProcess() == SyncProcess.PAUSED);

        assertThat(status.of(id).message()).contains("MB free", "goes on by itself");
        assertThat(status.of(id).count(RecordingState.FAILED)).isZero();
        assertThat(only(id).recording().attempts()).isZero();
        // It comes back by itself, again and again, and asks nothing of Zoom.
        for (int i = 0; i < 2; i++) {
            var before = lastTry(id);
            await().atMost(Duration.ofSeconds(30)).until(() -> lastTry(id).isAfter(before));
        }
        assertThat(zoom.requests().matching(request -> request.path().matches("/rec/.*|/v2/meetings/.*")))
                .isEmpty();
    }

    private Instant lastTry(ConnectionId id) {
        return jdbc.sql("select changed_at from zoom_recording where zoom_account = :account")
                .param("account", connections.require(id).zoomAccount())
                .query((row, n) -> Sql.instant(row, "changed_at"))
                .single();
    }

    /** S3: an import may find the disk full while the sync still reads Zoom's lists. */
    @Test
    void saysWhyItIsPausedAlsoWhileTheListsAreRead() {
        var id = connect(zoom(), people.person(Role.MANAGER), Map.of());
        var run = runs.begin(id, 0);
        runs.pause(id, "The disk is full.");

        runs.say(run, "Asking Zoom.");
        runs.seen(run, 300);
        runs.scanned(run);

        assertThat(runs.latest(id).orElseThrow().message()).isEqualTo("The disk is full.");
        runs.goOn(id);
        runs.seen(run, 1);
        assertThat(runs.latest(id).orElseThrow().message()).isEmpty();
    }
}
