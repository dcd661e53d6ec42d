package perennial.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Whether whoever is signed in has proven lately who they are; see {@link NeedsPassword}. */
@Service
public class RecentPassword {
    private final PersonSessions sessions;
    private final CurrentPerson currentPerson;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Tries tries;
    private final PeopleProperties properties;
    private final SignInSettings settings;

    RecentPassword(
            PersonSessions sessions,
            CurrentPerson currentPerson,
            Accounts accounts,
            Passwords passwords,
            Tries tries,
            PeopleProperties properties,
            SignInSettings settings) {
        this.sessions = sessions;
        this.currentPerson = currentPerson;
        this.accounts = accounts;
        this.passwords = passwords;
        this.tries = tries;
        this.properties = properties;
        this.settings = settings;
    }

    /** Thrown where the password is needed first; the web layer asks for it and repeats the request. */
    public static final class Needed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Needed() {
            super("a recent password is needed");
        }
    }

    /**
     * Lets the request of this thread go on, if its person has proven who they are lately, or its token has the scope
     * "admin". Work without a request goes on, too.
     *
     * @throws Needed if the password is to be asked for
     */
    public void require() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && !recent(attributes.getRequest())) throw new Needed();
    }

    private boolean recent(HttpServletRequest request) {
        if (!currentPerson.byToken()) return sessions.provenWithin(request, properties.recentPassword());
        if (!currentPerson.has(Scope.ADMIN)) throw Scopes.missing(Scope.ADMIN);
        return true;
    }

    /** Whether the person of this request has a password to ask for. */
    public boolean hasPassword() {
        return settings.passwords()
                && accounts.credentials(currentPerson.require().email())
                        .map(known -> known.hash() != null)
                        .orElse(false);
    }

    /** How a password that was asked for turned out. */
    public enum Outcome {
        RIGHT,
        WRONG,
        TOO_MANY
    }

    /** Checks it; a right one counts from here on, under a new session id. */
    public Outcome prove(HttpServletRequest request, String password) {
        var outcome = check(request, password);
        if (outcome == Outcome.RIGHT) {
            sessions.renew(request);
            sessions.proven(request);
        }
        return outcome;
    }

    /** Whether it is the password of whoever is signed in. Guessing is counted like guessing at the sign-in. */
    Outcome check(HttpServletRequest request, String password) {
        var person = currentPerson.require();
        var network = Network.of(request.getRemoteAddr());
        Optional<Duration> wait = tries.reserve(person.email(), network);
        if (wait.isPresent()) return Outcome.TOO_MANY;
        var hash = accounts.credentials(person.email())
                .map(Accounts.Credentials::hash)
                .orElse(null);
        if (!passwords.matches(password, hash)) return Outcome.WRONG;
        tries.succeeded(person.email(), network);
        return Outcome.RIGHT;
    }
}
