package perennial.people;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;

/** API tokens: a token may do what its person may, within its scopes. Only the SHA-256 of one is kept. */
@Service
public class ApiTokens {
    /** All scopes: such a token may do what its person may. */
    public static final Set<String> SCOPES =
            Scope.ADMIN.andBelow().stream().map(Scope::code).collect(Collectors.toUnmodifiableSet());

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token that was just made; its text is shown this once. */
    @Schema(name = "Token")
    public record Made(UUID id, String token) {}

    /**
     * Makes a token for {@code owner}.
     *
     * @param scopes codes of {@link Scope}
     * @param expires absent: never
     */
    @Transactional
    public Made make(Person actor, PersonId owner, String name, Set<String> scopes, @Nullable Instant expires) {
        var token = "per_" + SecretLink.random();
        var id = add(owner, name, scopes, expires, token);
        audit.record(actor.email(), "people.token-made", owner.toString(), name + ", " + String.join(" ", scopes));
        return new Made(id, token);
    }

    /** Stores a token that someone else chose, unless it is there; used by the first start. */
    UUID add(PersonId person, String name, Set<String> scopes, @Nullable Instant expires, String token) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into api_token (id, person, name, scopes, token_hash, created_at, expires_at)
                        values (:id, :person, :name, :scopes, :hash, :now, :expires)
                        on conflict (token_hash) do nothing""")
                .param("id", id)
                .param("person", person.value())
                .param("name", name)
                .param("scopes", scopes.toArray(String[]::new))
                .param("hash", SecretLink.hash(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("expires", expires == null ? null : expires.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** Who comes with this token, and what it is good for; empty when it is unknown or over. */
    Optional<SignedIn> bearer(String token) {
        var hash = SecretLink.hash(token);
        var now = clock.instant();
        var found = jdbc.sql("""
                        select %s, t.scopes, (t.used_at is null or t.used_at < :minute_ago) as to_note
                        from api_token t
                        join person p on p.id = t.person and p.status = 'ACTIVE'
                        where t.token_hash = :hash and (t.expires_at is null or t.expires_at > :now)""".formatted(People.COLUMNS_OF_P))
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("minute_ago", now.minusSeconds(60).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Bearer(
                        new SignedIn(People.read(row, number), null, scopes(row)), row.getBoolean("to_note")))
                .optional();
        if (found.isPresent() && found.get().toNote()) used(hash, now);
        return found.map(Bearer::signedIn);
    }

    private record Bearer(SignedIn signedIn, boolean toNote) {}

    /** Noted once a minute at most: a busy script, or a player, must not write with each call. */
    private void used(byte[] hash, Instant now) {
        jdbc.sql("update api_token set used_at = :now where token_hash = :hash")
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * A token as its owner sees it.
     *
     * @param expires absent: never
     * @param used the last time, to the minute; absent: never
     */
    public record Line(
            UUID id,
            String name,
            Set<Scope> scopes,
            Instant created,
            @Nullable Instant expires,
            @Nullable Instant used) {
        public boolean over(Instant now) {
            return expires != null && !now.isBefore(expires);
        }
    }

    /** The tokens of a person, the latest first. */
    public List<Line> of(PersonId person) {
        return jdbc.sql("""
                        select id, name, scopes, created_at, expires_at, used_at from api_token
                        where person = :person order by created_at desc, id""")
                .param("person", person.value())
                .query((row, number) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        scopes(row),
                        Objects.requireNonNull(instant(row, "created_at")),
                        instant(row, "expires_at"),
                        instant(row, "used_at")))
                .list();
    }

    /** Ends one token of {@code owner} at once; tells whether there was such a one. */
    @Transactional
    public boolean revoke(Person actor, PersonId owner, UUID id) {
        var name = jdbc.sql("delete from api_token where id = :id and person = :person returning name")
                .param("id", id)
                .param("person", owner.value())
                .query(String.class)
                .optional();
        name.ifPresent(ended -> audit.record(actor.email(), "people.token-revoked", owner.toString(), ended));
        return name.isPresent();
    }

    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(code -> Scope.ofCode(code).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** Ends all tokens of a person at once. */
    void revokeAll(PersonId person) {
        jdbc.sql("delete from api_token where person = :person")
                .param("person", person.value())
                .update();
    }
}
