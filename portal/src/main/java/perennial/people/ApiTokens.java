package perennial.people;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;

/** API tokens: a token may do what its person may, within its scopes. Only the SHA-256 of one is kept. */
@Service
public class ApiTokens {
    public static final Set<String> SCOPES = Set.of("read", "write");

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token that was just made; its text is shown this once. */
    public record Made(UUID id, String token) {}

    /**
     * Makes a token for {@code owner}.
     *
     * @param scopes of {@link #SCOPES}: "read" for GET and HEAD, "write" for everything
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

    /** Who comes with this token, if it is good for what they want: {@code write} includes {@code read}. */
    Optional<SignedIn> bearer(String token, boolean write) {
        var hash = SecretLink.hash(token);
        var now = clock.instant();
        var found = jdbc.sql("""
                        select p.id, p.email, p.name, p.role, p.status, p.zone, p.locale,
                            (t.used_at is null or t.used_at < :minute_ago) as to_note
                        from api_token t
                        join person p on p.id = t.person and p.status = 'ACTIVE'
                        where t.token_hash = :hash and (t.expires_at is null or t.expires_at > :now)
                          and ('write' = any(t.scopes) or (not :write and 'read' = any(t.scopes)))""")
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("minute_ago", now.minusSeconds(60).atOffset(ZoneOffset.UTC))
                .param("write", write)
                .query((row, number) ->
                        new Bearer(new SignedIn(People.read(row, number), null), row.getBoolean("to_note")))
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

    /** Ends all tokens of a person at once. */
    void revokeAll(PersonId person) {
        jdbc.sql("delete from api_token where person = :person")
                .param("person", person.value())
                .update();
    }
}
