package perennial.sync;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.audit.AuditLog;
import perennial.people.Person;
import perennial.web.PortalException;
import perennial.zoom.Recording;
import perennial.zoom.ZoomAccount;
import perennial.zoom.ZoomException;

/** Imports one recording that a person names (S9), also one that the rules leave out or that is older than they reach. */
@Service
public class OneRecording {
    private static final String FIELD = "recording";

    private final Connections connections;
    private final ZoomAccounts accounts;
    private final HostAddresses addresses;
    private final RecordingRows recordings;
    private final Sightings sightings;
    private final Publishers publishers;
    private final LedgerActions actions;
    private final Events events;
    private final SyncRequests requests;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    OneRecording(
            Connections connections,
            ZoomAccounts accounts,
            HostAddresses addresses,
            RecordingRows recordings,
            Sightings sightings,
            Publishers publishers,
            LedgerActions actions,
            Events events,
            SyncRequests requests,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.connections = connections;
        this.accounts = accounts;
        this.addresses = addresses;
        this.recordings = recordings;
        this.sightings = sightings;
        this.publishers = publishers;
        this.actions = actions;
        this.events = events;
        this.requests = requests;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Looks it up at Zoom, notes it in the ledger, and asks for its import.
     *
     * @param named a meeting ID (its latest recorded instance is taken), a UUID, or a link of Zoom's pages that holds one
     * @throws InvalidSettings naming the field {@code recording}, if the text names none or Zoom knows none by it
     * @throws PortalException 404 for an unknown connection, 409 for one that is off
     * @throws ZoomException if Zoom cannot be asked
     */
    public RecordingId importOne(ConnectionId id, String named, Person by) {
        var connection = connections.require(id);
        if (!connection.enabled()) {
            throw PortalException.conflict(
                    "connection-off", "This connection is off, so nothing is fetched", "Switch it on first.");
        }
        var account = accounts.of(connection);
        var fresh = lookUp(account, named);
        var email = addresses.of(connection.zoomAccount(), account, fresh);
        return transaction.execute(status -> note(connection, fresh, email, by));
    }

    private static Recording lookUp(ZoomAccount account, String named) {
        var reference = RecordingReference.parse(named)
                .orElseThrow(
                        () -> refused(
                                named.isBlank()
                                        ? "Paste a meeting ID, a UUID or a Zoom link."
                                        : "This names no recording. A meeting ID has 9 to 12 digits, a UUID 24 characters that end in ==; a share link holds neither."));
        try {
            return switch (reference) {
                case RecordingReference.MeetingId meeting -> account.latestRecording(meeting.value());
                case RecordingReference.Uuid uuid -> account.recording(uuid.value());
            };
        } catch (ZoomException.NotFound e) {
            throw refused("This Zoom account has no cloud recording by that name. %s".formatted(e.getMessage()));
        }
    }

    private RecordingId note(Connection connection, Recording fresh, @Nullable String email, Person by) {
        var seen = new Sightings.Seen(fresh, fresh.hostId(), email, "");
        sightings.apply(connection.zoomAccount(), List.of(seen), publishers.authorship(connection));
        var id = recordings
                .byUuid(connection.zoomAccount(), fresh.uuid())
                .orElseThrow()
                .id();
        recordings.askedFor(id);
        events.add(id, "asked-for", "Asked for by %s, whatever the settings leave out.".formatted(by.email()));
        actions.importAgain(id, by);
        requests.importNow(id);
        audit.record(by.email(), "zoom-recording.asked-for", LedgerRecording.title(fresh.topic()), fresh.uuid());
        return id;
    }

    private static InvalidSettings refused(String sentence) {
        return new InvalidSettings(Map.of(FIELD, sentence));
    }
}
