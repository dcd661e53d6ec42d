package perennial.sync;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a whole reading of Zoom's lists did not show, and what a person said about it. */
@Repository
class VanishedRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    VanishedRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Known(RecordingId id, String uuid) {}

    /**
     * What should have been on a list; not what we are about to delete ourselves.
     *
     * @param host null for the whole account
     */
    List<Known> expected(String zoomAccount, @Nullable String host, LocalDate from, Instant before) {
        return jdbc.sql("""
                        select id, uuid from zoom_recording
                        where zoom_account = :account and started_at >= :from and first_seen_at < :before
                          and state not in ('deleted-at-zoom', 'gone-at-zoom')
                          and not exists (select 1 from deletion_intent i
                                          where i.recording_id = zoom_recording.id and i.state in ('intended', 'called')) %s""".formatted(host == null ? "" : "and host_id = :host"))
                .param("account", zoomAccount)
                .param("from", Sql.at(from.atStartOfDay().toInstant(ZoneOffset.UTC)))
                .param("before", Sql.at(before))
                .param("host", host)
                .query((row, n) -> new Known(new RecordingId(row.getObject("id", UUID.class)), row.getString("uuid")))
                .list();
    }

    void missing(RunId run, Collection<RecordingId> recordings) {
        jdbc.sql("""
                        insert into vanished (run_id, recording_id) select :run, unnest(:ids::uuid[])
                        on conflict do nothing""")
                .param("run", run.value())
                .param("ids", recordings.stream().map(RecordingId::value).toArray(UUID[]::new))
                .update();
    }

    List<RecordingId> of(RunId run) {
        return jdbc.sql("select recording_id from vanished where run_id = :run")
                .param("run", run.value())
                .query((row, n) -> new RecordingId(row.getObject("recording_id", UUID.class)))
                .list();
    }

    /** Recordings of an account that are thought to be at Zoom. */
    int known(String zoomAccount) {
        return jdbc.sql("""
                        select count(*) from zoom_recording
                        where zoom_account = :account and state not in ('deleted-at-zoom', 'gone-at-zoom')""").param("account", zoomAccount).query(Integer.class).single();
    }

    /** On a page of a list, and so far not thought to be there. */
    List<RecordingId> unexpected(String zoomAccount, Collection<String> uuids) {
        return jdbc.sql("""
                        select id from zoom_recording
                        where zoom_account = :account and uuid = any(:uuids) and at_zoom <> 'present' for update""")
                .param("account", zoomAccount)
                .param("uuids", uuids.toArray(String[]::new))
                .query((row, n) -> new RecordingId(row.getObject("id", UUID.class)))
                .list();
    }

    /** How many the latest sync asks a person about. */
    int asked(ConnectionId connection) {
        return jdbc.sql("""
                        select count(v.recording_id) from sync_run r left join vanished v on v.run_id = r.id
                        where r.id = (select id from sync_run where connection_id = :id order by began_at desc limit 1)
                          and r.state = 'error' and r.scanned_at is null""")
                .param("id", connection.value())
                .query(Integer.class)
                .single();
    }

    void accept(ConnectionId connection, String by) {
        jdbc.sql("""
                        insert into vanished_answer (connection_id, by_person, at) values (:id, :by, :now)
                        on conflict (connection_id) do update set by_person = excluded.by_person, at = excluded.at""")
                .param("id", connection.value())
                .param("by", by)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    boolean accepted(ConnectionId connection) {
        return jdbc.sql("select exists (select 1 from vanished_answer where connection_id = :id)")
                .param("id", connection.value())
                .query(Boolean.class)
                .single();
    }

    void answered(ConnectionId connection) {
        jdbc.sql("delete from vanished_answer where connection_id = :id")
                .param("id", connection.value())
                .update();
    }
}
