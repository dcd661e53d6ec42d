package perennial.sync;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who allowed a connection to delete, and in which words (D1). */
@Repository
class Consents {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final Clock clock;

    Consents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Consent(String by, Instant at, String words) {
        String text() {
            return "%s, %s, \"%s\"".formatted(by, MINUTE.format(at), words);
        }
    }

    void record(ConnectionId connection, String by, String words) {
        jdbc.sql("""
                        insert into deletion_consent (connection_id, by_person, at, words)
                        values (:connection, :by, :now, :words)""")
                .param("connection", connection.value())
                .param("by", by)
                .param("now", Sql.at(clock.instant()))
                .param("words", words)
                .update();
    }

    Optional<Consent> latest(ConnectionId connection) {
        return jdbc.sql("""
                        select by_person, at, words from deletion_consent where connection_id = :connection
                        order by id desc limit 1""")
                .param("connection", connection.value())
                .query((row, n) ->
                        new Consent(row.getString("by_person"), Sql.instant(row, "at"), row.getString("words")))
                .optional();
    }
}
