package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.people.Role;

/** D5: the gate is asked about candidates only, by pages, and every candidate has its turn. */
class DeletionPickTest extends DeletingTest {
    @Autowired
    private DeletionPick pick;

    @Autowired
    private DeletionCandidates candidates;

    @Test
    void comesRoundToEveryCandidateHoweverManyAreHeldBackBeforeIt() {
        var zoom = zoom();
        var manager = people.person(Role.MANAGER);
        var id = threeImported(zoom, manager);
        jdbc.sql("""
                        insert into zoom_recording (id, zoom_account, uuid, meeting_number, meeting_type, topic, started_at, length_ms,
                            host_email, state, publish_as, media_ids, first_seen_at, changed_at, imported_at)
                        select gen_random_uuid(), :account, 'held-back-' || n, n, 2, 'Held back', now() - interval '2 days', 0, :host,
                            'imported', 'me', array[gen_random_uuid()], now(), now(), now()
                        from generate_series(1, 450) as n""")
                .param("account", zoom.account().id())
                .param("host", zoom.account().owner().email())
                .update();
        jdbc.sql(
                        "update zoom_connection set delete_from_zoom = true, delete_grace_ms = 0, enabled = true where id = :id")
                .param("id", id.value())
                .update();
        var real = entries(id).stream()
                .map(LedgerPage.Entry::recording)
                .filter(recording -> recording.topic().startsWith("Number"))
                .sorted(Comparator.comparing(LedgerRecording::start))
                .map(LedgerRecording::id)
                .toList();
        assertThat(real).hasSize(3);
        var connection = connections.require(id);

        assertThat(pick.of(connection, 2)).containsExactly(real.get(0), real.get(1));
        assertThat(pick.of(connection, 2)).containsExactly(real.get(2), real.get(0));
        assertThat(pick.of(connection, 100)).containsExactly(real.get(1), real.get(2), real.get(0));
    }

    @Test
    void leavesOutWhatIsKeptOrInItsGracePeriod() {
        var zoom = zoom();
        var id = threeImported(zoom, people.person(Role.MANAGER));
        var kept = entries(id).getFirst().recording().id();
        jdbc.sql("update zoom_recording set kept_at_zoom = 'it is wanted there.' where id = :id")
                .param("id", kept.value())
                .update();

        assertThat(page(id, 0)).hasSize(2).doesNotContain(kept);
        assertThat(page(id, 60_000)).isEmpty();
    }

    private List<RecordingId> page(ConnectionId id, long graceMillis) {
        jdbc.sql("update zoom_connection set delete_grace_ms = :grace where id = :id")
                .param("grace", graceMillis)
                .param("id", id.value())
                .update();
        return candidates.page(connections.require(id), null, null, 10).stream()
                .map(LedgerCursor::id)
                .toList();
    }
}
