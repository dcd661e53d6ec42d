package perennial.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.people.Administrators;
import perennial.people.People;
import perennial.people.Person;
import perennial.people.PersonId;
import perennial.web.PortalException;

/**
 * The connections and their switches. Each change is one transaction: the settings, the publishing Manager, the audit
 * entry, and the job that acts on it.
 */
@Service
public class Connections {
    private static final int BACK_DAYS = 30;

    private final ConnectionRows rows;
    private final ConnectionSecrets secrets;
    private final Publishers publishers;
    private final Runs runs;
    private final Holds holds;
    private final SyncRequests requests;
    private final People people;
    private final Administrators administrators;
    private final AuditLog audit;
    private final Clock clock;

    Connections(
            ConnectionRows rows,
            ConnectionSecrets secrets,
            Publishers publishers,
            Runs runs,
            Holds holds,
            SyncRequests requests,
            People people,
            Administrators administrators,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.publishers = publishers;
        this.runs = runs;
        this.holds = holds;
        this.requests = requests;
        this.people = people;
        this.administrators = administrators;
        this.audit = audit;
        this.clock = clock;
    }

    /** By name. */
    public List<Connection> all() {
        return rows.all();
    }

    /**
     * The one with this id.
     *
     * @throws PortalException 404
     */
    public Connection require(ConnectionId id) {
        return rows.find(id).orElseThrow(PortalException::notFound);
    }

    /** What a new connection starts from. */
    public Settings defaults() {
        return Settings.defaults(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(BACK_DAYS));
    }

    /** Who recordings first seen now would belong to under "Publish as me"; empty until somebody changed anything. */
    public Optional<PersonId> publisher(ConnectionId id) {
        return publishers.current(id);
    }

    /**
     * Makes a connection; when it is enabled, its first sync is asked for.
     *
     * @param fields by their names in the automation contract, as text or as JSON values
     * @throws InvalidSettings naming every field that is wrong
     */
    @Transactional
    public Connection create(Map<String, ?> fields, Person by) {
        return create(fields, by.email(), Optional.of(by.id()));
    }

    /** The one of the configuration: its recordings belong to the first Administrator until somebody changes or switches it. */
    @Transactional
    Connection createConfigured(Map<String, ?> fields) {
        return create(fields, "configuration", administrators.first().map(Person::id));
    }

    private Connection create(Map<String, ?> fields, String actor, Optional<PersonId> publisher) {
        var wish = reader(fields).read(defaults(), false, Set.of());
        var id = ConnectionId.random();
        refuseTaken(id, wish.settings());
        rows.insert(id, wish.settings(), wish.enabled(), wish.secrets());
        publisher.ifPresent(person -> publishers.now(id, person));
        audit.record(
                actor, "zoom-connection.created", id.toString(), wish.settings().name());
        if (wish.enabled()) requests.sync(id);
        return require(id);
    }

    /**
     * Changes what the given fields say; absent ones stay. A change that changes nothing is none: it asks for no sync and
     * makes nobody the publishing Manager; nor does switching off.
     *
     * @throws InvalidSettings naming every field that is wrong
     * @throws PortalException 404
     */
    @Transactional
    public Connection change(ConnectionId id, Map<String, ?> fields, Person by) {
        var before = rows.lock(id).orElseThrow(PortalException::notFound);
        var wish = reader(fields).read(before.settings(), before.enabled(), before.secretsSaved());
        refuseTaken(id, wish.settings());
        var changed = new TreeSet<>(SettingsDiff.names(before.settings(), wish.settings()));
        var newSecrets = secrets.changed(id, wish.secrets());
        changed.addAll(newSecrets);
        boolean switchedOn = wish.enabled() && !before.enabled();
        boolean switchedOff = before.enabled() && !wish.enabled();
        if (changed.isEmpty() && !switchedOn && !switchedOff) return before;

        rows.update(id, wish.settings(), wish.enabled());
        secrets.save(id, wish.secrets());
        if (!wish.settings().door().equals(before.settings().door()) || !newSecrets.isEmpty()) {
            rows.authorization(id, Authorization.NOT_CHECKED);
        }
        if (switchedOn || switchedOff) holds.release(id);
        if (!changed.isEmpty() || switchedOn) {
            publishers.now(id, by.id());
            if (wish.enabled()) requests.sync(id);
        }
        if (switchedOff) runs.stop(id, "Switched off.");
        record(id, by, changed, switchedOn, switchedOff);
        return require(id);
    }

