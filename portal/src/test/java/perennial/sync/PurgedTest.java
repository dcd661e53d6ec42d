package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
}
