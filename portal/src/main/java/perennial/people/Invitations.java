package perennial.people;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import perennial.web.PublicAddress;

/** Links by which an invited person sets a password: for one use, within 14 days. */
@Service
public class Invitations {
    static final Duration LIFE = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final PublicAddress address;
    private final Clock clock;

    Invitations(JdbcClient jdbc, PublicAddress address, Clock clock) {
        this.jdbc = jdbc;
        this.address = address;
        this.clock = clock;
    }

    /** Makes a new link in the caller's transaction. Earlier ones stay good until one of them is used. */
    public URI link(PersonId person) {
        var secret = SecretLink.random();
        var now = clock.instant();
        jdbc.sql("""
                        insert into invitation (token_hash, person, created_at, expires_at)
                        values (:hash, :person, :now, :expires)""")
                .param("hash", SecretLink.hash(secret))
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(LIFE).atOffset(ZoneOffset.UTC))
                .update();
        return address.of("/invitation/" + secret);
    }

    /** Whose link this is and until when it works; also for one that is over. */
    Optional<Invitation> find(String secret) {
        return jdbc.sql("select person, expires_at from invitation where token_hash = :hash")
                .param("hash", SecretLink.hash(secret))
                .query((row, number) -> new Invitation(
                        new PersonId(row.getObject("person", UUID.class)),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /**
     * Takes the link, and with it all others of its person. Two at once: the second waits for the first and gets
     * nothing. Empty when it is unknown, used or over.
     */
    Optional<PersonId> use(String secret) {
        var person = jdbc.sql("delete from invitation where token_hash = :hash and expires_at > :now returning person")
                .param("hash", SecretLink.hash(secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .optional();
        person.ifPresent(this::forget);
        return person;
    }

    /** Makes every link of a person useless. */
    void forget(PersonId person) {
        jdbc.sql("delete from invitation where person = :person")
                .param("person", person.value())
                .update();
    }

    record Invitation(PersonId person, Instant expires) {
        boolean over(Instant now) {
            return !now.isBefore(expires);
        }
    }
}
