package perennial.people;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.audit.AuditLog;

/** What people change about themselves. */
@Service
public class OwnAccount {
    private final Accounts accounts;
    private final Passwords passwords;
    private final PersonSessions sessions;
    private final Tries tries;
    private final PasswordMails mails;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    OwnAccount(
            Accounts accounts,
            Passwords passwords,
            PersonSessions sessions,
            Tries tries,
            PasswordMails mails,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tries = tries;
        this.mails = mails;
        this.audit = audit;
        this.transaction = transaction;
    }

    public void change(Person person, String name, @Nullable ZoneId zone, @Nullable Locale locale) {
        accounts.profile(person.id(), name, zone, locale);
    }

    /** Remembers "light" or "dark"; absent: the browser decides. */
    public void theme(Person person, @Nullable String theme) {
        accounts.theme(person.id(), theme);
    }

    /**
     * Changes the password, ends all other sessions, and says whether {@code old} was right. Guessing here is counted
     * like guessing at the sign-in.
     *
     * @param session the id of the session that stays
     */
    public boolean changePassword(Person person, String old, String password, String session) {
        if (tries.reserve(person.email(), "account page").isPresent()) return false;
        var hash = accounts.credentials(person.email())
                .map(Accounts.Credentials::hash)
                .orElse(null);
        if (!passwords.matches(old, hash)) return false;
        var fresh = passwords.hash(password);
        transaction.executeWithoutResult(status -> {
            accounts.password(person.id(), fresh);
            sessions.endOthers(person.id(), session);
            mails.changed(person);
            audit.record(person.email(), "people.password-changed", person.email(), "other sessions ended");
        });
        tries.succeeded(person.email(), "account page");
        return true;
    }

    public void endOtherSessions(Person person, String session) {
        sessions.endOthers(person.id(), session);
    }

    /** Ends one of the person's own sessions, see {@link PersonSessions.Device}. */
    public void endSession(Person person, String key) {
        sessions.endOne(person.id(), key);
    }
}
