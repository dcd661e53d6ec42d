package perennial.people;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import perennial.audit.AuditLog;

/** Checks an address and a password. Unknown, wrong, blocked and invited look and take the same. */
@Service
public class SignIn {
    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Tries tries;
    private final SignInSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    SignIn(Accounts accounts, Passwords passwords, Tries tries, SignInSettings settings, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tries = tries;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a try. */
    public sealed interface Answer {
        record Welcome(Person person) implements Answer {}

        /** Address or password is wrong; which one is not said. */
        record Refused() implements Answer {}

        record TooMany(Duration pause) implements Answer {}
    }

    /**
     * One try.
     *
     * @param network see {@link Network}
     */
    public Answer answer(String email, String password, String network) {
        var address = EmailAddress.valid(email.strip()) ? email.strip() : "nobody";
        var wait = tries.reserve(address, network);
        if (wait.isPresent()) {
            log.warn("sign-in throttled: network={}", network);
            return new Answer.TooMany(wait.get());
        }
        var known = accounts.credentials(address).orElse(null);
        boolean right = passwords.matches(password, known == null ? null : known.hash());
        if (known == null || !right || !known.person().active() || !settings.passwords()) {
            log.info("sign-in refused: network={}", network);
            return new Answer.Refused();
        }
        tries.succeeded(address, network);
        accounts.seen(known.person().id(), clock.instant());
        audit.record(known.person().email(), "people.signed-in", known.person().email(), "from " + network);
        return new Answer.Welcome(known.person());
    }
}
