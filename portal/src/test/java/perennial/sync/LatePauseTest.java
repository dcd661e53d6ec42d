package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.people.Role;
import zoomsim.account.Meeting;

/** M2: a webhook that tells of a pause at whatever moment of an import moves the chat. */
class LatePauseTest extends SyncTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private WebhookWork work;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void importsAgainForAPauseThatComesWhileItImports() {
        var zoom = zoom();
        var meeting =
                meeting(zoom, new SimulatedMeeting("Paused", zoom.account().owner()).usual(Duration.ZERO, 2, 1));
        var manager = people.person(Role.MANAGER);
        var id = connect(zoom, manager, Map.of());

        // The import has read all it needs, and waits at the library's door.
        transaction.executeWithoutResult(status -> {
            jdbc.sql("lock table media in share mode").update();
            CompletableFuture.runAsync(() -> connections.switchTo(id, true, manager))
                    .join();
            // That of this import: a job of an earlier test may wait there, too.
            await().atMost(PATIENCE).until(() -> waiting("and query like '%insert into media %'"));
            CompletableFuture.runAsync(() -> tell(id, meeting, 0)).join();
        });

        awaitImports(id, 2);
    }

    @Test
    void importsAgainForAPauseThatComesWhileTheImportEnds() {
        var zoom = zoom();
        var meeting = meeting(zoom, new SimulatedMeeting("Ends", zoom.account().owner()).usual(Duration.ZERO, 2, 1));
        var id = connect(zoom, people.person(Role.MANAGER), Map.of("enabled", true));
        atRest(id);
        var recording = only(id).recording().id();
        state(recording, RecordingState.IMPORTING);

        var told = transaction.execute(status -> {
            state(recording, RecordingState.IMPORTED);
            var webhook = CompletableFuture.runAsync(() -> tell(id, meeting, 1));
            await().atMost(PATIENCE).until(() -> webhook.isDone() || waiting(""));
            return webhook;
        });
        Objects.requireNonNull(told).join();

        awaitImports(id, 2);
    }

    private void tell(ConnectionId id, Meeting meeting, int seconds) {
        var pause = new Hint.Paused(meeting.uuid(), meeting.start().plusSeconds(seconds), false);
        transaction.executeWithoutResult(status -> work.queue(id, pause));
    }

    private void state(RecordingId id, RecordingState state) {
        jdbc.sql("update zoom_recording set state = :state where id = :id")
                .param("state", state.word())
                .param("id", id.value())
                .update();
    }

    private boolean waiting(String where) {
        return jdbc.sql("select exists (select 1 from pg_locks join pg_stat_activity using (pid) where not granted %s)"
                        .formatted(where))
                .query(Boolean.class)
                .single();
    }

    private void awaitImports(ConnectionId id, int count) {
        var recording = only(id).recording().id();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(jdbc.sql("""
                                select count(*) from recording_event where recording_id = :id and kind = 'imported'""")
                                .param("id", recording.value())
                                .query(Integer.class)
                                .single())
                        .isEqualTo(count));
    }
}
