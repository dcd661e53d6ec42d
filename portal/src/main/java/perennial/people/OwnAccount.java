package perennial.people;

import jakarta.servlet.http.HttpServletRequest;
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
    private final RecentPassword recent;
    private final PasswordMails mails;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    OwnAccount(
            Accounts accounts,
            Passwords passwords,
            PersonSessions sessions,
            RecentPassword recent,
            PasswordMails mails,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.recent = recent;
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

    /** Changes the password of whoever is signed in and ends all their other sessions, if {@code old} is right. */
    public RecentPassword.Outcome changePassword(
            HttpServletRequest request, Person person, String old, String password) {
        var outcome = recent.check(request, old);
        if (outcome != RecentPassword.Outcome.RIGHT) return outcome;
        var fresh = passwords.hash(password);
        transaction.executeWithoutResult(status -> {
            accounts.password(person.id(), fresh);
            sessions.endOthers(person.id(), request.getSession().getId());
            mails.changed(person);
            audit.record(person.email(), "people.password-changed", person.email(), "other sessions ended");
        });
        return outcome;
    }

    public void endOtherSessions(Person person, String session) {
        sessions.endOthers(person.id(), session);
    }

    /** Ends one of the person's own sessions, see {@link PersonSessions.Device}. */
    public void endSession(Person person, String key) {
        sessions.endOne(person.id(), key);
    }
}
