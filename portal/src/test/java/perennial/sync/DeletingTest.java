package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import perennial.people.Person;
import zoomsim.Simulator;
import zoomsim.http.LoggedRequest;

/** What tests of deleting at Zoom share. */
@TestPropertySource(properties = "perennial.sync.verify-after=PT0.1S")
abstract class DeletingTest extends SyncTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private DeletionGate gate;

    /** As {@link Connections#change}, with the words that it asks for. */
    protected Connection allow(ConnectionId id, Map<String, ?> fields, Person by) {
        try {
            return connections.change(id, fields, by);
        } catch (DeletionNotConfirmed e) {
            var confirmed = new HashMap<String, Object>(fields);
            confirmed.put("confirm", e.preview().confirm());
            return connections.change(id, confirmed, by);
        }
    }

    /** Everything imported, read back and checked. */
    protected void imported(ConnectionId id) {
        atRest(id);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(entries(id))
                        .allSatisfy(entry -> assertThat(
                                        standing(entry.recording().id()).verified())
                                .isEqualTo(entry.files().size())));
    }

    protected DeletionStanding standing(RecordingId recording) {
        return gate.of(recording).orElseThrow();
    }

    protected List<LoggedRequest> deletions(Simulator zoom) {
        return zoom.requests().matching(request -> request.method().equals("DELETE"));
    }

    protected RecordingState state(RecordingId recording) {
        return ledger.recording(recording).recording().state();
    }

    protected Map<String, Object> on() {
        return Map.of("deleteFromZoom", true, "deleteGrace", "PT0S");
    }

    protected ConnectionId threeImported(Simulator zoom, Person manager) {
        for (int i = 1; i <= 3; i++) {
            meeting(
                    zoom,
                    new SimulatedMeeting("Number " + i, zoom.account().owner())
                            .startedAgo(Duration.ofHours(4 + i))
                            .view("active_speaker", Duration.ZERO, 1, 1));
        }
        var id = connect(zoom, manager, Map.of("enabled", true));
        imported(id);
        return id;
    }
}
