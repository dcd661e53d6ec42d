package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.people.Role;
import perennial.storage.BlobStore;

/** D2: what is read back later, and is not what came. */
class VerifierTest extends DeletingTest {
    @Autowired
    private BlobStore store;

    @Autowired
    private SyncRequests requests;

    @Test
    void aFlippedBitIsFoundKeptAtZoomAndMendedByImportingAgain() throws IOException {
        var zoom = zoom();
        var meeting = meeting(
                zoom, new SimulatedMeeting("Bit", zoom.account().owner()).view("active_speaker", Duration.ZERO, 1, 1));
        var manager = people.person(Role.MANAGER);
        var id = connect(zoom, manager, Map.of("enabled", true));
        imported(id);
        var recording = only(id).recording().id();
        var path = store.localFile(
                java.util.Objects.requireNonNull(only(id).files().getFirst().blob()));
        var bytes = Files.readAllBytes(path);
        bytes[bytes.length / 2] ^= 1;
        path.toFile().setWritable(true);
        Files.write(path, bytes);
        jdbc.sql("update zoom_file set verified_at = null where recording_id = :id")
                .param("id", recording.value())
                .update();

        requests.verifyAt(recording, java.time.Instant.now());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(standing(recording).quarantined()).isEqualTo(1));
        assertThat(only(id).files().getFirst().reason()).contains("In quarantine", "SHA-256");
        allow(id, Map.of("deleteFromZoom", true, "deleteGrace", "PT0S"), manager);
        atRest(id);
        assertThat(deletions(zoom)).isEmpty();

        actions.importAgain(recording, manager);
        imported(id);
        assertSameBytes(meeting, only(id));
        assertThat(standing(recording).quarantined()).isZero();
        control.sync(id, manager);
        assertThat(atRest(id).count(RecordingState.DELETED_AT_ZOOM)).isEqualTo(1);
    }
}
