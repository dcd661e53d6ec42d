package perennial.people;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.audit.AuditLog;
import perennial.people.AccountRequests.Asked;
import perennial.people.AccountRequests.Kind;
import perennial.web.PublicAddress;

/**
 * A new password for somebody who forgot theirs: ask, get a mail, use its link once within 30 minutes. The link is the
 * only proof there is: no step can be skipped, repeated, or taken for somebody else.
 */
@Service
public class PasswordResets {
    static final Duration LIFE = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final AccountRequests requests;
    private final People people;
    private final Accounts accounts;
    private final Passwords passwords;
    private final PersonSessions sessions;
    private final Invitations invitations;
    private final InvitationMail invitationMail;
    private final MailedLinks links;
    private final PasswordMails mails;
    private final PublicAddress address;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PasswordResets(
            JdbcClient jdbc,
            AccountRequests requests,
            People people,
            Accounts accounts,
            Passwords passwords,
            PersonSessions sessions,
            Invitations invitations,
            InvitationMail invitationMail,
            MailedLinks links,
            PasswordMails mails,
            PublicAddress address,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.people = people;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.invitations = invitations;
        this.invitationMail = invitationMail;
        this.links = links;
        this.mails = mails;
        this.address = address;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Asks for a link. The same happens here for every address. */
    public void ask(String email) {
        requests.ask(new Asked(Kind.RESET, email.strip(), "", null));
    }

    /** Mails a link to an active person, an invitation to an invited one, and nothing to anybody else. */
    void serve(String email) {
        var person = people.byEmail(email).orElse(null);
        if (person == null || person.status() == PersonStatus.BLOCKED || links.enough(person.id())) return;
        if (person.status() == PersonStatus.INVITED) {
            invitationMail.queue(person, invitations.link(person.id()));
            return;
        }
        var secret = SecretLink.random();
        var now = clock.instant();
        links.forgetResetsUntil(now);
        jdbc.sql("""
                        insert into password_reset (token_hash, person, email_key, created_at, expires_at)
                        values (:hash, :person, :email, :now, :expires)""")
                .param("hash", SecretLink.hash(secret))
                .param("person", person.id().value())
                .param("email", EmailAddress.key(person.email()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(LIFE).atOffset(ZoneOffset.UTC))
                .update();
        mails.reset(person, address.of("/reset/" + secret));
        audit.record(person.email(), "people.reset-asked", person.email(), "");
    }

    /** Whom a link is for; empty when it does not work (any more). Looking does not use it up. */
    public Optional<Person> find(String secret) {
        return jdbc.sql("""
                        select %s from password_reset r join person p on p.id = r.person
                        where r.token_hash = :hash and r.expires_at > :now
                          and p.status = 'ACTIVE' and p.email_key = r.email_key""".formatted(People.COLUMNS_OF_P))
                .param("hash", SecretLink.hash(secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(People::read)
                .optional();
    }

    /**
     * Sets the password, uses the link up with all others of its person, and ends their sessions. Of two at once one
     * gets through. Empty when the link does not work.
     */
    public Optional<Person> use(String secret, String password) {
        if (find(secret).isEmpty()) return Optional.empty();
        var hash = passwords.hash(password); // outside the transaction: it may have to wait its turn
        return Objects.requireNonNull(transaction.execute(status -> take(secret, hash)));
    }

    private Optional<Person> take(String secret, String hash) {
        var found = find(secret);
        if (found.isEmpty() || !delete(secret, found.get().id())) return Optional.empty();
        var person = found.get();
        accounts.password(person.id(), hash);
        sessions.endAll(person.id());
        mails.changed(person);
        audit.record(person.email(), "people.password-set", person.email(), "by a mailed link, sessions ended");
        return found;
    }

    private boolean delete(String secret, PersonId person) {
        return jdbc.sql("delete from password_reset where token_hash = :hash and person = :person returning person")
                .param("hash", SecretLink.hash(secret))
                .param("person", person.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }
}
