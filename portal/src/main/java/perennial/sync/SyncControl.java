package perennial.sync;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.people.Person;
import perennial.web.PortalException;

/** What a person may ask of a connection's work: a sync now, a pause, a stop (S1, S9). Each is one transaction. */
@Service
@Transactional
public class SyncControl {
    private final ConnectionRows connections;
    private final Holds holds;
    private final Runs runs;
    private final VanishedRows vanished;
    private final LookRows looks;
    private final SyncRequests requests;
    private final AuditLog audit;

    SyncControl(
            ConnectionRows connections,
            Holds holds,
            Runs runs,
            VanishedRows vanished,
            LookRows looks,
            SyncRequests requests,
            AuditLog audit) {
        this.connections = connections;
        this.holds = holds;
        this.runs = runs;
        this.vanished = vanished;
        this.looks = looks;
        this.requests = requests;
        this.audit = audit;
    }

    /** As {@link #sync(ConnectionId, boolean, Person)}, with no word about what may have vanished. */
    public void sync(ConnectionId id, Person by) {
        sync(id, false, by);
    }

    /**
     * Asks for a sync now; one that was paused goes on.
     *
     * @param acceptVanished the person's word that recordings which seem to have vanished at once may be looked at one by
     *     one, and marked as gone where Zoom confirms it (D5)
     * @throws PortalException 404, or 409 when the connection is off
     */
    public void sync(ConnectionId id, boolean acceptVanished, Person by) {
        var name = requireOn(id);
        holds.release(id);
        looks.wake(id);
        if (acceptVanished) vanished.accept(id, by.email());
        requests.sync(id);
        var detail = acceptVanished ? "vanished recordings accepted" : "";
        audit.record(by.email(), "zoom-connection.sync-asked", name, detail);
    }

    /**
     * Lets the files in flight end and starts nothing new until {@link #sync somebody lets it go on} or switches it.
     *
     * @throws PortalException 404, or 409 when the connection is off
     */
    public void pause(ConnectionId id, Person by) {
        var name = requireOn(id);
        hold(id, by);
        audit.record(by.email(), "zoom-connection.paused", name, "");
    }

    /**
     * Breaks off the files in flight, of a connection that is on or off; one that is on is paused. What came is kept.
     *
     * @throws PortalException 404
     */
    public void stopNow(ConnectionId id, Person by) {
        var connection = lock(id);
        if (connection.enabled()) hold(id, by);
        holds.cut(id);
        audit.record(
                by.email(), "zoom-connection.stopped", connection.settings().name(), "");
    }

    private void hold(ConnectionId id, Person by) {
        holds.hold(id, by.email());
        runs.stop(id, "Paused by %s.".formatted(by.email()));
    }

    /** Its name. */
    private String requireOn(ConnectionId id) {
        var connection = lock(id);
        if (connection.enabled()) return connection.settings().name();
        throw PortalException.conflict(
                "connection-off", "This connection is off, so nothing is synced", "Switch it on first.");
    }

    private Connection lock(ConnectionId id) {
        return connections.lock(id).orElseThrow(PortalException::notFound);
    }
}
