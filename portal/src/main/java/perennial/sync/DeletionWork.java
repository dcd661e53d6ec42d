package perennial.sync;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which sync has picked which recordings for deletion, and how that goes. */
@Repository
class DeletionWork {
    static final String TABLE = "deletion_work";
    static final String READ_BACK = "trash_read_back";

    private final JdbcClient jdbc;
    private final Clock clock;

    DeletionWork(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean began(RunId run) {
        return jdbc.sql("select deletion_began_at is not null from sync_run where id = :run")
                .param("run", run.value())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    void begin(RunId run, int deletions) {
        jdbc.sql("update sync_run set deletion_began_at = :now, deletions = :number where id = :run")
                .param("now", Sql.at(clock.instant()))
                .param("number", deletions)
                .param("run", run.value())
                .update();
    }

    void pick(RunId run, Collection<RecordingId> recordings) {
        jdbc.sql("""
                        insert into deletion_work (id, run_id) select unnest(:ids::uuid[]), :run
                        on conflict (id) do update set run_id = excluded.run_id, tries = 0""")
                .param("ids", recordings.stream().map(RecordingId::value).toArray(UUID[]::new))
                .param("run", run.value())
                .update();
    }

    /** The open sync that wants it deleted. */
    Optional<RunId> run(RecordingId recording) {
        return jdbc.sql("""
                        select run_id from deletion_work w join sync_run r on r.id = w.run_id
                        where w.id = :id and r.ended_at is null""")
                .param("id", recording.value())
                .query((row, n) -> new RunId(row.getObject("run_id", UUID.class)))
                .optional();
    }

    /** @param finding what the look at Zoom found against deleting it; empty when nothing */
    void looked(RecordingId recording, String finding) {
        jdbc.sql("update deletion_work set looked_at = :now, finding = :finding where id = :id")
                .param("now", Sql.at(clock.instant()))
                .param("finding", Sql.storable(finding))
                .param("id", recording.value())
                .update();
    }

    /** Counts a failed try; tells how many there are in this sync. */
    int failed(RecordingId recording) {
        return jdbc.sql("update deletion_work set tries = tries + 1 where id = :id returning tries")
                .param("id", recording.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void release(RecordingId recording) {
        jdbc.sql("update deletion_work set run_id = null where id = :id")
                .param("id", recording.value())
                .update();
    }

    /** Nothing more is deleted in this sync; what was called is still read back. */
    void releaseUncalled(RunId run) {
        jdbc.sql("""
                        update deletion_work w set run_id = null
                        where run_id = :run and not exists (
                            select 1 from deletion_intent i where i.recording_id = w.id and i.state = 'called')""").param("run", run.value()).update();
    }

    /** How many are still to be called. */
    int uncalled(RunId run) {
        return jdbc.sql("""
                        select count(*) from deletion_work w where run_id = :run and not exists (
                            select 1 from deletion_intent i where i.recording_id = w.id and i.state = 'called')""").param("run", run.value()).query(Integer.class).single();
    }

    boolean any(RunId run) {
        return jdbc.sql("select exists (select 1 from deletion_work where run_id = :run)")
                .param("run", run.value())
                .query(Boolean.class)
                .single();
    }

    /** Recordings of an account with an intent that is not over. */
    List<RecordingId> open(String zoomAccount, IntentState state) {
        return jdbc.sql("""
                        select r.id from deletion_intent i join zoom_recording r on r.id = i.recording_id
                        where r.zoom_account = :account and i.state = :state order by i.intended_at""")
                .param("account", zoomAccount)
                .param("state", state.word())
                .query((row, n) -> new RecordingId(row.getObject("id", UUID.class)))
                .list();
    }

    void needsReadBack(ConnectionId connection) {
        jdbc.sql("""
                        insert into trash_read_back (id) values (:id)
                        on conflict (id) do update set tries = 0""").param("id", connection.value()).update();
    }

    int readBackFailed(ConnectionId connection) {
        return jdbc.sql("update trash_read_back set tries = tries + 1 where id = :id returning tries")
                .param("id", connection.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    int readErrors(RunId run) {
        return jdbc.sql("select read_errors from sync_run where id = :run")
                .param("run", run.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
