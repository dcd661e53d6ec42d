package perennial.sync;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Connections that a person has paused (S9), and the count that cuts what is being fetched (S1). Each method is one
 * statement and joins the caller's transaction.
 */
@Repository
class Holds {
    private final JdbcClient jdbc;
    private final Clock clock;

    Holds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who paused it; empty while it goes on. */
    Optional<String> heldBy(ConnectionId connection) {
        return jdbc.sql("select held_by from zoom_hold where connection_id = :connection and held_by is not null")
                .param("connection", connection.value())
                .query(String.class)
                .optional();
    }

    boolean held(ConnectionId connection) {
        return heldBy(connection).isPresent();
    }

    /** The first to pause it keeps being named. */
    void hold(ConnectionId connection, String by) {
        jdbc.sql("""
                        insert into zoom_hold (connection_id, held_by, held_at) values (:connection, :by, :now)
                        on conflict (connection_id) do update
                        set held_by = coalesce(zoom_hold.held_by, excluded.held_by),
                            held_at = coalesce(zoom_hold.held_at, excluded.held_at)""")
                .param("connection", connection.value())
                .param("by", by)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    void release(ConnectionId connection) {
        jdbc.sql("update zoom_hold set held_by = null, held_at = null where connection_id = :connection")
                .param("connection", connection.value())
                .update();
    }

    /** From now on, whatever began to be fetched before is broken off. */
    void cut(ConnectionId connection) {
        jdbc.sql("""
                        insert into zoom_hold (connection_id, cuts) values (:connection, 1)
                        on conflict (connection_id) do update set cuts = zoom_hold.cuts + 1""").param("connection", connection.value()).update();
    }

    /** Changes with each cut. */
    long cuts(ConnectionId connection) {
        return jdbc.sql("select cuts from zoom_hold where connection_id = :connection")
                .param("connection", connection.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
