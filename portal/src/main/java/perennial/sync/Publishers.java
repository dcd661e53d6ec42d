package perennial.sync;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.people.PersonId;

/** Who changed a connection's settings or switched it on; the latest one is its publishing Manager (U5). */
@Repository
class Publishers {
    private final JdbcClient jdbc;
    private final Clock clock;

    Publishers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void now(ConnectionId connection, PersonId person) {
        jdbc.sql("insert into zoom_publisher (connection_id, person_id, since) values (:connection, :person, :now)")
                .param("connection", connection.value())
                .param("person", person.value())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    Optional<PersonId> current(ConnectionId connection) {
        return latestFirst(connection).stream().findFirst();
    }

    /** Who decides about the author of what is first seen now. */
    Sightings.Authorship authorship(Connection connection) {
        var publisher = current(connection.id()).map(PersonId::value).orElse(null);
        return new Sightings.Authorship(connection.settings().publishing().publishAs(), publisher);
    }

    /** Each person once, at most fifty. */
    List<PersonId> latestFirst(ConnectionId connection) {
        return jdbc.sql("""
                        select person_id from zoom_publisher where connection_id = :connection
                        group by person_id order by max(id) desc limit 50""")
                .param("connection", connection.value())
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }
}
