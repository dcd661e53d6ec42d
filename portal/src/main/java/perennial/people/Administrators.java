package perennial.people;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Knows who answers for the portal when nobody else does. */
@Service
public class Administrators {
    private final JdbcClient jdbc;

    Administrators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one who has been an Administrator's account the longest and may sign in; empty on a portal without any yet. */
    public Optional<Person> first() {
        return jdbc.sql("""
                        select %s from person where role = 'ADMINISTRATOR' and status = 'ACTIVE'
                        order by created_at, id limit 1""".formatted(People.COLUMNS)).query(People::read).optional();
    }
}
