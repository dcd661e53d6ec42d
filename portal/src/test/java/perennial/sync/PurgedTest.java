package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.library.AtZoom;
import perennial.library.Bin;
import perennial.library.Library;
import perennial.library.MediaChanges;
import perennial.people.Role;
import perennial.storage.Blobs;

/** What a purge of a video does to the recording it came from (D8). */
class PurgedTest extends SyncTest {
    @Autowired
    private Library library;

    @Autowired
    private MediaChanges changes;

    @Autowired
    private Bin bin;

    @Autowired
    private Blobs blobs;

    @Autowired
    private DeletionGate gate;

    @Autowired
    private AtZoom atZoom;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void letsGoOfTheFilesKeepsTheLineAndNeitherImportsNorDeletesAgain() {
        var zoom = zoom();
        meeting(zoom, new SimulatedMeeting("Once", zoom.account().owner()).usual(Duration.ZERO, 2, 1));
        var manager = people.person(Role.MANAGER);
        var id = connect(zoom, manager, Map.of("enabled", true, "publishStatus", "published"));
        atRest(id);
        var before = only(id);
        var media = before.recording().mediaIds().getFirst();

        changes.bin(media, manager);
        assertThat(gate.of(before.recording().id()).orElseThrow().blocks()).contains(DeletionBlock.REMOVED);
        bin.purge(media, manager);

        assertThat(before.files())
                .allMatch(
                        file -> blobs.find(Objects.requireNonNull(file.blob())).isEmpty());
        var after = only(id);
        assertThat(after.recording().state()).isEqualTo(RecordingState.SKIPPED);
        assertThat(after.files()).allMatch(file -> file.sha256() != null); // the evidence stays
        assertThat(gate.of(after.recording().id()).orElseThrow().blocks())
                .contains(DeletionBlock.REMOVED, DeletionBlock.SKIPPED);
        control.sync(id, manager);
        atRest(id);
        assertThat(only(id).recording().state()).isEqualTo(RecordingState.SKIPPED);
        assertThat(library.find(media)).isEmpty();
    }

    /** D6, D8: a call to delete may have reached Zoom although nobody has seen that yet. */
    @Test
    void takesWhatMayBeDeletedAtZoomForTheOnlyCopy() {
        var zoom = zoom();
        meeting(zoom, new SimulatedMeeting("Called", zoom.account().owner()).usual(Duration.ZERO, 2, 1));
        var id = connect(zoom, people.person(Role.MANAGER), Map.of("enabled", true));
        atRest(id);
        var recording = only(id).recording();
        var media = recording.mediaIds().getFirst();
        assertThat(atZoom.of(List.of(media))).containsEntry(media, AtZoom.Copy.PRESENT);

        set("update zoom_recording set at_zoom = 'unknown' where id = :id", recording.id());
        assertThat(atZoom.of(List.of(media))).containsEntry(media, AtZoom.Copy.GONE);
        set("update zoom_recording set at_zoom = 'present' where id = :id", recording.id());

        set("""
                insert into deletion_certificate
                select gen_random_uuid(), :id, now(), 1, 1, 1, 1, 0, false, 0, 0, 1, '[1]', '{00000000-0000-0000-0000-000000000001}',
                    '{DRAFT}', now(), now(), 0, now(), now(), 1, 0""", recording.id());
        set("""
                insert into deletion_intent (id, recording_id, certificate_id, permanently, allowed_by, state, intended_at)
                select gen_random_uuid(), recording_id, id, false, 'test', 'intended', now()
                from deletion_certificate where recording_id = :id""", recording.id());
        assertThat(atZoom.of(List.of(media))).containsEntry(media, AtZoom.Copy.PRESENT);
        set("update deletion_intent set calling_at = now() where recording_id = :id", recording.id());
        assertThat(atZoom.of(List.of(media))).containsEntry(media, AtZoom.Copy.GONE);
        set("""
                update deletion_intent set calling_at = null, called_at = now(), state = 'called'
                where recording_id = :id""", recording.id());
        assertThat(atZoom.of(List.of(media))).containsEntry(media, AtZoom.Copy.GONE);
        set("update deletion_intent set state = 'stopped' where recording_id = :id", recording.id());
        assertThat(atZoom.of(List.of(media))).containsEntry(media, AtZoom.Copy.PRESENT);
    }

    private void set(String sql, RecordingId recording) {
        jdbc.sql(sql).param("id", recording.value()).update();
    }

    /** Neither purge sees what the other has not committed yet. */
    @Test
    void letsGoOfTheFilesWhenTwoItemsArePurgedAtOnce() {
        var zoom = zoom();
        meeting(
                zoom,
                new SimulatedMeeting("Two", zoom.account().owner())
                        .usual(Duration.ZERO, 2, 1)
                        .usual(Duration.ofMinutes(10), 2, 2));
        var manager = people.person(Role.MANAGER);
        var id = connect(zoom, manager, Map.of("enabled", true, "concatenate", false));
        atRest(id);
        var before = only(id);
        var items = before.recording().mediaIds();
        assertThat(items).hasSize(2);
        for (var item : items) changes.bin(item, manager);

        var other = transaction.execute(status -> {
            bin.purge(items.getFirst(), manager);
            var second = CompletableFuture.runAsync(() -> bin.purge(items.getLast(), manager));
            await().until(() -> second.isDone() || waiting());
            return second;
        });
        Objects.requireNonNull(other).join();

        assertThat(only(id).recording().state()).isEqualTo(RecordingState.SKIPPED);
        assertThat(before.files())
                .allMatch(
                        file -> blobs.find(Objects.requireNonNull(file.blob())).isEmpty());
    }

    private boolean waiting() {
        return jdbc.sql("select exists (select 1 from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }
}
