package perennial.people;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.audit.AuditLog;

/** What an invited person does with their link: set a password, or ask for a new link. */
@Service
public class Onboarding {
    private final Invitations invitations;
    private final InvitationMail mail;
    private final People people;
    private final Accounts accounts;
    private final Passwords passwords;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Onboarding(
            Invitations invitations,
            InvitationMail mail,
            People people,
            Accounts accounts,
            Passwords passwords,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.invitations = invitations;
        this.mail = mail;
        this.people = people;
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What a link stands for.
     *
     * @param person who was invited; absent: the link was never ours, or is used
     * @param works whether a password can be set with it
     */
    public record Door(@Nullable Person person, boolean works) {}

    public Door door(String secret) {
        var invitation = invitations.find(secret).orElse(null);
        if (invitation == null) return new Door(null, false);
        var person = people.byId(invitation.person()).orElseThrow();
        boolean invited = person.status() == PersonStatus.INVITED;
        return new Door(person, invited && !invitation.over(clock.instant()));
    }

    /** Sets the password and uses the link up. Empty when the link does not work any more. */
    public Optional<PersonId> accept(String secret, String password) {
        if (!door(secret).works()) return Optional.empty();
        var hash = passwords.hash(password); // outside the transaction: it may have to wait its turn
        return Objects.requireNonNull(transaction.execute(status -> use(secret, hash)));
    }

    private Optional<PersonId> use(String secret, String hash) {
        var id = invitations.use(secret);
        id.flatMap(people::byId).ifPresent(person -> {
            accounts.password(person.id(), hash);
            accounts.seen(person.id(), clock.instant());
            audit.record(person.email(), "people.password-set", person.email(), "by invitation");
        });
        return id;
    }

    /** Mails a new link in place of one that is over. Says nothing about links that were never ours. */
    @Transactional
    public void renew(String secret) {
        var door = door(secret);
        var person = door.person();
        if (person == null || door.works() || person.status() != PersonStatus.INVITED) return;
        invitations.forget(person.id());
        mail.queue(person, invitations.link(person.id()));
    }
}
