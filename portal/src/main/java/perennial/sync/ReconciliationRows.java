package perennial.sync;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The latest comparison of each connection. */
@Repository
class ReconciliationRows {
    private final JdbcClient jdbc;

    ReconciliationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces the one before; in the caller's transaction. */
    void save(ConnectionId connection, Reconciliation result) {
        jdbc.sql("delete from reconciliation where connection_id = :id")
                .param("id", connection.value())
                .update();
        jdbc.sql("""
                        insert into reconciliation (connection_id, compared_at, users, at_zoom, in_portal)
                        values (:id, :at, :users, :there, :here)""")
                .param("id", connection.value())
                .param("at", Sql.at(result.comparedAt()))
                .param("users", result.users())
                .param("there", result.atZoom())
                .param("here", result.inPortal())
                .update();
        int position = 0;
        for (var difference : result.differences()) insert(connection, position++, difference);
    }

    private void insert(ConnectionId connection, int position, Reconciliation.Difference difference) {
        var recording = difference.recording();
        jdbc.sql("""
                        insert into reconciliation_difference (
                            connection_id, position, recording_id, uuid, topic, started_at, kind, sentence, there, here)
                        values (:id, :position, :recording, :uuid, :topic, :start, :kind, :sentence, :there, :here)""")
                .param("id", connection.value())
                .param("position", position)
                .param("recording", recording == null ? null : recording.value())
                .param("uuid", Sql.storable(difference.uuid()))
                .param("topic", Sql.storable(difference.topic()))
                .param("start", Sql.at(difference.start()))
                .param("kind", difference.kind().word())
                .param("sentence", Sql.storable(difference.sentence()))
                .param("there", difference.there())
                .param("here", difference.here())
                .update();
    }

    Optional<Reconciliation> latest(ConnectionId connection) {
        var differences = jdbc.sql(
                        "select * from reconciliation_difference where connection_id = :id order by position")
                .param("id", connection.value())
                .query((row, n) -> {
                    var recording = row.getObject("recording_id", UUID.class);
                    return new Reconciliation.Difference(
                            recording == null ? null : new RecordingId(recording),
                            row.getString("uuid"),
                            row.getString("topic"),
                            Sql.instant(row, "started_at"),
                            Word.parse(Reconciliation.Kind.class, row.getString("kind")),
                            row.getString("sentence"),
                            row.getString("there"),
                            row.getString("here"));
                })
                .list();
        return jdbc.sql("select * from reconciliation where connection_id = :id")
                .param("id", connection.value())
                .query((row, n) -> new Reconciliation(
                        Sql.instant(row, "compared_at"),
                        row.getInt("users"),
                        row.getInt("at_zoom"),
                        row.getInt("in_portal"),
                        differences))
                .optional();
    }
}
