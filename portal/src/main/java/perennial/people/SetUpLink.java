package perennial.people;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.audit.AuditLog;
import perennial.web.PublicAddress;

/** The one-time way in of a new portal. Good for 24 hours, and only while there is no Administrator. */
@Service
public class SetUpLink {
    static final Duration LIFE = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Passwords passwords;
    private final PublicAddress address;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SetUpLink(
            JdbcClient jdbc,
            Accounts accounts,
            Passwords passwords,
            PublicAddress address,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.address = address;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A new link in place of the one before. */
    String make() {
        var secret = SecretLink.random();
        jdbc.sql("""
                        insert into set_up_link (token_hash, expires_at) values (:hash, :expires)
                        on conflict (only_row) do update set token_hash = :hash, expires_at = :expires""")
                .param("hash", SecretLink.hash(secret))
                .param("expires", clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC))
                .update();
        return address.of("/set-up/" + secret).toString();
    }

    public boolean works(String secret) {
        return jdbc.sql("select exists (select 1 from set_up_link where token_hash = :hash and expires_at > :now)")
                        .param("hash", SecretLink.hash(secret))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Boolean.class)
                        .single()
                && !accounts.anyAdministrator();
    }

    /**
     * Uses the link: the person becomes Administrator, with this password. Empty when the link does not work (any more)
     * or the address is taken; of two at once one gets through.
     */
    public Optional<PersonId> use(String secret, String email, String name, String password) {
        if (!works(secret)) return Optional.empty();
        var person = new Person(PersonId.random(), email, name, Role.ADMINISTRATOR, PersonStatus.ACTIVE, null, null);
        var hash = passwords.hash(password);
        return Objects.requireNonNull(transaction.execute(status -> make(secret, person, hash)));
    }

    private Optional<PersonId> make(String secret, Person person, String hash) {
        jdbc.sql("lock table person in share row exclusive mode").update();
        if (!works(secret) || !accounts.add(person, hash, clock.instant(), "set-up link")) return Optional.empty();
        jdbc.sql("delete from set_up_link").update();
        audit.record(person.email(), "people.created", person.email(), "first Administrator, by the set-up link");
        return Optional.of(person.id());
    }
}
