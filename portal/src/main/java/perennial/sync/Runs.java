package perennial.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of syncs, each method one statement. What changes a run changes only one that has not ended. */
@Repository
class Runs {
    private final JdbcClient jdbc;
    private final Clock clock;

    Runs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Run> latest(ConnectionId connection) {
        return jdbc.sql("select * from sync_run where connection_id = :connection order by began_at desc limit 1")
                .param("connection", connection.value())
                .query(Runs::toRun)
                .optional();
    }

    Optional<Run> open(ConnectionId connection) {
        return jdbc.sql("select * from sync_run where connection_id = :connection and ended_at is null")
                .param("connection", connection.value())
                .query(Runs::toRun)
                .optional();
    }

    /** As {@link #open}, and nobody else changes it before the transaction ends. */
    Optional<Run> lockOpen(ConnectionId connection) {
        return jdbc.sql("select * from sync_run where connection_id = :connection and ended_at is null for update")
                .param("connection", connection.value())
                .query(Runs::toRun)
                .optional();
    }

    /** When the latest sync that read all of Zoom's lists began. */
    Optional<Run> latestComplete(ConnectionId connection) {
        return jdbc.sql("""
                        select * from sync_run where connection_id = :connection and scanned_at is not null
                        order by began_at desc limit 1""")
                .param("connection", connection.value())
                .query(Runs::toRun)
                .optional();
    }

    RunId begin(ConnectionId connection, long asked) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into sync_run (id, connection_id, asked, began_at, state, message)
                        values (:id, :connection, :asked, :now, 'running', 'Asking Zoom.')""")
                .param("id", id)
                .param("connection", connection.value())
                .param("asked", asked)
                .param("now", Sql.at(clock.instant()))
                .update();
        return new RunId(id);
    }

    /** What it does just now; why it is paused is the more important. */
    void say(RunId run, String message) {
        jdbc.sql("update sync_run set message = :message where id = :id and state = 'running'")
                .param("message", message)
                .param("id", run.value())
                .update();
    }

    void warn(RunId run, String warning) {
        jdbc.sql("""
                        update sync_run set warnings = array_append(warnings, :warning)
                        where id = :id and not (:warning = any(warnings)) and cardinality(warnings) < 1000""").param("warning", warning).param("id", run.value()).update();
    }

    /** @param wholeAccount whether the account is listed at once, as one host with an empty name */
    void hosts(RunId run, int hosts, boolean wholeAccount) {
        jdbc.sql("update sync_run set hosts = :hosts, whole_account = :whole where id = :id")
                .param("hosts", hosts)
                .param("whole", wholeAccount)
                .param("id", run.value())
                .update();
    }

    /** Everything before this place is listed. */
    void reach(RunId run, String host, LocalDate window, int hostsDone) {
        jdbc.sql("""
                        update sync_run set at_host = :host, at_window = :window, hosts_done = :done
                        where id = :id""")
                .param("host", host)
                .param("window", window)
                .param("done", hostsDone)
                .param("id", run.value())
                .update();
    }

    /** A page is in. Progress, so the failures are over. */
    void seen(RunId run, int more) {
        jdbc.sql("update sync_run set seen = seen + :more, failures = 0 where id = :id")
                .param("more", more)
                .param("id", run.value())
                .update();
        say(run, "");
    }

    /** A listing or a look-up failed: nothing is deleted at Zoom in this sync (D5). */
    void readError(RunId run) {
        jdbc.sql("update sync_run set read_errors = read_errors + 1 where id = :id")
                .param("id", run.value())
                .update();
    }

    /** Counts a failure of the scan; tells how many there are in a row. */
    int failed(RunId run) {
        return jdbc.sql("update sync_run set failures = failures + 1 where id = :id returning failures")
                .param("id", run.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void scanned(RunId run) {
        jdbc.sql("update sync_run set scanned_at = :now where id = :id and ended_at is null")
                .param("now", Sql.at(clock.instant()))
                .param("id", run.value())
                .update();
        say(run, "");
    }

    void pause(ConnectionId connection, String message) {
        jdbc.sql("""
                        update sync_run set state = 'paused', message = :message
                        where connection_id = :connection and ended_at is null""")
                .param("message", message)
                .param("connection", connection.value())
                .update();
    }

    boolean paused(ConnectionId connection) {
        return open(connection).filter(run -> run.state() == RunState.PAUSED).isPresent();
    }

    void goOn(ConnectionId connection) {
        jdbc.sql("""
                        update sync_run set state = 'running', message = ''
                        where connection_id = :connection and state = 'paused'""").param("connection", connection.value()).update();
    }

    void end(RunId run, RunState state, String message) {
        jdbc.sql("""
                        update sync_run set state = :state, message = :message, ended_at = :now
                        where id = :id and ended_at is null""")
                .param("state", Word.of(state))
                .param("message", message)
                .param("now", Sql.at(clock.instant()))
                .param("id", run.value())
                .update();
    }

    /** Drops runs that ended before {@code before}, unless one is the last that read all of Zoom's lists. */
    void forget(Instant before) {
        jdbc.sql("""
                        delete from sync_run old where ended_at < :before and exists (
                            select 1 from sync_run newer
                            where newer.connection_id = old.connection_id and newer.began_at > old.began_at
                              and newer.scanned_at is not null)""").param("before", Sql.at(before)).update();
    }

    /** Ends the open run, if there is one. */
    void stop(ConnectionId connection, String message) {
        open(connection).ifPresent(run -> end(run.id(), RunState.STOPPED, message));
    }

    private static Run toRun(ResultSet row, int number) throws SQLException {
        return new Run(
                new RunId(row.getObject("id", UUID.class)),
                new ConnectionId(row.getObject("connection_id", UUID.class)),
                row.getLong("asked"),
                Sql.instant(row, "began_at"),
                Sql.instantOrNull(row, "ended_at"),
                Sql.instantOrNull(row, "scanned_at"),
                Word.parse(RunState.class, row.getString("state")),
                row.getString("message"),
                Sql.texts(row, "warnings"),
                row.getBoolean("whole_account"),
                row.getString("at_host"),
                localDate(row),
                row.getInt("hosts"),
                row.getInt("hosts_done"),
                row.getInt("seen"),
                row.getInt("failures"));
    }

    private static @Nullable LocalDate localDate(ResultSet row) throws SQLException {
        return row.getObject("at_window", LocalDate.class);
    }
}
