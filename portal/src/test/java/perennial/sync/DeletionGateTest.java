package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import perennial.people.Person;
import perennial.people.Role;
import zoomsim.Simulator;

/** D2, D8: each condition keeps a recording at Zoom by itself, and says so; and the database refuses what has no proof. */
class DeletionGateTest extends DeletingTest {
    @Autowired
    private Deletions deletions;

    private Simulator zoom;
    private Person manager;
    private ConnectionId id;
    private RecordingId recording;

    @BeforeEach
    void oneImported() {
        zoom = zoom();
        manager = people.person(Role.MANAGER);
        meeting(
                zoom,
                new SimulatedMeeting("Weekly", zoom.account().owner()).view("active_speaker", Duration.ZERO, 1, 1));
        id = connect(zoom, manager, Map.of("enabled", true));
        imported(id);
        recording = only(id).recording().id();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FILES_MISSING | update zoom_file set state = 'failed', verified_at = null where recording_id = :id",
                "LEFT_OUT      | update zoom_file set state = 'left-out', left_out_by = 'rule', verified_at = null where recording_id = :id",
                "NO_ADDRESS    | update zoom_file set state = 'left-out', left_out_by = 'address', verified_at = null where recording_id = :id",
                "QUARANTINE    | update zoom_file set quarantine = 'broken', verified_at = null where recording_id = :id",
                "WRONG_SIZE    | update zoom_file set size_said = size_said + 1 where recording_id = :id",
                "NOT_DURABLE   | update blob set sha256 = repeat('0', 64) where id in (select blob_id from zoom_file where recording_id = :id)",
                "NOT_VERIFIED  | update zoom_file set verified_at = null where recording_id = :id",
                "NO_ITEM       | update zoom_recording set media_ids = '{}' where id = :id",
                "REMOVED       | update zoom_recording set media_ids = array[gen_random_uuid()] where id = :id",
                "REMOVED       | update media set status = 'DELETED', status_before = 'DRAFT', deleted_at = now() where id in (select unnest(media_ids) from zoom_recording where id = :id)",
                "ITEM_PROCESSING | update media set status = 'PROCESSING' where id in (select unnest(media_ids) from zoom_recording where id = :id)",
                "KEPT          | update zoom_recording set kept_at_zoom = 'it is for the archive.' where id = :id",
                "SKIPPED       | update zoom_recording set state = 'skipped' where id = :id",
                "BEFORE_FETCH_FROM | update zoom_recording set started_at = started_at - interval '100 days' where id = :id"
            })
    void eachConditionBlocksByItself(DeletionBlock block, String cause) {
        jdbc.sql(cause).param("id", recording.value()).update();

        blocked(Map.of(), block);
    }

    @Test
    void theGracePeriodBlocks() {
        blocked(Map.of("deleteGrace", "P3D"), DeletionBlock.GRACE);
        assertThat(deletions.reasons(entries(id), Instant::toString).get(recording))
                .contains("grace period ends");
    }

    @Test
    void aHostWhoIsNotOnTheListBlocks() {
        var other = zoom.account().users().get(1).email();
        blocked(Map.of("users", List.of(other)), DeletionBlock.HOST_NOT_LISTED);
    }

    @Test
    void aTopicThatIsLeftOutBlocks() {
        blocked(Map.of("topicExclude", "^week"), DeletionBlock.TOPIC);
    }

    private void blocked(Map<String, Object> more, DeletionBlock block) {
        zoom.requests().clear();
        var fields = new HashMap<String, Object>(Map.of("deleteFromZoom", true, "deleteGrace", "PT0S"));
        fields.putAll(more);

        allow(id, fields, manager);
        atRest(id);

        assertThat(deletions(zoom)).isEmpty();
        assertThat(standing(recording).blocks()).contains(block);
        assertThat(deletions.report(recording).reasons()).isNotEmpty().allMatch(sentence -> sentence.endsWith("."));
        assertThat(jdbc.sql("select count(*) from deletion_certificate where recording_id = :id")
                        .param("id", recording.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theDatabaseRefusesAnIntentWithoutACertificate() {
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into deletion_intent (id, recording_id, certificate_id, permanently, allowed_by, state, intended_at)
                                values (gen_random_uuid(), :id, gen_random_uuid(), false, 'nobody', 'intended', now())""").param("id", recording.value()).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "files_verified, 0",
        "files_durable, 0",
        "size_mismatches, 1",
        "quarantined, 1",
        "files_lacking, 1",
        "files_at_zoom, 0",
        "files_left_out, 1",
        "item_statuses, '{DELETED}'",
        "grace_until, now() + interval '1 day'",
        "looked_at, now() - interval '1 hour'",
        "verified_at, null",
        "evidence, '[]'"
    })
    void theDatabaseRefusesACertificateThatProvesTooLittle(String column, String value) {
        var columns = new java.util.TreeMap<String, String>(Map.of(
                "files",
                "1",
                "files_stored",
                "1",
                "files_durable",
                "1",
                "files_verified",
                "1",
                "files_left_out",
                "0",
                "left_out_allowed",
                "false",
                "size_mismatches",
                "0",
                "quarantined",
                "0",
                "size_bytes",
                "1"));
        columns.putAll(Map.of(
                "evidence",
                "'[1]'",
                "items",
                "array[gen_random_uuid()]",
                "item_statuses",
                "'{DRAFT}'",
                "stored_at",
                "now()",
                "verified_at",
                "now()",
                "grace_ms",
                "0",
                "grace_until",
                "now()",
                "looked_at",
                "now()",
                "files_at_zoom",
                "1",
                "files_lacking",
                "0"));
        assertThat(certify(columns)).isEqualTo(1);
        columns.put(column, value.startsWith("{") || value.startsWith("[") ? "'" + value + "'" : value);
        assertThatThrownBy(() -> certify(columns)).isInstanceOf(DataIntegrityViolationException.class);
    }

    private int certify(Map<String, String> columns) {
        return jdbc.sql(
                        "insert into deletion_certificate (id, recording_id, issued_at, %s) values (gen_random_uuid(), :id, now(), %s)"
                                .formatted(String.join(", ", columns.keySet()), String.join(", ", columns.values())))
                .param("id", recording.value())
                .update();
    }

    @Test
    void theDatabaseRefusesToCallDeletedWhatHasNoIntent() {
        assertThatThrownBy(() -> jdbc.sql(
                                "update zoom_recording set state = 'deleted-at-zoom', at_zoom = 'absent' where id = :id")
                        .param("id", recording.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aCertificateIsNeverChanged() {
        allow(id, Map.of("deleteFromZoom", true, "deleteGrace", "PT0S"), manager);
        atRest(id);
        assertThatThrownBy(() -> jdbc.sql("update deletion_certificate set files = 2 where recording_id = :id")
                        .param("id", recording.value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
    }
}
