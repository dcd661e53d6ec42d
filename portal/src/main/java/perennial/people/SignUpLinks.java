package perennial.people;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.web.PublicAddress;

/** Links that Managers give away, by which people make accounts for themselves. Each has a role and an end. */
@Service
public class SignUpLinks {
    private final JdbcClient jdbc;
    private final PublicAddress address;
    private final AuditLog audit;
    private final Clock clock;

    SignUpLinks(JdbcClient jdbc, PublicAddress address, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.address = address;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A link as Managers see it; its secret is not known any more.
     *
     * @param domains mail domains that may use it, in lower case; empty: all
     * @param used how many accounts it has made
     */
    public record Link(UUID id, Role role, List<String> domains, String createdBy, Instant expires, int used) {
        /** Whether an address may use it. */
        boolean takes(String email) {
            var key = EmailAddress.key(email);
            return domains.isEmpty() || domains.contains(key.substring(key.lastIndexOf('@') + 1));
        }
    }

    /**
     * Makes a link and returns its address, which is shown this once.
     *
     * @param role Viewer or Contributor
     * @param domains see {@link Link#domains}
     */
    @Transactional
    public URI make(Person actor, Role role, List<String> domains, Duration life) {
        if (role.atLeast(Role.MODERATOR)) throw new IllegalArgumentException("a link makes no " + role.label());
        var secret = SecretLink.random();
        var now = clock.instant();
        jdbc.sql("""
                        insert into sign_up_link (id, token_hash, role, domains, created_at, created_by, expires_at)
                        values (:id, :hash, :role, :domains, :now, :by, :expires)""")
                .param("id", UUID.randomUUID())
                .param("hash", SecretLink.hash(secret))
                .param("role", role.name())
                .param(
                        "domains",
                        domains.stream()
                                .map(domain -> domain.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", actor.email())
                .param("expires", now.plus(life).atOffset(ZoneOffset.UTC))
                .update();
        audit.record(actor.email(), "people.sign-up-link-made", role.code(), life.toDays() + " days, " + said(domains));
        return address.of("/sign-up/" + secret);
    }

    /** Those that still work, the latest first. */
    public List<Link> open() {
        return jdbc.sql("select * from sign_up_link where expires_at > :now order by created_at desc limit 100")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(SignUpLinks::read)
                .list();
    }

    /** Ends a link at once; accounts it has made stay. */
    @Transactional
    public void end(Person actor, UUID id) {
        int ended = jdbc.sql("delete from sign_up_link where id = :id")
                .param("id", id)
                .update();
        if (ended == 1) audit.record(actor.email(), "people.sign-up-link-ended", id.toString(), "");
    }

    /** The link of a secret, if it works. */
    public Optional<Link> find(String secret) {
        return jdbc.sql("select * from sign_up_link where token_hash = :hash and expires_at > :now")
                .param("hash", SecretLink.hash(secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(SignUpLinks::read)
                .optional();
    }

    Optional<Link> find(UUID id) {
        return jdbc.sql("select * from sign_up_link where id = :id")
                .param("id", id)
                .query(SignUpLinks::read)
                .optional();
    }

    void count(UUID id) {
        jdbc.sql("update sign_up_link set used = used + 1 where id = :id")
                .param("id", id)
                .update();
    }

    private static String said(List<String> domains) {
        return domains.isEmpty() ? "any address" : String.join(" ", domains);
    }

    private static Link read(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getObject("id", UUID.class),
                Role.valueOf(row.getString("role")),
                Arrays.asList((String[]) row.getArray("domains").getArray()),
                row.getString("created_by"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getInt("used"));
    }
}
