package perennial.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of the copies at Zoom. Only facts are written here: a failed look-up is none (D6). */
@Repository
class RemoteRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    RemoteRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Deleted by us, and seen to be. */
    void deleted(RecordingId recording, UUID intent, @Nullable Instant trashUntil) {
        jdbc.sql("""
                        update zoom_recording
                        set state = 'deleted-at-zoom', reason = '', next_attempt_at = null, at_zoom = 'absent',
                            at_zoom_since = :now, trash_until = :until, deletion_id = :intent, changed_at = :now
                        where id = :id""")
                .param("now", Sql.at(clock.instant()))
                .param("until", Sql.atOrNull(trashUntil))
                .param("intent", intent)
                .param("id", recording.value())
                .update();
    }

    /** Whether it is there cannot be said. */
    void unknown(RecordingId recording) {
        jdbc.sql("""
                        update zoom_recording set at_zoom = 'unknown', at_zoom_since = :now
                        where id = :id and at_zoom = 'present'""")
                .param("now", Sql.at(clock.instant()))
                .param("id", recording.value())
                .update();
    }

    void present(RecordingId recording) {
        jdbc.sql("""
                        update zoom_recording set at_zoom = 'present', at_zoom_since = :now
                        where id = :id and at_zoom <> 'present' and state not in ('deleted-at-zoom', 'gone-at-zoom')""")
                .param("now", Sql.at(clock.instant()))
                .param("id", recording.value())
                .update();
    }

    /** Not listed, not there by its UUID, and not deleted by us. */
    void gone(RecordingId recording, String reason, @Nullable Instant trashUntil) {
        jdbc.sql("""
                        update zoom_recording
                        set state = 'gone-at-zoom', reason = :reason, next_attempt_at = null, at_zoom = 'absent',
                            at_zoom_since = :now, trash_until = :until, changed_at = :now
                        where id = :id""")
                .param("reason", reason)
                .param("now", Sql.at(clock.instant()))
                .param("until", Sql.atOrNull(trashUntil))
                .param("id", recording.value())
                .update();
    }

    boolean absentBefore(RecordingId recording, Instant moment) {
        return jdbc.sql("""
                        select coalesce(at_zoom_since < :moment, true) from zoom_recording where id = :id""")
                .param("moment", Sql.at(moment))
                .param("id", recording.value())
                .query(Boolean.class)
                .single();
    }

    /** What is known of it: present, absent or unknown, since when, and until when it is in the trash. */
    Remote of(RecordingId recording) {
        return jdbc.sql("select at_zoom, at_zoom_since, trash_until, kept_at_zoom from zoom_recording where id = :id")
                .param("id", recording.value())
                .query((row, n) -> new Remote(
                        row.getString("at_zoom"),
                        Sql.instantOrNull(row, "at_zoom_since"),
                        Sql.instantOrNull(row, "trash_until"),
                        row.getString("kept_at_zoom")))
                .single();
    }

    record Remote(
            String atZoom,
            @Nullable Instant since,
            @Nullable Instant trashUntil,
            String kept) {}

    /** It is there again. It is kept there until somebody says otherwise. */
    void back(RecordingId recording, String keptWhy) {
        jdbc.sql("""
                        update zoom_recording
                        set state = case when imported_at is null then 'found' else 'imported' end, reason = '',
                            at_zoom = 'present', at_zoom_since = :now, trash_until = null, kept_at_zoom = :why,
                            changed_at = :now
                        where id = :id""")
                .param("now", Sql.at(clock.instant()))
                .param("why", keptWhy)
                .param("id", recording.value())
                .update();
    }

    /** @param why empty to let it go */
    void keep(RecordingId recording, String why) {
        jdbc.sql("update zoom_recording set kept_at_zoom = :why where id = :id")
                .param("why", why)
                .param("id", recording.value())
                .update();
    }
}
