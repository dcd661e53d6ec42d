package perennial.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.audit.AuditLog;
import perennial.people.Administrators;
import perennial.people.Person;
import perennial.people.PersonId;
import perennial.web.PortalException;

/**
 * The connections, their settings and switches. Each change is one transaction: the settings, the publishing Manager, the audit
 * entry, and the job that acts on it.
 */
@Service
public class Connections {
    private final ConnectionRows rows;
    private final ConnectionSecrets secrets;
    private final Publishers publishers;
    private final Runs runs;
    private final Holds holds;
    private final LookRows looks;
    private final SyncRequests requests;
    private final Wishes wishes;
    private final Administrators administrators;
    private final Confirmations confirmations;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Connections(
            ConnectionRows rows,
            ConnectionSecrets secrets,
            Publishers publishers,
            Runs runs,
            Holds holds,
            LookRows looks,
            SyncRequests requests,
            Wishes wishes,
            Administrators administrators,
            Confirmations confirmations,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.secrets = secrets;
        this.publishers = publishers;
        this.runs = runs;
        this.holds = holds;
        this.looks = looks;
        this.requests = requests;
        this.wishes = wishes;
        this.administrators = administrators;
        this.confirmations = confirmations;
        this.audit = audit;
        this.transaction = transaction;
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
        return wishes.defaults();
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
     * @throws DeletionNotConfirmed when it would delete at Zoom, and {@code confirm} does not hold the words for that
     * @throws StillCounting when it would, and which words those are is still being counted
     */
    public Connection create(Map<String, ?> fields, Person by) {
        return create(ConnectionId.random(), fields, by.email(), Optional.of(by.id()));
    }

    /** The one of the configuration: its recordings belong to the first Administrator until somebody changes or switches it. */
    Connection createConfigured(ConnectionId id, Map<String, ?> fields) {
        return create(id, fields, "configuration", administrators.first().map(Person::id));
    }

    private Connection create(ConnectionId id, Map<String, ?> fields, String actor, Optional<PersonId> publisher) {
        var wish = wishes.read(null, fields);
        refuseTaken(id, wish.settings());
        var words = confirmations.given(null, wish, fields, actor);
        return transaction.execute(status -> created(id, wish, words, actor, publisher));
    }

    private Connection created(
            ConnectionId id, SettingsReader.Wish wish, String words, String actor, Optional<PersonId> publisher) {
        refuseTaken(id, wish.settings());
        rows.insert(id, wish.settings(), wish.enabled(), wish.secrets());
        publisher.ifPresent(person -> publishers.now(id, person));
        var name = wish.settings().name();
        audit.record(actor, "zoom-connection.created", name, "");
        confirmations.keep(id, name, actor, words);
        if (wish.enabled()) requests.sync(id);
        return require(id);
    }

    /**
     * Changes what the given fields say; absent ones stay. A change that changes nothing is none: it asks for no sync and
     * makes nobody the publishing Manager; nor does switching off.
     *
     * @throws InvalidSettings naming every field that is wrong
     * @throws DeletionNotConfirmed when it makes more deletable at Zoom, and {@code confirm} does not hold the words for that
     * @throws StillCounting when it does, and which words those are is still being counted
     * @throws PortalException 404; 409 when somebody else changed the connection at the same moment
     */
    public Connection change(ConnectionId id, Map<String, ?> fields, Person by) {
        var seen = require(id);
        var wished = wishes.read(seen, fields);
        refuseTaken(id, wished.settings());
        var words = confirmations.given(seen, wished, fields, by.email());
        return transaction.execute(status -> changed(id, seen, words, fields, by));
    }

    private Connection changed(ConnectionId id, Connection seen, String words, Map<String, ?> fields, Person by) {
        var before = rows.lock(id).orElseThrow(PortalException::notFound);
        var wish = wishes.read(before, fields);
        boolean asSeen = before.settings().equals(seen.settings()) && before.enabled() == seen.enabled();
        if (!asSeen && Widening.widens(before, wish.settings(), wish.enabled())) {
            throw PortalException.conflict(
                    "changed-meanwhile",
                    "Somebody else changed this connection at the same moment",
                    "Look at its settings and try again.");
        }
        refuseTaken(id, wish.settings());
        var changed = new TreeSet<>(SettingsDiff.names(before.settings(), wish.settings()));
        var newSecrets = secrets.changed(id, wish.secrets());
        changed.addAll(newSecrets);
        boolean switchedOn = wish.enabled() && !before.enabled();
        boolean switchedOff = before.enabled() && !wish.enabled();
        if (changed.isEmpty() && !switchedOn && !switchedOff) return before;

        // First of all: a sync locks its run before anything else.
        if (switchedOff) runs.stop(id, "Switched off.");
        rows.update(id, wish.settings(), wish.enabled());
        secrets.save(id, wish.secrets());
        if (!wish.settings().door().sameHosts(before.settings().door())) secrets.forget(id, leftBehind(wish));
        if (!wish.settings().door().equals(before.settings().door()) || !newSecrets.isEmpty()) {
            rows.authorization(id, Authorization.NOT_CHECKED);
        }
        if (switchedOn || switchedOff) {
            holds.release(id);
            looks.wake(id);
        }
        if (!changed.isEmpty() || switchedOn) {
            publishers.now(id, by.id());
            if (wish.enabled()) requests.sync(id);
        }
        var name = wish.settings().name();
        confirmations.keep(id, name, by.email(), words);
        record(name, by, changed, switchedOn, switchedOff);
        return require(id);
    }

    /** Of the ways in, the secret that nobody gave for the new hosts: it was meant for the old ones. */
    private static Set<String> leftBehind(SettingsReader.Wish wish) {
        var left = new TreeSet<>(Set.of("clientSecret", "apiSecret"));
        left.removeAll(wish.secrets().keySet());
        return left;
    }

    private void record(String name, Person by, Set<String> changed, boolean switchedOn, boolean switchedOff) {
        if (!changed.isEmpty()) {
            audit.record(by.email(), "zoom-connection.changed", name, String.join(", ", changed));
        }
        if (switchedOn) audit.record(by.email(), "zoom-connection.switched-on", name, "");
        if (switchedOff) audit.record(by.email(), "zoom-connection.switched-off", name, "");
    }

    /** Switches on or off; see {@link #change}. */
    public Connection switchTo(ConnectionId id, boolean enabled, Person by) {
        return change(id, Map.of("enabled", enabled), by);
    }

    /** Removes the connection. Its media and its ledger stay; a new one for the same account takes the ledger up again. */
    @Transactional
    public void delete(ConnectionId id, Person by) {
        runs.stop(id, "Removed."); // first of all, as in a change
        var connection = rows.lock(id).orElseThrow(PortalException::notFound);
        rows.delete(id);
        audit.record(
                by.email(), "zoom-connection.deleted", connection.settings().name(), "");
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
