package perennial.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The people of the portal, for whoever needs to know one. */
@Service
public class People {
    static final String COLUMNS = "id, email, name, role, status, zone, locale";
    static final String COLUMNS_OF_P = "p.id, p.email, p.name, p.role, p.status, p.zone, p.locale";

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Person> byId(PersonId id) {
        return jdbc.sql("select %s from person where id = :id".formatted(COLUMNS))
                .param("id", id.value())
                .query(People::read)
                .optional();
    }

    /** Compares ignoring case and outer space. */
    public Optional<Person> byEmail(String email) {
        return jdbc.sql("select %s from person where email_key = :key".formatted(COLUMNS))
                .param("key", EmailAddress.key(email))
                .query(People::read)
                .optional();
    }

    /** Those who may be an author: active, and Contributor or above. By name, at most 500. */
    public List<Person> authors() {
        return jdbc.sql("""
                        select %s from person where status = 'ACTIVE' and role <> 'VIEWER'
                        order by name, id limit 500""".formatted(COLUMNS)).query(People::read).list();
    }

    /** Active people whose role is {@code role} or above. By name, at most 500. */
    public List<Person> activeFrom(Role role) {
        return jdbc.sql("""
                        select %s from person where status = 'ACTIVE' and role = any(:roles)
                        order by name, id limit 500""".formatted(COLUMNS))
                .param("roles", namesFrom(role))
                .query(People::read)
                .list();
    }

    /** Whether anybody active but {@code person} has {@code role} or one above. */
    public boolean othersFrom(Role role, PersonId person) {
        return jdbc.sql("""
                        select exists (select 1 from person
                                        where status = 'ACTIVE' and role = any(:roles) and id <> :person)""")
                .param("roles", namesFrom(role))
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    private static String[] namesFrom(Role role) {
        return Arrays.stream(Role.values())
                .filter(one -> one.atLeast(role))
                .map(Role::name)
                .toArray(String[]::new);
    }

    static Person read(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                PersonStatus.valueOf(row.getString("status")),
                zone(row.getString("zone")),
                locale(row.getString("locale")));
    }

    private static @Nullable ZoneId zone(@Nullable String id) {
        return id == null ? null : ZoneId.of(id);
    }

    private static @Nullable Locale locale(@Nullable String tag) {
        return tag == null ? null : Locale.forLanguageTag(tag);
    }
}
