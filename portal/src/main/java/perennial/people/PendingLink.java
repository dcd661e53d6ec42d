package perennial.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;

/**
 * What the provider said about somebody whose account here has a password: kept in their session until they enter it.
 * Plain texts, so that a session outlives an upgrade of any library.
 */
@Service
public class PendingLink {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String ISSUER = "link.issuer";
    private static final String SUBJECT = "link.subject";
    private static final String PERSON = "link.person";
    private static final String AT = "link.at";

    private final People people;
    private final PersonSessions sessions;
    private final SignIn signIn;
    private final ProviderSignIn provider;
    private final Clock clock;

    PendingLink(People people, PersonSessions sessions, SignIn signIn, ProviderSignIn provider, Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.signIn = signIn;
        this.provider = provider;
        this.clock = clock;
    }

    void keep(HttpServletRequest request, OidcUser user, PersonId person) {
        sessions.end(request);
        var session = request.getSession();
        var name = ProviderName.of(user);
        session.setAttribute(ISSUER, name.issuer());
        session.setAttribute(SUBJECT, name.subject());
        session.setAttribute(PERSON, person.toString());
        session.setAttribute(AT, clock.instant().getEpochSecond());
    }

    /** Whose account waits to be linked; empty when none does (any more). */
    public Optional<Person> person(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(PERSON) instanceof String id)
                || !(session.getAttribute(AT) instanceof Long at)) return Optional.empty();
        if (!clock.instant().isBefore(Instant.ofEpochSecond(at).plus(LIFE))) return Optional.empty();
        return people.byId(new PersonId(UUID.fromString(id))).filter(Person::active);
    }

    /** Links the account with its password, counted like a sign-in, and signs in. */
    public SignIn.Answer confirm(HttpServletRequest request, Person person, String password) {
        var answer = signIn.answer(person.email(), password, Network.of(request.getRemoteAddr()));
        if (answer instanceof SignIn.Answer.Welcome) {
            var session = request.getSession();
            var issuer = String.valueOf(session.getAttribute(ISSUER));
            var subject = String.valueOf(session.getAttribute(SUBJECT));
            provider.link(new ProviderName(issuer, subject), person);
            sessions.begin(request, person.id());
        }
        return answer;
    }
}
