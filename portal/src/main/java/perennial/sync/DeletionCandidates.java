package perennial.sync;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Recordings that the gate is worth asking about: imported, at Zoom, past their grace as far as the import tells. Read by
 * pages, oldest meeting first. Each method is one statement.
 */
@Repository
class DeletionCandidates {
    private final JdbcClient jdbc;
    private final Clock clock;

    DeletionCandidates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The next ones behind {@code behind}, none behind {@code to}; null is the beginning, and the end. */
    List<LedgerCursor> page(
            Connection connection, @Nullable LedgerCursor behind, @Nullable LedgerCursor to, int limit) {
        var graceOver = clock.instant().minus(connection.settings().deletion().grace());
        return jdbc.sql("""
                        select started_at, id from zoom_recording
                        where zoom_account = :account and state = 'imported' and at_zoom = 'present' and kept_at_zoom = ''
                          and imported_at <= :graceOver and media_ids <> '{}' %s %s
                        order by started_at, id limit :limit""".formatted(
                                behind == null ? "" : "and (started_at, id) > (:at, :id)",
                                to == null ? "" : "and (started_at, id) <= (:toAt, :toId)"))
                .param("account", connection.zoomAccount())
                .param("graceOver", Sql.at(graceOver))
                .param("at", behind == null ? null : Sql.at(behind.start()))
                .param("id", behind == null ? null : behind.id().value())
                .param("toAt", to == null ? null : Sql.at(to.start()))
                .param("toId", to == null ? null : to.id().value())
                .param("limit", limit)
                .query((row, n) -> new LedgerCursor(
                        Sql.instant(row, "started_at"), new RecordingId(row.getObject("id", UUID.class))))
                .list();
    }

    /** Behind which the latest sync has stopped. */
    Optional<LedgerCursor> place(ConnectionId connection) {
        return jdbc.sql("select started_at, recording_id from deletion_place where connection_id = :connection")
                .param("connection", connection.value())
                .query((row, n) -> new LedgerCursor(
                        Sql.instant(row, "started_at"), new RecordingId(row.getObject("recording_id", UUID.class))))
                .optional();
    }

    void place(ConnectionId connection, LedgerCursor last) {
        jdbc.sql("""
                        insert into deletion_place (connection_id, started_at, recording_id) values (:connection, :at, :id)
                        on conflict (connection_id) do update
                        set started_at = excluded.started_at, recording_id = excluded.recording_id""")
                .param("connection", connection.value())
                .param("at", Sql.at(last.start()))
                .param("id", last.id().value())
                .update();
    }
}
