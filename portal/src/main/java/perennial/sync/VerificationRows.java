package perennial.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which stored files were read back, and which are in quarantine. */
@Repository
class VerificationRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    VerificationRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Imported recordings with a file that was stored before {@code storedBefore} and never read back. */
    List<RecordingId> due(Instant storedBefore, int limit) {
        return jdbc.sql("""
                        select distinct z.recording_id from zoom_file z join zoom_recording r on r.id = z.recording_id
                        where z.state = 'stored' and z.verified_at is null and z.quarantine = ''
                          and z.stored_at <= :before and r.state = 'imported'
                        limit :limit""")
                .param("before", Sql.at(storedBefore))
                .param("limit", limit)
                .query((row, n) -> new RecordingId(row.getObject("recording_id", UUID.class)))
                .list();
    }

    /** Files of a recording that were stored before {@code storedBefore} and never read back. */
    List<UUID> dueOf(RecordingId recording, Instant storedBefore) {
        return jdbc.sql("""
                        select id from zoom_file
                        where recording_id = :recording and state = 'stored' and verified_at is null and quarantine = ''
                          and stored_at <= :before""")
                .param("recording", recording.value())
                .param("before", Sql.at(storedBefore))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    /** @param sha256 of the bytes that were read; the database refuses another than that of the bytes that came */
    void verified(UUID file, String sha256) {
        jdbc.sql("""
                        update zoom_file set verified_at = :now, verified_sha256 = :sha256
                        where id = :id and state = 'stored'""")
                .param("now", Sql.at(clock.instant()))
                .param("sha256", sha256)
                .param("id", file)
                .update();
    }

    void quarantine(UUID file, String why) {
        jdbc.sql("""
                        update zoom_file
                        set quarantine = :why, reason = :why, verified_at = null, verified_sha256 = null
                        where id = :id and state = 'stored'""").param("why", Sql.storable(why)).param("id", file).update();
    }

    /** What is in quarantine is to be fetched once more. */
    void fetchAgain(RecordingId recording) {
        jdbc.sql("""
                        update zoom_file
                        set state = 'found', reason = '', quarantine = '', part_id = null, bytes_done = 0, blob_id = null
                        where recording_id = :recording and state = 'stored' and quarantine <> ''""").param("recording", recording.value()).update();
    }
}