    private void record(ConnectionId id, Person by, Set<String> changed, boolean switchedOn, boolean switchedOff) {
        if (!changed.isEmpty()) {
            audit.record(by.email(), "zoom-connection.changed", id.toString(), String.join(", ", changed));
        }
        if (switchedOn) audit.record(by.email(), "zoom-connection.switched-on", id.toString(), "");
        if (switchedOff) audit.record(by.email(), "zoom-connection.switched-off", id.toString(), "");
    }

    /** Switches on or off; see {@link #change}. */
    @Transactional
    public Connection switchTo(ConnectionId id, boolean enabled, Person by) {
        return change(id, Map.of("enabled", enabled), by);
    }

    /**
     * Asks for a sync now; one that was paused goes on.
     *
     * @throws PortalException 409 when the connection is off
     */
    @Transactional
    public void sync(ConnectionId id, Person by) {
        requireOn(id);
        holds.release(id);
        requests.sync(id);
        audit.record(by.email(), "zoom-connection.sync-asked", id.toString(), "");
    }

    /**
     * Lets the files in flight end and starts nothing new until {@link #sync somebody lets it go on} or switches it.
     *
     * @throws PortalException 409 when the connection is off
     */
    @Transactional
    public void pause(ConnectionId id, Person by) {
        requireOn(id);
        holds.hold(id, by.email());
        runs.stop(id, "Paused by %s.".formatted(by.email()));
        audit.record(by.email(), "zoom-connection.paused", id.toString(), "");
    }

    /** Breaks off the files in flight, of a connection that is on or off; one that is on is paused. What came is kept. */
    @Transactional
    public void stopNow(ConnectionId id, Person by) {
        var connection = rows.lock(id).orElseThrow(PortalException::notFound);
        if (connection.enabled()) pause(id, by);
        holds.cut(id);
        audit.record(by.email(), "zoom-connection.stopped", id.toString(), "");
    }

    private void requireOn(ConnectionId id) {
        if (rows.lock(id).orElseThrow(PortalException::notFound).enabled()) return;
        throw PortalException.conflict(
                "connection-off", "This connection is off, so nothing is synced", "Switch it on first.");
    }

    /** Removes the connection. Its media and its ledger stay; a new one for the same account takes the ledger up again. */
    @Transactional
    public void delete(ConnectionId id, Person by) {
        var connection = rows.lock(id).orElseThrow(PortalException::notFound);
        rows.delete(id);
        audit.record(
                by.email(),
                "zoom-connection.deleted",
                id.toString(),
                connection.settings().name());
    }

    private SettingsReader reader(Map<String, ?> fields) {
        return new SettingsReader(fields, this::person, defaults().choice().fetchFrom());
    }

    private Optional<PersonId> person(String idOrEmail) {
        try {
            return people.byId(PersonId.parse(idOrEmail)).map(Person::id);
        } catch (IllegalArgumentException e) {
            return people.byEmail(idOrEmail).map(Person::id);
        }
    }

    private void refuseTaken(ConnectionId id, Settings settings) {
        rows.ofAccount(settings.door().zoomAccount())
                .filter(other -> !other.id().equals(id))
                .ifPresent(other -> {
                    var field = settings.door().accountId() == null ? "apiKey" : "accountId";
                    throw new InvalidSettings(Map.of(
                            field,
                            "The connection \"%s\" is for this Zoom account already; an account has one."
                                    .formatted(other.settings().name())));
                });
    }
}
