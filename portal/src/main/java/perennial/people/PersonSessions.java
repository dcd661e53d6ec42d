package perennial.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Who is signed in, by browser session. The session holds a person's id and nothing else; the person is read from the
 * database with each request, so that a changed role or a block applies at once.
 */
@Component
public class PersonSessions implements SecurityContextRepository {
    private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    /** An idle session ends after this, unless the device is to be remembered. */
    public static final Duration IDLE = Duration.ofHours(12);

    /** Every session ends after this. */
    public static final Duration LONGEST = Duration.ofDays(14);

    private static final String BEGAN = "began";
    private static final String PROVEN = "proven";
    private static final String DEVICE = "device";
    private static final String NETWORK = "network";

    private final Accounts accounts;
    private final FindByIndexNameSessionRepository<?> sessions;
    private final Clock clock;

    PersonSessions(Accounts accounts, FindByIndexNameSessionRepository<?> sessions, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Signs a person in for as long as they use it: under a new session id and without anything of the session before. */
    public void begin(HttpServletRequest request, PersonId person) {
        begin(request, person, false);
    }

    /**
     * Signs a person in.
     *
     * @param keep whether the device is to be remembered, for {@link #LONGEST} at most; else an idle session ends after
     *     {@link #IDLE}
     */
    public void begin(HttpServletRequest request, PersonId person, boolean keep) {
        var old = request.getSession(false);
        if (old != null) old.invalidate();
        var session = request.getSession();
        session.setMaxInactiveInterval((int) (keep ? LONGEST : IDLE).toSeconds());
        session.setAttribute(PERSON, person.toString());
        session.setAttribute(BEGAN, clock.instant().getEpochSecond());
        session.setAttribute(DEVICE, Devices.words(request.getHeader("User-Agent")));
        session.setAttribute(NETWORK, request.getRemoteAddr());
        if (keep) request.setAttribute(SessionCookie.KEEP, true);
        proven(request);
    }

    /** Gives the session another id, under which it lasts as long as before. */
    void renew(HttpServletRequest request) {
        if (request.getSession().getMaxInactiveInterval() > IDLE.toSeconds()) {
            request.setAttribute(SessionCookie.KEEP, true);
        }
        request.changeSessionId();
    }

    /** Notes that the person has just proven who they are. */
    void proven(HttpServletRequest request) {
        request.getSession().setAttribute(PROVEN, clock.instant().getEpochSecond());
    }

    /** Takes that back: somebody else, who knew them from before, said who they are. */
    void unproven(HttpServletRequest request) {
        request.getSession().removeAttribute(PROVEN);
    }

    /** Whether the person of this session has proven who they are within {@code time}. */
    boolean provenWithin(HttpServletRequest request, Duration time) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(PROVEN) instanceof Long at
                && clock.instant().isBefore(Instant.ofEpochSecond(at).plus(time));
    }

    /**
     * A session as its person sees it.
     *
     * @param key names it in forms; not its id, which would open it
     * @param device such as "Firefox on Linux"
     * @param network address it was begun from
     */
    public record Device(String key, String device, String network, Instant began, Instant lastSeen, boolean current) {}

    /** The open sessions of a person, the current one first, then the last used. */
    public List<Device> devices(PersonId person, HttpServletRequest request) {
        var current = request.getSession(false);
        var currentId = current == null ? "" : current.getId();
        return sessions.findByPrincipalName(person.toString()).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> device(session, session.getId().equals(currentId)))
                .sorted(Comparator.comparing(Device::current)
                        .reversed()
                        .thenComparing(Device::lastSeen, Comparator.reverseOrder()))
                .toList();
    }

    private static Device device(Session session, boolean current) {
        Long began = session.getAttribute(BEGAN);
        return new Device(
                key(session.getId()),
                session.getAttributeOrDefault(DEVICE, "Unknown device"),
                session.getAttributeOrDefault(NETWORK, ""),
                began == null ? session.getCreationTime() : Instant.ofEpochSecond(began),
                session.getLastAccessedTime(),
                current);
    }

    private static String key(String id) {
        return HexFormat.of().formatHex(SecretLink.hash(id), 0, 12);
    }

    /** Ends one session of a person; harmless when it has ended. */
    public void endOne(PersonId person, String key) {
        for (var id : sessions.findByPrincipalName(person.toString()).keySet()) {
            if (key(id).equals(key)) sessions.deleteById(id);
        }
    }

    /** Signs out; harmless when nobody was signed in. */
    public void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.clearContext();
    }

    /** How many sessions of a person are open. */
    public int count(PersonId person) {
        return sessions.findByPrincipalName(person.toString()).size();
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

    private @Nullable String person(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(PERSON) instanceof String person)) return null;
        return tooOld(session) ? null : person;
    }

    private boolean tooOld(HttpSession session) {
        return session.getAttribute(BEGAN) instanceof Long at
                && !clock.instant().isBefore(Instant.ofEpochSecond(at).plus(LONGEST));
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
