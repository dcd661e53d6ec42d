package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import perennial.people.Role;

/** D1 to D4: from the words that allow it to what lies in Zoom's trash. */
class DeletionTest extends DeletingTest {
    @Test
    void movesToTheTrashWhatIsProvenHere() {
        var zoom = zoom();
        var host = zoom.account().owner();
        // A UUID that has to be encoded twice.
        var meeting =
                new SimulatedMeeting("Proven", host).usual(Duration.ZERO, 2, 1).build("/ab//cd+efghijklmnop==");
        zoom.account().put(meeting);
        var manager = people.person(Role.MANAGER);
        var id = connect(zoom, manager, Map.of("enabled", true));
        imported(id);
        zoom.requests().clear();

        allow(id, Map.of("deleteFromZoom", true, "deleteGrace", "PT0S"), manager);
        var finished = atRest(id);

        assertThat(finished.count(RecordingState.DELETED_AT_ZOOM))
                .as(finished.toString())
                .isEqualTo(1);
        assertThat(finished.syncProcess()).isEqualTo(SyncProcess.FINISHED);
        assertThat(deletions(zoom)).hasSize(1);
        assertThat(deletions(zoom).getFirst().query()).isEqualTo("action=trash");
        assertThat(zoom.account().meeting(meeting.uuid()).orElseThrow().trashed())
                .isTrue();
        assertThat(jdbc.sql("select state from deletion_intent where recording_id = :id")
                        .param("id", only(id).recording().id().value())
                        .query(String.class)
                        .list())
                .containsExactly("done");
    }
}
