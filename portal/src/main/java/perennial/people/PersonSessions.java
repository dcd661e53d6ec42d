package perennial.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Who is signed in, by browser session. The session holds a person's id and nothing else; the person is read from the
 * database with each request, so that a changed role or a block applies at once.
 */
@Component
public class PersonSessions implements SecurityContextRepository {
    private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final Accounts accounts;
    private final FindByIndexNameSessionRepository<?> sessions;

    PersonSessions(Accounts accounts, FindByIndexNameSessionRepository<?> sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** Signs a person in: under a new session id and without anything of the session before. */
    public void begin(HttpServletRequest request, PersonId person) {
        var old = request.getSession(false);
        if (old != null) old.invalidate();
        request.getSession().setAttribute(PERSON, person.toString());
    }

    /** Signs out; harmless when nobody was signed in. */
    public void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.clearContext();
    }

    /** Ends all sessions of a person, on all nodes. */
    public void endAll(PersonId person) {
        endOthers(person, "");
    }

    /** Ends all sessions of a person but one, after a change of password. */
    public void endOthers(PersonId person, String kept) {
        for (var id : sessions.findByPrincipalName(person.toString()).keySet()) {
            if (!id.equals(kept)) sessions.deleteById(id);
        }
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new OnDemand(() -> read(request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return read(holder.getRequest());
    }

    /** Nothing to keep: {@link #begin} wrote what there is. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return person(request) != null;
    }

    private SecurityContext read(HttpServletRequest request) {
        var context = new SecurityContextImpl();
        var person = person(request);
        if (person != null) accounts.signedIn(PersonId.parse(person)).ifPresent(context::setAuthentication);
        return context;
    }

    private static @Nullable String person(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(PERSON);
    }

    /** Read when first asked for, so that a static file costs no look at the database. */
    private static final class OnDemand implements DeferredSecurityContext {
        private final Supplier<SecurityContext> read;
        private @Nullable SecurityContext context;

        OnDemand(Supplier<SecurityContext> read) {
            this.read = read;
        }

        @Override
        public SecurityContext get() {
            var known = context;
            if (known == null) context = known = read.get();
            return known;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
