package perennial.sync;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.audit.AuditLog;
import perennial.people.Person;
import perennial.web.PortalException;
import perennial.zoom.ZoomException;

/** Undoing a deletion at Zoom while that is possible, and keeping single recordings there (D3). */
@Service
public class Recovery {
    private final RecordingRows recordings;
    private final ConnectionRows connections;
    private final Deletions deletions;
    private final Certificates certificates;
    private final RemoteRows remote;
    private final ZoomAccounts accounts;
    private final Events events;
    private final SyncRequests requests;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Recovery(
            RecordingRows recordings,
            ConnectionRows connections,
            Deletions deletions,
            Certificates certificates,
            RemoteRows remote,
            ZoomAccounts accounts,
            Events events,
            SyncRequests requests,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.recordings = recordings;
        this.connections = connections;
        this.deletions = deletions;
        this.certificates = certificates;
        this.remote = remote;
        this.accounts = accounts;
        this.events = events;
        this.requests = requests;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Brings a recording back from Zoom's trash, and looks that it is there. From then on it is kept at Zoom until somebody
     * lets it go, or the next sync would delete it again.
     *
     * @throws PortalException 404, or 409 when it is not in the trash any more
     * @throws ZoomException when Zoom cannot be asked just now
     */
    public void recover(RecordingId id, Person by) {
        var recording = recordings.find(id).orElseThrow(PortalException::notFound);
        var connection = connections
                .ofAccount(recording.zoomAccount())
                .orElseThrow(() -> conflict("Its connection was deleted", "Connect the Zoom account again first."));
        if (!deletions.report(id).recoverable()) {
            throw conflict(
                    "This recording is not in Zoom's trash",
                    "Zoom cannot give back what is gone; everything that was imported is here.");
        }
        var account = accounts.of(connection);
        try {
            account.recover(recording.uuid());
        } catch (ZoomException.NotFound e) {
            // Zoom is known to say so of what is there again already: the look below tells.
        } catch (ZoomException.Rejected e) {
            throw conflict("Zoom does not give it back", e.getMessage());
        }
        try {
            account.recording(recording.uuid());
        } catch (ZoomException.NotFound e) {
            throw conflict(
                    "Zoom does not have it in its trash any more",
                    "Somebody may have emptied it. Everything that was imported is here.");
        }
        transaction.executeWithoutResult(status -> {
            recordings.lock(id);
            remote.back(id, "it was recovered from the trash by %s.".formatted(by.email()));
            certificates.recovered(id);
            events.add(id, "recovered", "Recovered at Zoom by %s. It is kept there from now on.".formatted(by.email()));
            audit.record(by.email(), "zoom-recording.recovered", recording.title(), recording.uuid());
            if (recording.importedAt() == null) requests.importNow(id);
        });
    }

    /**
     * Never deletes this one at Zoom, or lets it go again.
     *
     * @throws PortalException 404
     */
    public void keep(RecordingId id, boolean keep, Person by) {
        transaction.executeWithoutResult(status -> {
            var recording = recordings.lock(id).orElseThrow(PortalException::notFound);
            remote.keep(id, keep ? "%s wants it to stay there.".formatted(by.email()) : "");
            events.add(
                    id,
                    keep ? "kept" : "let-go",
                    (keep ? "To be kept at Zoom, by %s." : "May be deleted at Zoom again, by %s.")
                            .formatted(by.email()));
            audit.record(
                    by.email(),
                    keep ? "zoom-recording.kept" : "zoom-recording.let-go",
                    recording.title(),
                    recording.uuid());
        });
    }

    private static PortalException conflict(String sentence, String next) {
        return PortalException.conflict("cannot-recover", sentence, next);
    }
}
