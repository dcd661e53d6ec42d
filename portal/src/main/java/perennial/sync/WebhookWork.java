package perennial.sync;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Queues what a webhook makes worth doing. Joins the caller's transaction and never asks Zoom itself. */
@Component
class WebhookWork {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookWork.class);

    /** An import of these asks Zoom by itself; any other state needs a look whether there is something new. */
    private static final Set<RecordingState> IMPORT_WILL_ASK =
            Set.of(RecordingState.FOUND, RecordingState.WAITING, RecordingState.FAILED);

    /** Above this one list is cheaper than a look at each. */
    private static final int MOST_LOOKS = 100;

    private final ConnectionRows connections;
    private final RecordingRows recordings;
    private final Runs runs;
    private final LookRows looks;
    private final Pauses pauses;
    private final Events events;
    private final SyncRequests requests;
    private final SyncProperties properties;
    private final Clock clock;

    WebhookWork(
            ConnectionRows connections,
            RecordingRows recordings,
            Runs runs,
            LookRows looks,
            Pauses pauses,
            Events events,
            SyncRequests requests,
            SyncProperties properties,
            Clock clock) {
        this.connections = connections;
        this.recordings = recordings;
        this.runs = runs;
        this.looks = looks;
        this.pauses = pauses;
        this.events = events;
        this.requests = requests;
        this.properties = properties;
        this.clock = clock;
    }

    void queue(ConnectionId id, Hint hint) {
        var connection = connections.find(id).orElse(null);
        if (connection == null) return;
        LOG.info("webhook connection={} hint={}", id, hint);
        if (hint instanceof Hint.Deauthorized) {
            connections.authorization(id, deauthorized());
            return;
        }
        if (hint instanceof Hint.Paused pause) {
            paused(connection, pause);
            return;
        }
        if (!connection.enabled()) return;
        switch (hint) {
            case Hint.Changed(List<String> uuids) -> changed(connection, uuids);
            case Hint.Removed(List<String> uuids) -> removed(connection, uuids);
            case Hint.People _ -> syncUnlessOneRuns(connection);
            case Hint.Paused _, Hint.Deauthorized _, Hint.Validation _, Hint.Nothing _ -> {}
        }
    }

    private void changed(Connection connection, List<String> uuids) {
        if (uuids.size() > MOST_LOOKS) {
            syncUnlessOneRuns(connection);
            return;
        }
        for (var uuid : uuids) {
            var known = recordings.byUuid(connection.zoomAccount(), uuid).orElse(null);
            if (known != null && IMPORT_WILL_ASK.contains(known.state())) askByImport(connection, known);
            else looks.ask(connection.id(), uuid);
        }
    }

    /**
     * A fact to keep, whether the connection is on or not. One that comes after the import moves the chat once more: the
     * recording is locked, so that an import which is just ending is seen as over, or sees the pause itself.
     */
    private void paused(Connection connection, Hint.Paused pause) {
        if (!pauses.note(connection.zoomAccount(), pause) || !connection.enabled()) return;
        recordings
                .byUuid(connection.zoomAccount(), pause.uuid())
                .flatMap(known -> recordings.lock(known.id()))
                .filter(known -> known.state() == RecordingState.IMPORTED)
                .ifPresent(known -> {
                    recordings.state(known.id(), RecordingState.FOUND, "", null);
                    events.add(known.id(), "found", "Zoom told of a pause in it.");
                    requests.importNow(known.id());
                });
    }

    /** What is here stays here. What is not is asked for once more, so that the ledger soon says how it stands. */
    private void removed(Connection connection, List<String> uuids) {
        for (var uuid : uuids) {
            recordings
                    .byUuid(connection.zoomAccount(), uuid)
                    .filter(known -> IMPORT_WILL_ASK.contains(known.state()))
                    .ifPresent(known -> askByImport(connection, known));
        }
    }

    /** While something here is full or away, asking sooner would only ask Zoom in vain. */
    private void askByImport(Connection connection, LedgerRecording known) {
        if (runs.paused(connection.id()))
            requests.importAt(known.id(), clock.instant().plus(properties.paused()));
        else requests.importNow(known.id());
    }

    /** A new request would cut a running one short; what that one misses, the next scheduled one finds. */
    private void syncUnlessOneRuns(Connection connection) {
        if (runs.open(connection.id()).isEmpty()) requests.sync(connection.id());
    }

    private Authorization deauthorized() {
        return new Authorization(
                Authorization.Status.REFUSED,
                "Zoom says that the app was removed from the account. Add it there again, then check the connection.",
                List.of(),
                Authorization.CloudRecording.NOT_CHECKABLE,
                clock.instant());
    }
}
