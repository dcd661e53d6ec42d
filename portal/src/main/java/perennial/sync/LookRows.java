package perennial.sync;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.jobs.WantedJobs;

/** Recordings that Zoom is to be asked about at once, each until it has answered. */
@Repository
class LookRows {
    static final String TABLE = "zoom_look";

    private final JdbcClient jdbc;
    private final WantedJobs jobs;

    LookRows(JdbcClient jdbc, WantedJobs jobs) {
        this.jdbc = jdbc;
        this.jobs = jobs;
    }

    record Look(ConnectionId connection, String uuid, int attempts) {}

    /** Asks for a look that begins after this moment. Joins the caller's transaction. */
    void ask(ConnectionId connection, String uuid) {
        // Writing also where it is there keeps a look that ends just now from taking the row away.
        var id = jdbc.sql("""
                        insert into zoom_look (id, connection_id, uuid) values (:id, :connection, :uuid)
                        on conflict (connection_id, uuid) do update set attempts = 0
                        returning id""")
                .param("id", UUID.randomUUID())
                .param("connection", connection.value())
                .param("uuid", uuid)
                .query(UUID.class)
                .single();
        jobs.ask(LookJob.LOOK, TABLE, id);
    }

    /** Asks for all that wait for this connection. Joins the caller's transaction. */
    void wake(ConnectionId connection) {
        jdbc.sql("select id from zoom_look where connection_id = :connection order by id")
                .param("connection", connection.value())
                .query(UUID.class)
                .list()
                .forEach(id -> jobs.ask(LookJob.LOOK, TABLE, id));
    }

    Optional<Look> find(UUID id) {
        return jdbc.sql("select * from zoom_look where id = :id")
                .param("id", id)
                .query((row, n) -> new Look(
                        new ConnectionId(row.getObject("connection_id", UUID.class)),
                        row.getString("uuid"),
                        row.getInt("attempts")))
                .optional();
    }

    void failed(UUID id) {
        jdbc.sql("update zoom_look set attempts = attempts + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /** Nothing is left to do, unless somebody has asked again meanwhile. */
    void over(UUID id) {
        jdbc.sql("delete from zoom_look where id = :id and served = wanted")
                .param("id", id)
                .update();
    }
}
