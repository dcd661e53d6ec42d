package perennial.people;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code person}. Every method is one statement; the rules are in {@link Roster}. */
@Repository
class Accounts {
    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The person for one request; empty when they are gone, blocked, or have not set a password. */
    Optional<SignedIn> signedIn(PersonId id) {
        return jdbc.sql("select %s, theme from person where id = :id and status = 'ACTIVE'".formatted(People.COLUMNS))
                .param("id", id.value())
                .query((row, number) -> new SignedIn(People.read(row, number), row.getString("theme")))
                .optional();
    }

    /** The person behind an address and their hash; the hash is absent where no password was set. */
    Optional<Credentials> credentials(String email) {
        return jdbc.sql("select %s, password_hash from person where email_key = :key".formatted(People.COLUMNS))
                .param("key", EmailAddress.key(email))
                .query((row, number) -> new Credentials(People.read(row, number), row.getString("password_hash")))
                .optional();
    }

    /** Whether it was added; not when the address is taken. */
    boolean add(Person person, @Nullable String passwordHash, Instant now, String by) {
        return jdbc.sql("""
                                insert into person (id, email, email_key, name, role, status, password_hash, zone, locale,
                                    created_at, created_by)
                                values (:id, :email, :key, :name, :role, :status, :hash, :zone, :locale, :now, :by)
                                on conflict (email_key) do nothing""")
                        .param("id", person.id().value())
                        .param("email", person.email())
                        .param("key", EmailAddress.key(person.email()))
                        .param("name", person.name())
                        .param("role", person.role().name())
                        .param("status", person.status().name())
                        .param("hash", passwordHash)
                        .param(
                                "zone",
                                person.zone() == null ? null : person.zone().getId())
                        .param(
                                "locale",
                                person.locale() == null ? null : person.locale().toLanguageTag())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Sets the password; links to a new one that were mailed before are useless from here on. */
    void password(PersonId id, String hash) {
        jdbc.sql("""
                        with void as (delete from password_reset where person = :id)
                        update person set password_hash = :hash, status = 'ACTIVE'
                        where id = :id and status <> 'BLOCKED'""").param("id", id.value()).param("hash", hash).update();
    }

    void seen(PersonId id, Instant now) {
        jdbc.sql("update person set seen_at = :now where id = :id")
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void role(PersonId id, Role role) {
        jdbc.sql("update person set role = :role where id = :id")
                .param("id", id.value())
                .param("role", role.name())
                .update();
    }

    /** From invited to active: somebody else than us knows that it is them. */
    void activate(PersonId id) {
        jdbc.sql("update person set status = 'ACTIVE' where id = :id and status = 'INVITED'")
                .param("id", id.value())
                .update();
    }

    void block(PersonId id) {
        jdbc.sql("update person set status = 'BLOCKED' where id = :id")
                .param("id", id.value())
                .update();
    }

    /** Back to where they were: without a password or a provider they are invited still. */
    void unblock(PersonId id) {
        jdbc.sql("""
                        update person p set status = case
                            when password_hash is null
                                and not exists (select 1 from person_login l where l.person = p.id) then 'INVITED'
                            else 'ACTIVE' end
                        where id = :id and status = 'BLOCKED' and erased_at is null""").param("id", id.value()).update();
    }

    void profile(PersonId id, String name, @Nullable ZoneId zone, @Nullable Locale locale) {
        jdbc.sql("update person set name = :name, zone = :zone, locale = :locale where id = :id")
                .param("id", id.value())
                .param("name", name)
                .param("zone", zone == null ? null : zone.getId())
                .param("locale", locale == null ? null : locale.toLanguageTag())
                .update();
    }

    void theme(PersonId id, @Nullable String theme) {
        jdbc.sql("update person set theme = :theme where id = :id")
                .param("id", id.value())
                .param("theme", theme)
                .update();
    }

    /** Name, address and secrets go; the row stays, blocked, for what points to it. */
    void erase(PersonId id, Instant now) {
        jdbc.sql("""
                        with gone as (delete from person_login where person = :id)
                        update person set email = 'erased-' || id || '@invalid', email_key = 'erased-' || id || '@invalid',
                            name = 'Erased person', status = 'BLOCKED', role = 'VIEWER', password_hash = null,
                            zone = null, locale = null, theme = null, erased_at = :now
                        where id = :id""")
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Locks the active Administrators until the caller's transaction ends, so that two cannot lower each other. */
    List<PersonId> lockAdministrators() {
        return jdbc.sql("""
                        select id from person where role = 'ADMINISTRATOR' and status = 'ACTIVE'
                        order by id for update""")
                .query((row, number) -> PersonId.parse(row.getString("id")))
                .list();
    }

    boolean anyAdministrator() {
        return jdbc.sql("select exists (select 1 from person where role = 'ADMINISTRATOR' and status = 'ACTIVE')")
                .query(Boolean.class)
                .single();
    }

    record Credentials(Person person, @Nullable String hash) {}
}
