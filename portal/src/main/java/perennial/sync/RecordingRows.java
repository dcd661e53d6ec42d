package perennial.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.library.MediaId;
import perennial.people.PersonId;

/** The rows of recordings, each method one statement. */
@Repository
class RecordingRows {
    static final String TABLE = "zoom_recording";

    private final JdbcClient jdbc;
    private final Clock clock;

    RecordingRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<LedgerRecording> find(RecordingId id) {
        return jdbc.sql("select * from zoom_recording where id = :id")
                .param("id", id.value())
                .query(RecordingRows::toRecording)
                .optional();
    }

    /** As {@link #find}, and nobody else changes it before the transaction ends. */
    Optional<LedgerRecording> lock(RecordingId id) {
        return jdbc.sql("select * from zoom_recording where id = :id for update")
                .param("id", id.value())
                .query(RecordingRows::toRecording)
                .optional();
    }

    /** Whatever an import has still to be run for, now or at its next attempt. */
    List<LedgerRecording> unfinished(String zoomAccount) {
        return jdbc.sql("""
                        select * from zoom_recording
                        where zoom_account = :account
                          and (state in ('found', 'waiting') or (state = 'failed' and next_attempt_at is not null))""")
                .param("account", zoomAccount)
                .query(RecordingRows::toRecording)
                .list();
    }

    boolean any(String zoomAccount, RecordingState state) {
        return jdbc.sql("""
                        select exists (select 1 from zoom_recording where zoom_account = :account and state = :state)""")
                .param("account", zoomAccount)
                .param("state", state.word())
                .query(Boolean.class)
                .single();
    }

    /** Start of the latest meeting that is in. */
    @Nullable
    Instant latestImported(String zoomAccount) {
        return moment(
                "select max(started_at) as m from zoom_recording where zoom_account = :account and state = 'imported'",
                zoomAccount);
    }

    /** Start of the earliest meeting that is not in yet. */
    @Nullable
    Instant earliestOpen(String zoomAccount) {
        return moment("""
                select min(started_at) as m from zoom_recording
                where zoom_account = :account and state in ('found', 'waiting', 'importing', 'failed')""", zoomAccount);
    }

    private @Nullable Instant moment(String sql, String zoomAccount) {
        return jdbc.sql(sql)
                .param("account", zoomAccount)
                .query((row, n) -> Optional.ofNullable(Sql.instantOrNull(row, "m")))
                .single()
                .orElse(null);
    }

    void state(RecordingId id, RecordingState state, String reason, @Nullable Instant nextAttempt) {
        jdbc.sql("""
                        update zoom_recording
                        set state = :state, reason = :reason, next_attempt_at = :next, changed_at = :now,
                            skipped_by_rule = false
                        where id = :id""")
                .param("state", state.word())
                .param("reason", Sql.storable(reason))
                .param("next", Sql.atOrNull(nextAttempt))
                .param("now", Sql.at(clock.instant()))
                .param("id", id.value())
                .update();
    }

    void skippedByRule(RecordingId id, String reason) {
        jdbc.sql("""
                        update zoom_recording
                        set state = 'skipped', reason = :reason, skipped_by_rule = true, next_attempt_at = null,
                            changed_at = :now
                        where id = :id""")
                .param("reason", reason)
                .param("now", Sql.at(clock.instant()))
                .param("id", id.value())
                .update();
    }

    /** No rule leaves it out any more. */
    void askedFor(RecordingId id) {
        jdbc.sql("update zoom_recording set asked_for = true where id = :id")
                .param("id", id.value())
                .update();
    }

    Optional<LedgerRecording> byUuid(String zoomAccount, String uuid) {
        return jdbc.sql("select * from zoom_recording where zoom_account = :account and uuid = :uuid")
                .param("account", zoomAccount)
                .param("uuid", Sql.storable(uuid))
                .query(RecordingRows::toRecording)
                .optional();
    }

    void attempts(RecordingId id, int attempts) {
        jdbc.sql("update zoom_recording set attempts = :attempts where id = :id")
                .param("attempts", attempts)
                .param("id", id.value())
                .update();
    }

    void imported(RecordingId id, List<MediaId> media, boolean concatenated) {
        jdbc.sql("""
                        update zoom_recording
                        set state = 'imported', reason = '', attempts = 0, next_attempt_at = null, media_ids = :media,
                            concatenated = :concatenated, imported_at = :now, changed_at = :now
                        where id = :id""")
                .param("media", media.stream().map(MediaId::value).toArray(UUID[]::new))
                .param("concatenated", concatenated)
                .param("now", Sql.at(clock.instant()))
                .param("id", id.value())
                .update();
    }

    static LedgerRecording toRecording(ResultSet row, int number) throws SQLException {
        var publisher = row.getObject("publisher_id", UUID.class);
        return new LedgerRecording(
                new RecordingId(row.getObject("id", UUID.class)),
                row.getString("zoom_account"),
                row.getString("uuid"),
                row.getLong("meeting_number"),
                row.getInt("meeting_type"),
                row.getString("topic"),
                Sql.instant(row, "started_at"),
                Duration.ofMillis(row.getLong("length_ms")),
                row.getString("host_id"),
                row.getString("host_email"),
                Word.parse(RecordingState.class, row.getString("state")),
                row.getString("reason"),
                Word.parse(PublishAs.class, row.getString("publish_as")),
                publisher == null ? null : new PersonId(publisher),
                row.getObject("concatenated", Boolean.class),
                row.getInt("attempts"),
                Sql.instantOrNull(row, "next_attempt_at"),
                LedgerRecording.media(Sql.uuids(row, "media_ids")),
                row.getBoolean("asked_for"),
                Sql.instant(row, "first_seen_at"),
                Sql.instantOrNull(row, "imported_at"));
    }
}
