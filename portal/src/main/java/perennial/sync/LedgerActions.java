package perennial.sync;

import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.people.Person;
import perennial.web.PortalException;

/** What a Manager can do with recordings of the ledger. Each is one transaction with the job it asks for. */
@Service
@Transactional
public class LedgerActions {
    private static final int PAGE = 500;
    private static final Set<RecordingState> AT_WORK = Set.of(RecordingState.FOUND, RecordingState.IMPORTING);

    private final RecordingRows recordings;
    private final LedgerRows rows;
    private final Connections connections;
    private final VerificationRows verification;
    private final Events events;
    private final SyncRequests requests;
    private final AuditLog audit;

    LedgerActions(
            RecordingRows recordings,
            LedgerRows rows,
            Connections connections,
            VerificationRows verification,
            Events events,
            SyncRequests requests,
            AuditLog audit) {
        this.recordings = recordings;
        this.rows = rows;
        this.verification = verification;
        this.connections = connections;
        this.events = events;
        this.requests = requests;
        this.audit = audit;
    }

    /**
     * Tries a failed one, or looks at a waiting one, now; the attempts are counted from the start.
     *
     * @throws PortalException 404, or 409 when there is nothing to try again
     */
    public void retry(RecordingId id, Person by) {
        var recording = lock(id);
        if (AT_WORK.contains(recording.state())) return;
        if (recording.state() != RecordingState.FAILED && recording.state() != RecordingState.WAITING) {
            throw PortalException.conflict(
                    "nothing-to-retry",
                    "This recording is %s, so there is nothing to try again"
                            .formatted(recording.state().word()),
                    "To import it once more, use \"import again\".");
        }
        again(recording, "retry", "Asked to try again, by %s.".formatted(by.email()), by);
    }

    /**
     * The same for every failed one of a connection.
     *
     * @return how many
     */
    public int retryAll(ConnectionId connection, Person by) {
        var account = connections.require(connection).zoomAccount();
        int count = 0;
        while (true) {
            var failed = rows.page(account, LedgerFilter.of(RecordingState.FAILED), null, PAGE);
            failed.forEach(recording -> retry(recording.id(), by));
            count += failed.size();
            if (failed.size() < PAGE) return count;
        }
    }

    /**
     * Leaves one at Zoom, for good or until it is imported again.
     *
     * @throws PortalException 404, or 409 when it is in the library
     */
    public void skip(RecordingId id, Person by) {
        var recording = lock(id);
        if (recording.state() == RecordingState.SKIPPED) return;
        refuseGone(recording);
        if (recording.state() == RecordingState.IMPORTED || recording.state() == RecordingState.IMPORTING) {
            throw PortalException.conflict(
                    "too-late-to-skip",
                    "This recording is %s, so it cannot be skipped"
                            .formatted(recording.state().word()),
                    "Delete it in the library instead.");
        }
        recordings.state(id, RecordingState.SKIPPED, Reason.SKIPPED_BY.sentence(by.email()), null);
        events.add(id, "skipped", Reason.SKIPPED_BY.sentence(by.email()));
        audit.record(by.email(), "zoom-recording.skipped", recording.title(), recording.uuid());
    }

    /** Imports one with today's settings, also one that was skipped; an item that is there is brought up to date. */
    public void importAgain(RecordingId id, Person by) {
        var recording = lock(id);
        if (AT_WORK.contains(recording.state())) return;
        refuseGone(recording);
        verification.fetchAgain(id);
        again(recording, "import-again", "Asked to import it again, by %s.".formatted(by.email()), by);
    }

    private void again(LedgerRecording recording, String kind, String sentence, Person by) {
        recordings.state(recording.id(), RecordingState.FOUND, "", null);
        recordings.attempts(recording.id(), 0);
        events.add(recording.id(), kind, sentence);
        audit.record(by.email(), "zoom-recording." + kind, recording.title(), recording.uuid());
        requests.importNow(recording.id());
    }

    private static void refuseGone(LedgerRecording recording) {
        if (recording.state() != RecordingState.DELETED_AT_ZOOM && recording.state() != RecordingState.GONE_AT_ZOOM)
            return;
        throw PortalException.conflict(
                "not-at-zoom",
                "This recording is not at Zoom any more",
                "As long as it is in Zoom's trash it can be recovered on its page.");
    }

    private LedgerRecording lock(RecordingId id) {
        return recordings.lock(id).orElseThrow(PortalException::notFound);
    }
}
