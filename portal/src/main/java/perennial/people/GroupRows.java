package perennial.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code person_group} and {@code person_group_member}. Every method is one statement. */
@Repository
class GroupRows {
    private static final String SELECT = """
            select g.id, g.name, g.claim, (select count(*) from person_group_member m where m.person_group = g.id) as people
            from person_group g
            """;

    private final JdbcClient jdbc;

    GroupRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name, behind the name {@code after}. */
    List<PersonGroup> list(String after, int limit) {
        return jdbc.sql(SELECT + "where g.name_key > :after order by g.name_key limit :limit")
                .param("after", key(after))
                .param("limit", limit)
                .query(GroupRows::read)
                .list();
    }

    Optional<PersonGroup> find(GroupId id) {
        return jdbc.sql(SELECT + "where g.id = :id")
                .param("id", id.value())
                .query(GroupRows::read)
                .optional();
    }

    List<PersonGroup> of(PersonId person) {
        return jdbc.sql(SELECT + """
                        join person_group_member mine on mine.person_group = g.id and mine.person = :person
                        order by g.name_key""")
                .param("person", person.value())
                .query(GroupRows::read)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from person_group").query(Long.class).single();
    }

    /** Whether it was added; not when the name is taken. */
    boolean add(GroupId id, String name, @Nullable String claim, Instant now, String by) {
        return jdbc.sql("""
                                insert into person_group (id, name, name_key, claim, created_at, created_by)
                                values (:id, :name, :key, :claim, :now, :by) on conflict (name_key) do nothing""")
                        .param("id", id.value())
                        .param("name", name)
                        .param("key", key(name))
                        .param("claim", claim)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Whether it was changed; not when another group has the name. */
    boolean change(GroupId id, String name, @Nullable String claim) {
        return jdbc.sql("""
                                update person_group g set name = :name, name_key = :key, claim = :claim
                                where id = :id and not exists (
                                    select 1 from person_group o where o.name_key = :key and o.id <> g.id)""")
                        .param("id", id.value())
                        .param("name", name)
                        .param("key", key(name))
                        .param("claim", claim)
                        .update()
                == 1;
    }

    void delete(GroupId id) {
        jdbc.sql("delete from person_group where id = :id")
                .param("id", id.value())
                .update();
    }

    /** Whether they were added or, having come by the claim, stay from here on by hand. */
    boolean join(GroupId group, PersonId person, Instant now, String by) {
        return jdbc.sql("""
                                insert into person_group_member as m (person_group, person, by_claim, added_by, added_at)
                                values (:group, :person, false, :by, :now)
                                on conflict (person_group, person) do update
                                    set by_claim = false, added_by = :by, added_at = :now where m.by_claim""")
                        .param("group", group.value())
                        .param("person", person.value())
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean leave(GroupId group, PersonId person) {
        return jdbc.sql("delete from person_group_member where person_group = :group and person = :person")
                        .param("group", group.value())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    /** Puts a person into all groups that one of these values of the claim fills. */
    void joinByClaim(PersonId person, Collection<String> values, Instant now) {
        jdbc.sql("""
                        insert into person_group_member (person_group, person, by_claim, added_by, added_at)
                        select id, :person, true, 'sign-in', :now from person_group where claim = any(:values)
                        on conflict do nothing""")
                .param("person", person.value())
                .param("values", values.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes a person out of the groups that the claim had put them into and does not name any more. */
    void leaveByClaim(PersonId person, Collection<String> values) {
        jdbc.sql("""
                        delete from person_group_member m using person_group g
                        where g.id = m.person_group and m.person = :person and m.by_claim
                          and (g.claim is null or g.claim <> all(:values))""")
                .param("person", person.value())
                .param("values", values.toArray(String[]::new))
                .update();
    }

    /** By name, behind {@code after}. */
    List<Groups.Member> members(GroupId group, ListPlace after, int limit) {
        return jdbc.sql("""
                        select %s, m.by_claim, m.added_by from person_group_member m join person p on p.id = m.person
                        where m.person_group = :group and (lower(p.name), p.id) > (lower(:name), :id)
                        order by lower(p.name), p.id limit :limit""".formatted(People.COLUMNS_OF_P))
                .param("group", group.value())
                .param("name", after.name())
                .param("id", after.id())
                .param("limit", limit)
                .query((row, number) -> new Groups.Member(
                        People.read(row, number), row.getBoolean("by_claim"), row.getString("added_by")))
                .list();
    }

    void forget(PersonId person) {
        jdbc.sql("delete from person_group_member where person = :person")
                .param("person", person.value())
                .update();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static PersonGroup read(ResultSet row, int number) throws SQLException {
        return new PersonGroup(
                new GroupId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("claim"),
                row.getLong("people"));
    }
}
