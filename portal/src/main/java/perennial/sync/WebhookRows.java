package perennial.sync;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows about webhooks, each method one statement. */
@Repository
class WebhookRows {
    private final JdbcClient jdbc;

    WebhookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes a call.
     *
     * @param signature 64 hexadecimal digits
     * @return whether it is the first of this signature
     */
    boolean first(ConnectionId connection, String signature, Instant now) {
        return jdbc.sql("""
                        insert into webhook_seen (connection_id, signature, seen_at) values (:connection, :signature, :now)
                        on conflict do nothing""")
                        .param("connection", connection.value())
                        .param("signature", signature)
                        .param("now", Sql.at(now))
                        .update()
                > 0;
    }

    /** Drops signatures that are too old to be accepted again. */
    void forget(Instant before) {
        jdbc.sql("delete from webhook_seen where seen_at < :before")
                .param("before", Sql.at(before))
                .update();
    }

    void accepted(ConnectionId connection, Instant now) {
        jdbc.sql("""
                        insert into webhook_count (connection_id, accepted, accepted_at) values (:connection, 1, :now)
                        on conflict (connection_id) do update
                        set accepted = webhook_count.accepted + 1, accepted_at = excluded.accepted_at""")
                .param("connection", connection.value())
                .param("now", Sql.at(now))
                .update();
    }

    /** Nothing happens when there is no such connection. */
    void refused(ConnectionId connection, long more, Instant now) {
        jdbc.sql("""
                        insert into webhook_count (connection_id, refused, refused_at)
                        select id, :more, :now from zoom_connection where id = :connection
                        on conflict (connection_id) do update
                        set refused = webhook_count.refused + excluded.refused, refused_at = excluded.refused_at""")
                .param("connection", connection.value())
                .param("more", more)
                .param("now", Sql.at(now))
                .update();
    }

    Optional<WebhookCounts> counts(ConnectionId connection) {
        return jdbc.sql("select * from webhook_count where connection_id = :connection")
                .param("connection", connection.value())
                .query((row, n) -> new WebhookCounts(
                        row.getLong("accepted"), row.getLong("refused"), Sql.instantOrNull(row, "accepted_at")))
                .optional();
    }
}
